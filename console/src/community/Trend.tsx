import { useLook } from '../shell/look';
import { useText } from '../text/language';

const WIDTH = 88;
const HEIGHT = 24;

/** The last weeks as a line of its own scale: which way, not how much; the figures stand beside it. */
export function Trend({ values }: { values: number[] }) {
  const { palette } = useLook();
  const { t, format } = useText();
  if (values.length < 2) return <span className="quiet">—</span>;
  const low = Math.min(...values);
  const span = Math.max(...values) - low || 1;
  const points = values.map((value, i) => `${((i / (values.length - 1)) * (WIDTH - 4) + 2).toFixed(1)},${(HEIGHT - 3 - ((value - low) / span) * (HEIGHT - 6)).toFixed(1)}`);
  return (
    <svg width={WIDTH} height={HEIGHT} role="img" aria-label={t('community.trend.label', { from: format.score(values[0]), to: format.score(values.at(-1)) })}>
      <polyline points={points.join(' ')} fill="none" stroke={palette.accent} strokeWidth="1.6" strokeLinejoin="round" strokeLinecap="round" />
    </svg>
  );
}
