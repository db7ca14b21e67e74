import type { Period } from '../api/model';
import { useLook } from '../shell/look';
import { useText } from '../text/language';

/** The period by colour, sign and word. */
export function PeriodTag({ period }: { period: Period | null }) {
  const { t } = useText();
  const { palette } = useLook();
  if (period === null) return <span className="quiet">—</span>;
  return (
    <span className="mark-tag">
      <span className={period === 'GOLDEN' ? 'dot' : 'dot dot-hollow'} style={{ color: palette.period[period] }} aria-hidden />
      {t(`period.${period}`)}
    </span>
  );
}
