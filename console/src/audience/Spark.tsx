import type { AudiencePoint } from '../api/model';
import { useLook } from '../shell/look';
import { useAudienceText } from './words';

const WIDTH = 96;
const HEIGHT = 26;

/** How many were in, day by day, in the height of a line; from the least to the most, since the change is what matters here. */
export function Spark({ points }: { points: AudiencePoint[] }) {
  const { palette } = useLook();
  const { t, format } = useAudienceText();
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || points.length < 2) return <span className="quiet">—</span>;
  const sizes = points.map((it) => it.members);
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  const x = (i: number) => 2 + (i / (points.length - 1)) * (WIDTH - 4);
  const y = (n: number) => (most === least ? HEIGHT / 2 : HEIGHT - 3 - ((n - least) / (most - least)) * (HEIGHT - 6));
  const said = t('aud.trend.said', { from: format.whole(first.members), to: format.whole(last.members), day: first.day });
  return (
    <svg width={WIDTH} height={HEIGHT} role="img" aria-label={said}>
      <title>{said}</title>
      <polyline points={points.map((it, i) => `${x(i)},${y(it.members)}`).join(' ')} fill="none" stroke={palette.accent} strokeWidth={1.5} strokeLinejoin="round" />
      <circle cx={x(points.length - 1)} cy={y(last.members)} r={2.5} fill={palette.accent} />
    </svg>
  );
}
