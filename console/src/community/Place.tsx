import type { Community } from '../api/model';
import { useText } from '../text/language';

/** Where a community stands by value, and by how many places that moved within a week. */
export function Place({ of: { rank, rankBefore } }: { of: Pick<Community, 'rank' | 'rankBefore'> }) {
  const { t, format } = useText();
  if (rank === null) return '—';
  const up = rankBefore === null ? 0 : rankBefore - rank;
  const words = rankBefore === null ? t('community.place.new') : up === 0 ? t('community.place.same') : t(up > 0 ? 'community.place.up' : 'community.place.down', { n: Math.abs(up) });
  return (
    <span className="place" title={words}>
      {format.whole(rank)}
      <small className={up > 0 ? 'place-up' : up < 0 ? 'place-down' : 'quiet'} aria-label={words}>{rankBefore === null ? t('community.place.new') : up === 0 ? '–' : `${up > 0 ? '↑' : '↓'}${Math.abs(up)}`}</small>
    </span>
  );
}
