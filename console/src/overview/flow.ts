import { STAGES, type Aipl, type Stage } from '../api/model';
import type { Expression } from '../audience/expression';
import { asAudience } from '../audience/opened';
import { axis, tip, tooltip, type Option } from '../chart/option';
import type { Figures } from '../chart/Panel';
import type { Drawing } from '../chart/drawing';

const TOP_FIRST = [...STAGES].reverse();
const NEWCOMERS = 'JOINED';

type Flow = Aipl['flows'][number];
type Node = Stage | typeof NEWCOMERS;
const key = (month: string, node: Node) => `${month} ${node}`;

/** How members move between the AIPL stages from month to month; who joins within a month flows in from below. */
export function flow(aipl: Aipl, { t, format, palette }: Drawing): Option {
  const { months } = aipl;
  const drawn = drawnFlows(aipl);
  const before = (month: string) => months[months.indexOf(month) - 1] ?? '';
  const links = drawn.map((it) => ({
    source: key(before(it.month), it.from ?? NEWCOMERS),
    target: key(it.month, it.to),
    value: it.members,
    lineStyle: it.from === null ? { color: palette.line, opacity: 0.5 } : { color: palette.stage[it.from], opacity: 0.45 },
  }));
  const linked = new Set(links.flatMap((it) => [it.source, it.target]));
  const name = (node: Node) => (node === NEWCOMERS ? t('overview.flow.joined') : t(`stage.${node}`));
  const held = new Map(aipl.stages.map((it) => [key(it.month, it.stage), it.members]));
  const nodes = months.flatMap((month, depth) =>
    [...TOP_FIRST, NEWCOMERS as Node]
      .filter((node) => linked.has(key(month, node)))
      .map((node) => ({
        name: key(month, node),
        depth,
        itemStyle: { color: node === NEWCOMERS ? palette.line : palette.stage[node], borderWidth: 0 },
        label: { show: depth === months.length - 1, formatter: `${name(node)} ${format.short(held.get(key(month, node)) ?? 0)}` },
      })),
  );
  const label = (nodeKey: string) => {
    const [month, node] = nodeKey.split(' ') as [string, Node];
    return { month, name: name(node) };
  };
  return {
    tooltip: {
      ...tooltip(palette),
      trigger: 'item',
      formatter: (at) => {
        const data = (Array.isArray(at) ? at[0] : at)?.data as { source?: string; target?: string; value?: number; name?: string } | undefined;
        if (data?.source !== undefined && data.target !== undefined) {
          const from = label(data.source);
          const to = label(data.target);
          return tip(`${from.name} → ${to.name}`, [[to.month, format.whole(data.value)]]);
        }
        const node = label(data?.name ?? '');
        const members = held.get(data?.name ?? '');
        return members === undefined ? tip(node.name, []) : tip(node.name, [[node.month, format.whole(members)]]);
      },
    },
    grid: { left: 14, right: 124, top: 24, bottom: 8 },
    xAxis: {
      ...axis(palette), type: 'category', data: months, position: 'top', boundaryGap: false,
      axisLine: { show: false }, axisLabel: { color: palette.faint, fontSize: 12, align: 'center', alignMinLabel: 'left' },
    },
    yAxis: { type: 'value', show: false },
    series: [{
      type: 'sankey', left: 14, right: 112, top: 32, bottom: 8, nodeWidth: 12, nodeGap: 10, layoutIterations: 0, draggable: false,
      data: nodes, links, emphasis: { focus: 'adjacency' },
      lineStyle: { curveness: 0.5 },
      label: { color: palette.ink, fontSize: 12, position: 'right' },
    }],
  };
}

/** The flows of a picture, in the order of its edges; what came before the first month is left out. */
function drawnFlows({ months, flows }: Aipl): Flow[] {
  return flows.filter((it) => it.members > 0 && months.indexOf(it.month) > 0);
}

/** Those who made a move between two months' ends, opened as an audience. */
export function moversOf({ months }: Aipl, { month, from, to }: Flow): string {
  const ago = months.length - 1 - months.indexOf(month);
  const then: Expression = { kind: 'stage', in: [to], monthsAgo: ago };
  const before: Expression = from === null
    ? { kind: 'joined', during: { kind: 'between', from: `${month}-01`, to: lastDay(month) } }
    : { kind: 'stage', in: [from], monthsAgo: ago + 1 };
  return asAudience({ kind: 'all', of: [before, then] });
}

export function chosenFlow(aipl: Aipl, edge: number): string | null {
  const chosen = drawnFlows(aipl)[edge];
  return chosen === undefined ? null : moversOf(aipl, chosen);
}

function lastDay(month: string): string {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).toISOString().slice(0, 10);
}

export function flowFigures(aipl: Aipl, { t }: Drawing): Figures {
  return {
    columns: [t('overview.month'), t('overview.flow.from'), t('overview.flow.to'), t('overview.members')],
    rows: aipl.flows.map((it) => [it.month, it.from === null ? t('overview.flow.joined') : t(`stage.${it.from}`), t(`stage.${it.to}`), it.members]),
    links: aipl.flows.map((it) => [null, null, null, moversOf(aipl, it)]),
  };
}
