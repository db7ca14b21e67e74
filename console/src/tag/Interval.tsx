import { useLook } from '../shell/look';

/** From a fifth to five times as often, by ratio: half as often is as far from the middle as twice as often. */
const WIDEST = Math.log(5);
const WIDTH = 220;
const HEIGHT = 20;

function at(lift: number): number {
  return ((Math.min(Math.max(Math.log(lift) / WIDEST, -1), 1) + 1) / 2) * (WIDTH - 12) + 6;
}

/** A line of a forest plot: the lift with its interval, and the place of "no difference". */
export function Interval({ low, lift, high, told, label }: { low: number; lift: number; high: number; told: boolean; label: string }) {
  const { palette } = useLook();
  const colour = told ? (lift >= 1 ? palette.good : palette.bad) : palette.faint;
  const middle = HEIGHT / 2;
  return (
    <svg className="tag-interval" width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <line x1={at(1)} x2={at(1)} y1={0} y2={HEIGHT} stroke={palette.line} strokeWidth={1.5} strokeDasharray="3 2" />
      <line x1={at(low)} x2={at(high)} y1={middle} y2={middle} stroke={colour} strokeWidth={2} />
      <line x1={at(low)} x2={at(low)} y1={middle - 4} y2={middle + 4} stroke={colour} strokeWidth={2} />
      <line x1={at(high)} x2={at(high)} y1={middle - 4} y2={middle + 4} stroke={colour} strokeWidth={2} />
      {told ? <circle cx={at(lift)} cy={middle} r={5} fill={colour} /> : <circle cx={at(lift)} cy={middle} r={4} fill={palette.surface} stroke={colour} strokeWidth={2} />}
    </svg>
  );
}

/** The scale above the lines. */
export function IntervalScale() {
  const { palette } = useLook();
  return (
    <svg className="tag-interval" width={WIDTH} height={16} viewBox={`0 0 ${WIDTH} 16`} aria-hidden>
      {[0.2, 0.5, 1, 2, 5].map((it) => <text key={it} x={at(it)} y={12} fontSize={11} textAnchor="middle" fill={palette.faint}>{`×${it}`}</text>)}
    </svg>
  );
}
