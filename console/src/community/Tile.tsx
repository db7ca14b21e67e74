import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Community } from '../api/model';
import { useText } from '../text/language';
import { PeriodTag } from './PeriodTag';

/** A community as a small card that leads to it: name, value, period and change; what else is said of it stands below. */
export function Tile({ of, children }: { of: Community; children: ReactNode }) {
  const { t, format } = useText();
  return (
    <Link className="tile" to={`/communities/${encodeURIComponent(of.id)}`}>
      <span className="tile-line"><strong className="tile-name">{of.name}</strong><strong>{format.score(of.value)}</strong></span>
      <span className="tile-line quiet"><PeriodTag period={of.stage} />{of.change !== null && <span>{t('community.changed', { change: format.change(of.change) })}</span>}</span>
      {children}
    </Link>
  );
}
