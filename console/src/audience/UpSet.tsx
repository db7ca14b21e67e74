import type { AudienceOverlap, OverlapPart } from '../api/model';
import { useLook } from '../shell/look';
import { useAudienceText } from './words';

const MOST = 32;
const COLUMN = 34;
const BARS = 150;
const ROW = 30;
const NAMES = 190;
const SIZES = 110;

/** An UpSet plot: a column for each exclusive intersection, its size as a bar, and below which audiences it is made of. */
export function UpSet({ of, names, chosen, choose }: { of: AudienceOverlap; names: Map<number, string>; chosen: OverlapPart | null; choose: (part: OverlapPart) => void }) {
  const { t, format } = useAudienceText();
  const { palette } = useLook();
  const parts = of.parts.slice(0, MOST);
  const most = Math.max(1, ...parts.map((it) => it.members));
  const largest = Math.max(1, ...of.audiences.map((it) => it.members));
  const left = NAMES + SIZES + 48;
  const top = BARS + 34;
  const rowAt = (i: number) => top + 18 + i * ROW;
  const columnAt = (i: number) => left + 20 + i * COLUMN;
  const [width, height] = [columnAt(parts.length) + 8, rowAt(of.audiences.length - 1) + ROW / 2 + 4];
  return (
    <svg className="upset" width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="group" aria-label={t('overlap.title')}>
      {of.audiences.map((it, i) => {
        const size = (it.members / largest) * SIZES;
        return (
          <g key={it.id}>
            {i % 2 === 0 && <rect x={0} y={rowAt(i) - ROW / 2} width={width} height={ROW} fill={palette.ground} rx={4} />}
            <text x={NAMES - 8} y={rowAt(i) + 4} textAnchor="end" fontSize={13} fill={palette.ink}>{clipped(names.get(it.id) ?? it.name)}<title>{names.get(it.id) ?? it.name}</title></text>
            <rect x={left - size} y={rowAt(i) - 8} width={size} height={16} rx={2} fill={palette.level.ENGAGED} opacity={0.55}><title>{format.whole(it.members)}</title></rect>
            <text x={left - size - 5} y={rowAt(i) + 4} textAnchor="end" fontSize={12} fill={palette.ink}>{format.short(it.members)}</text>
          </g>
        );
      })}
      <line x1={left} x2={width} y1={BARS + 22} y2={BARS + 22} stroke={palette.line} />
      {parts.map((part, i) => {
        const x = columnAt(i);
        const bar = (part.members / most) * BARS;
        const is = chosen !== null && chosen.in.join() === part.in.join();
        const color = is ? palette.accent : palette.ink;
        const rows = of.audiences.flatMap((it, at) => (part.in.includes(it.id) ? [at] : []));
        const said = `${part.in.map((id) => names.get(id) ?? `#${id}`).join(' ∩ ')}: ${format.whole(part.members)}`;
        return (
          <g key={part.in.join()} role="button" tabIndex={0} aria-label={said} aria-pressed={is} className="upset-part" data-part={part.in.join()} onClick={() => choose(part)} onKeyDown={(event) => { if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); choose(part); } }}>
            <title>{said}</title>
            <rect x={x - COLUMN / 2} y={0} width={COLUMN} height={height} fill={is ? palette.accent : 'transparent'} opacity={is ? 0.1 : 1} rx={4} />
            <rect x={x - 9} y={BARS + 22 - bar} width={18} height={Math.max(1, bar)} fill={color} opacity={is ? 1 : 0.75} rx={2} />
            <text x={x} y={BARS + 16 - bar} textAnchor="middle" fontSize={11} fill={palette.ink}>{format.short(part.members)}</text>
            {of.audiences.map((it, at) => <circle key={it.id} cx={x} cy={rowAt(at)} r={6} fill={part.in.includes(it.id) ? color : palette.line} />)}
            {rows.length > 1 && <line x1={x} x2={x} y1={rowAt(rows[0] ?? 0)} y2={rowAt(rows.at(-1) ?? 0)} stroke={color} strokeWidth={2.5} />}
          </g>
        );
      })}
    </svg>
  );
}

/** As much of a name as has room; a Chinese character takes that of two letters. */
function clipped(name: string): string {
  let room = 26;
  let shown = '';
  for (const letter of name) {
    room -= /[ -~]/.test(letter) ? 1.1 : 2;
    if (room < 0) return `${shown}…`;
    shown += letter;
  }
  return name;
}
