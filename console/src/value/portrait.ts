import { DIMENSIONS, LAYERS, STAGES, type Member, type MemberHistory, type Peers } from '../api/model';
import type { Drawing } from '../chart/drawing';
import { axis, tip, tooltip, type Line, type Option } from '../chart/option';
import type { Figures } from '../chart/Panel';
import { inkOn, onRamp } from '../shell/palette';

/** The four dimensions against the median of the same stage. */
export function radar(member: Member, peers: Peers | undefined, { t, format, palette }: Drawing): Option {
  const median = peers?.median ?? null;
  const lines = (of: Partial<Record<(typeof DIMENSIONS)[number], number | null>>): Line[] => DIMENSIONS.map((it) => [t(`dimension.${it}`), format.score(of[it])]);
  const names = { own: t('radar.own'), median: t('radar.median') };
  return {
    tooltip: {
      ...tooltip(palette),
      trigger: 'item',
      formatter: (at) => {
        const name = (Array.isArray(at) ? at[0] : at)?.name ?? '';
        return tip(name, name === names.median && median !== null ? lines(median) : lines(member));
      },
    },
    legend: { bottom: 0, icon: 'roundRect', itemWidth: 12, itemHeight: 4, textStyle: { color: palette.faint } },
    radar: {
      center: ['50%', '46%'], radius: '64%', splitNumber: 4,
      indicator: DIMENSIONS.map((it) => ({ name: t(`dimension.${it}`), max: 100 })),
      axisName: { color: palette.ink, fontSize: 12 },
      axisLine: { lineStyle: { color: palette.line } },
      splitLine: { lineStyle: { color: palette.line } },
      splitArea: { show: false },
    },
    series: [{
      type: 'radar',
      symbolSize: 6,
      data: [
        ...(median === null ? [] : [{ name: names.median, value: DIMENSIONS.map((it) => median[it]), itemStyle: { color: palette.faint }, lineStyle: { color: palette.faint, type: 'dashed' as const, width: 1.5 }, symbol: 'none' }]),
        { name: names.own, value: DIMENSIONS.map((it) => member[it] ?? 0), itemStyle: { color: palette.accent }, lineStyle: { color: palette.accent, width: 2 }, areaStyle: { color: palette.accent, opacity: 0.16 } },
      ],
    }],
  };
}

export function radarFigures(member: Member, peers: Peers | undefined, { t }: Drawing): Figures {
  return {
    columns: [t('radar.dimension'), t('radar.own'), t('radar.median')],
    rows: DIMENSIONS.map((it) => [t(`dimension.${it}`), member[it], peers?.median?.[it] ?? null]),
  };
}

/** Value and dimensions week by week, and below them where the member stood. */
export function past(history: MemberHistory, { t, format, palette }: Drawing): Option {
  const { points } = history;
  const base = axis(palette);
  const days = points.map((it) => it.day);
  const band = (at: number) => ({ ...base, type: 'category' as const, gridIndex: at, data: days, axisLine: { show: false } });
  return {
    tooltip: {
      ...tooltip(palette),
      trigger: 'axis',
      formatter: (at) => {
        const point = points[(Array.isArray(at) ? at[0] : at)?.dataIndex ?? 0];
        return point === undefined ? '' : tip(point.day, [
          [t('member.value'), format.score(point.value)],
          ...DIMENSIONS.map((it): Line => [t(`dimension.${it}`), format.score(point[it])]),
          [t('member.stage'), t(`stage.${point.stage}`)],
          [t('member.layer'), t(`layer.${point.layer}`)],
        ]);
      },
    },
    legend: { type: 'scroll', top: 0, left: 0, right: 0, icon: 'roundRect', itemWidth: 12, itemHeight: 4, textStyle: { color: palette.faint, fontSize: 12 }, data: [t('member.value'), ...DIMENSIONS.map((it) => t(`dimension.${it}`))] },
    grid: [{ left: 76, right: 14, top: 52, height: 168 }, { left: 76, right: 14, top: 236, height: 52 }],
    xAxis: [
      { ...band(0), boundaryGap: true, axisLabel: { show: false } },
      { ...band(1), boundaryGap: true, name: t('past.week'), nameLocation: 'middle', nameGap: 28, axisLabel: { color: palette.faint, fontSize: 11, hideOverlap: true } },
    ],
    yAxis: [
      { ...base, type: 'value', gridIndex: 0, min: 0, name: t('past.points'), nameTextStyle: { color: palette.faint, padding: [0, 30, 0, 0] }, splitNumber: 4 },
      { ...base, type: 'category', gridIndex: 1, inverse: true, data: [t('member.stage'), t('member.layer')], axisLine: { show: false }, axisLabel: { color: palette.ink, fontSize: 12 } },
    ],
    axisPointer: { link: [{ xAxisIndex: [0, 1] }] },
    visualMap: [
      { show: false, type: 'continuous', seriesIndex: 5, dimension: 2, min: 0, max: 3, inRange: { color: STAGES.map((it) => palette.stage[it]) } },
      { show: false, type: 'continuous', seriesIndex: 6, dimension: 2, min: 0, max: 3, inRange: { color: LAYERS.map((it) => palette.layer[it]) } },
    ],
    series: [
      { type: 'line', name: t('member.value'), data: points.map((it) => it.value), showSymbol: points.length < 3, lineStyle: { color: palette.accent, width: 2.5 }, itemStyle: { color: palette.accent }, areaStyle: { color: palette.accent, opacity: 0.12 } },
      ...DIMENSIONS.map((it) => ({ type: 'line' as const, name: t(`dimension.${it}`), data: points.map((point) => point[it]), showSymbol: points.length < 3, lineStyle: { color: palette.dimension[it], width: 1.4 }, itemStyle: { color: palette.dimension[it] } })),
      { type: 'heatmap', xAxisIndex: 1, yAxisIndex: 1, data: points.map((it, i) => [i, 0, STAGES.indexOf(it.stage)]), itemStyle: { borderColor: palette.surface, borderWidth: 1 } },
      { type: 'heatmap', xAxisIndex: 1, yAxisIndex: 1, data: points.map((it, i) => [i, 1, LAYERS.indexOf(it.layer)]), itemStyle: { borderColor: palette.surface, borderWidth: 1 } },
    ],
  };
}

export function pastFigures(history: MemberHistory, { t }: Drawing): Figures {
  return {
    columns: [t('past.week'), t('member.value'), ...DIMENSIONS.map((it) => t(`dimension.${it}`)), t('member.stage'), t('member.layer')],
    rows: history.points.map((it) => [it.day, it.value, ...DIMENSIONS.map((dimension) => it[dimension]), t(`stage.${it.stage}`), t(`layer.${it.layer}`)]),
  };
}

const FIVE = [1, 2, 3, 4, 5] as const;

/** Recency against frequency: how many buyers stand in each cell, whatever they spent, and in which this one does. */
export function rfm(member: Member, peers: Peers, { t, format, palette }: Drawing): Option {
  const base = axis(palette);
  const cells = FIVE.flatMap((r) => FIVE.map((f) => ({ r, f, ...sumOf(peers, r, f) })));
  const most = Math.max(1, ...cells.map((it) => it.members));
  const mine = (r: number, f: number) => member.rfm?.r === r && member.rfm.f === f;
  return {
    tooltip: {
      ...tooltip(palette),
      trigger: 'item',
      formatter: (at) => {
        const cell = cells[(Array.isArray(at) ? at[0] : at)?.dataIndex ?? 0];
        return cell === undefined ? '' : tip(`R ${cell.r} · F ${cell.f}${mine(cell.r, cell.f) ? ` · ${t('rfm.here')}` : ''}`, [
          [t('rfm.buyers'), format.whole(cell.members)],
          [t('overview.spend'), format.money(cell.monetary)],
        ]);
      },
    },
    grid: { left: 44, right: 8, top: 8, bottom: 42 },
    xAxis: { ...base, type: 'category', data: FIVE.map(String), name: t('rfm.recency'), nameLocation: 'middle', nameGap: 26, axisLine: { show: false } },
    yAxis: { ...base, type: 'category', data: FIVE.map(String), name: t('rfm.frequency'), nameLocation: 'middle', nameGap: 26, axisLine: { show: false } },
    visualMap: { show: false, dimension: 2, min: 0, max: most, inRange: { color: [...palette.heat] } },
    series: [{
      type: 'heatmap',
      label: { show: true },
      data: cells.map((it) => ({
        value: [it.r - 1, it.f - 1, it.members],
        itemStyle: mine(it.r, it.f) ? { borderColor: palette.bad, borderWidth: 3, borderRadius: 6 } : { borderColor: palette.surface, borderWidth: 3, borderRadius: 6 },
        label: { color: inkOn(onRamp(palette.heat, it.members / most)), fontSize: 12, formatter: it.members === 0 ? '' : format.short(it.members) },
      })),
    }],
  };
}

/** The list of who stands in a cell of the picture, by its place there. */
export function membersOfRfm(i: number): string {
  return `/members?r=${FIVE[Math.floor(i / FIVE.length)] ?? 1}&f=${FIVE[i % FIVE.length] ?? 1}`;
}

export function rfmFigures(peers: Peers, { t }: Drawing): Figures {
  return {
    columns: ['R', 'F', 'M', t('rfm.buyers'), t('overview.spend')],
    rows: peers.cells.map((it) => [it.r, it.f, it.m, it.members, it.monetary]),
    links: peers.cells.map((it) => [null, null, null, `/members?r=${it.r}&f=${it.f}&m=${it.m}`]),
  };
}

function sumOf(peers: Peers, r: number, f: number): { members: number; monetary: number } {
  const here = peers.cells.filter((it) => it.r === r && it.f === f);
  return { members: here.reduce((sum, it) => sum + it.members, 0), monetary: here.reduce((sum, it) => sum + it.monetary, 0) };
}
