import { useMemo } from 'react';
import type { Community } from '../api/model';
import { Panel } from '../chart/Panel';
import { useLook } from '../shell/look';
import { Nothing } from '../shell/states';
import { useText } from '../text/language';
import { multiplesFigures, points, top } from './oneScale';
import { Tile } from './Tile';

const WIDTH = 200;
const HEIGHT = 72;
/** Room for the points at the edges. */
const EDGE = 4;

/** One small line a community, all on one scale, with the line that divides golden from silver. */
export function Multiples({ of, line }: { of: Community[]; line: number | null }) {
  const { t, format } = useText();
  const most = useMemo(() => top(of, line), [of, line]);
  const figures = useMemo(() => multiplesFigures(of, line, t), [of, line, t]);
  return (
    <Panel
      title={t('multiples.title')}
      note={line === null ? t('multiples.note', { most }) : t('multiples.note.line', { most, line: format.score(line) })}
      figures={figures}
    >
      {of.length === 0 ? <Nothing title={t('state.nothing')} /> : (
        <ul className="multiples">{of.map((it) => <li key={it.id}><Tile of={it}><Line of={it} line={line} most={most} /></Tile></li>)}</ul>
      )}
    </Panel>
  );
}

function Line({ of, line, most }: { of: Community; line: number | null; most: number }) {
  const { palette } = useLook();
  const { t, format } = useText();
  const x = (share: number) => (EDGE + share * (WIDTH - 2 * EDGE)).toFixed(1);
  const y = (share: number) => (HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE)).toFixed(1);
  const drawn = points(of.trend, most);
  const last = drawn.at(-1);
  const label = last === undefined ? t('multiples.none') : t('community.trend.label', { from: format.score(of.trend[0]), to: format.score(of.trend.at(-1)) });
  const color = of.stage === null ? palette.accent : palette.period[of.stage];
  return (
    <svg className="multiple" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={label}>
      {[0, 1].map((at) => <line key={at} x1="0" x2={WIDTH} y1={y(at)} y2={y(at)} stroke={palette.line} />)}
      {line !== null && <line x1="0" x2={WIDTH} y1={y(line / most)} y2={y(line / most)} stroke={palette.ink} strokeDasharray="4 3" opacity="0.7" />}
      <polyline points={drawn.map(([at, value]) => `${x(at)},${y(value)}`).join(' ')} fill="none" stroke={color} strokeWidth="2" strokeLinejoin="round" strokeLinecap="round" />
      {/* A line without length and with a round end: a dot that stays round however wide the picture is drawn. */}
      {last !== undefined && <path d={`M${x(last[0])} ${y(last[1])}h0.01`} stroke={color} strokeWidth="6" strokeLinecap="round" />}
    </svg>
  );
}
