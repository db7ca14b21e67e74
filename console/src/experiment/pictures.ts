import type { ArmComparison, MetricReport, SegmentEffect } from '../api/model';
import type { ExperimentDrawing } from './words';
import { axis, tip, tooltip, type Option } from '../chart/option';
import type { Figures } from '../chart/Panel';
import { figureOf, lift } from './verdict';

/** On what scale a difference is shown: its own, or by the control. */
export type Scale = 'absolute' | 'relative';

/** The points of a scale: where the control is not clearly above 0 there is no relative one. */
export function pointsOf({ overTime: days }: ArmComparison, scale: Scale): { day: string; units: number; middle: number; low: number; high: number }[] {
  return days.flatMap(({ day, units, difference, always, lift: relative, alwaysLift }) => {
    if (scale === 'absolute') return [{ day, units, middle: difference, low: always.low, high: always.high }];
    return relative === null || alwaysLift === null ? [] : [{ day, units, middle: relative, low: alwaysLift.low, high: alwaysLift.high }];
  });
}

/** The difference with all who were exposed up to each day, with the band that holds at every look. */
export function overTime(comparison: ArmComparison, metric: MetricReport, scale: Scale, { t, format, palette }: ExperimentDrawing): Option {
  const points = pointsOf(comparison, scale);
  const own = figureOf(metric);
  const figure = (n: number) => (scale === 'relative' ? lift(n) : own(n, format));
  const base = axis(palette);
  const plain = { type: 'line' as const, symbol: 'none', silent: true };
  return {
    grid: { left: 12, right: 20, top: 16, bottom: 8, containLabel: true },
    tooltip: {
      ...tooltip(palette),
      trigger: 'axis',
      formatter: (params) => {
        const at = Array.isArray(params) ? params[0]?.dataIndex : undefined;
        const point = at === undefined ? undefined : points[at];
        return point === undefined ? '' : tip(point.day, [
          [scale === 'relative' ? t('experiment.lift') : t('experiment.difference'), figure(point.middle)],
          [t('experiment.band'), `${figure(point.low)} … ${figure(point.high)}`],
          [t('experiment.counted'), format.whole(point.units)],
        ]);
      },
    },
    xAxis: { ...base, type: 'category', data: points.map((it) => it.day), boundaryGap: false, splitLine: { show: false } },
    yAxis: { ...base, type: 'value', scale: false, axisLabel: { ...base.axisLabel, formatter: figure } },
    series: [
      { ...plain, data: points.map((it) => it.low), stack: 'band', stackStrategy: 'all', lineStyle: { opacity: 0 } },
      { ...plain, data: points.map((it) => it.high - it.low), stack: 'band', stackStrategy: 'all', lineStyle: { opacity: 0 }, areaStyle: { color: palette.accent, opacity: 0.16 } },
      { type: 'line', data: points.map((it) => it.middle), symbol: 'circle', symbolSize: 6, showSymbol: points.length <= 62, lineStyle: { color: palette.accent, width: 2 }, itemStyle: { color: palette.accent }, markLine: { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: palette.faint, type: 'dashed' }, data: [{ yAxis: 0 }] } },
    ],
  };
}

export function overTimeFigures(comparison: ArmComparison, scale: Scale, { t }: ExperimentDrawing): Figures {
  return {
    columns: [t('experiment.day'), t('experiment.counted'), scale === 'relative' ? t('experiment.lift') : t('experiment.difference'), t('experiment.low'), t('experiment.high')],
    rows: pointsOf(comparison, scale).map((it) => [it.day, it.units, it.middle, it.low, it.high]),
  };
}

/** One row of a forest plot. */
export interface Branch {
  name: string;
  middle: number;
  low: number;
  high: number;
  /** Whether it stands out after all the looks are counted. */
  certain: boolean;
  /** Whether it goes the way one wants; null where there is no such way. */
  good: boolean | null;
  lines: [string, string][];
}

/**
 * How far from no difference the picture reaches: three times as far as the intervals of three quarters of the branches, at least as far as what is
 * certain. One branch of a handful of members would press all others into a line otherwise.
 */
export function reach(branches: Branch[]): number {
  const far = branches.map((it) => Math.max(Math.abs(it.low), Math.abs(it.high))).sort((a, b) => a - b);
  const most = far.at(-1) ?? 0;
  const limit = Math.max(3 * (far[Math.ceil(0.75 * far.length) - 1] ?? 0), ...branches.filter((it) => it.certain).map((it) => Math.max(Math.abs(it.low), Math.abs(it.high))));
  return limit === 0 ? most : Math.min(most, limit);
}

/** Effects below each other, each with its interval, against the line of no difference; what goes on beyond the picture has an arrow. */
export function forest(branches: Branch[], shown: (n: number) => string, { palette }: ExperimentDrawing): Option {
  const base = axis(palette);
  const limit = reach(branches);
  const within = (n: number) => Math.max(-limit, Math.min(limit, n));
  const color = (it: Branch) => (!it.certain ? palette.faint : it.good === null ? palette.ink : it.good ? palette.good : palette.bad);
  const beyond = branches.flatMap((it, i) => [...(it.low < -limit ? [{ value: [-limit, i], symbolRotate: 90, itemStyle: { color: color(it) } }] : []), ...(it.high > limit ? [{ value: [limit, i], symbolRotate: -90, itemStyle: { color: color(it) } }] : [])]);
  return {
    grid: { left: 12, right: 24, top: 8, bottom: 8, containLabel: true },
    tooltip: {
      ...tooltip(palette),
      trigger: 'item',
      formatter: (params) => {
        const at = Array.isArray(params) ? params[0] : params;
        const branch = at === undefined ? undefined : branches[Number((at.value as number[])[1])];
        return branch === undefined ? '' : tip(branch.name, branch.lines);
      },
    },
    xAxis: { ...base, type: 'value', axisLabel: { ...base.axisLabel, formatter: shown, hideOverlap: true } },
    yAxis: { ...base, type: 'category', data: branches.map((it) => it.name), inverse: true, splitLine: { show: false }, axisLabel: { ...base.axisLabel, interval: 0, width: 180, overflow: 'truncate' } },
    series: [
      ...branches.map((it, i) => ({ type: 'line' as const, data: [[within(it.low), i], [within(it.high), i]], symbol: 'none', silent: true, lineStyle: { color: color(it), width: it.certain ? 3 : 2 } })),
      { type: 'line', data: beyond, symbol: 'triangle', symbolSize: 8, silent: true, lineStyle: { opacity: 0 } },
      { type: 'line', data: branches.map((it, i) => ({ value: [within(it.middle), i], itemStyle: { color: color(it) } })), symbol: 'rect', symbolSize: 9, lineStyle: { opacity: 0 }, markLine: { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: palette.faint, type: 'dashed' }, data: [{ xAxis: 0 }] } },
    ],
  };
}

export const CERTAIN = 0.05;

/** How many parts one picture shows before it asks whether to show all: 125 cells of RFM would stand three screens high. */
export const DRAWN = 32;

/** Where the parts stand that a picture shows: what is certain, then those with the most members in their smaller arm; in the order they came. */
export function worthDrawing(segments: SegmentEffect[], most = DRAWN): number[] {
  const all = segments.map((_, at) => at);
  const certain = (at: number) => (segments[at]?.qValue ?? 1) < CERTAIN;
  const members = (at: number) => Math.min(segments[at]?.controls ?? 0, segments[at]?.treated ?? 0);
  const first = all.toSorted((a, b) => Number(certain(b)) - Number(certain(a)) || members(b) - members(a));
  const shown = new Set(first.filter((at, place) => place < most || certain(at)));
  return all.filter((at) => shown.has(at));
}

/** Parts of the members as branches, relative where all of them can be. */
export function segmentBranches(segments: SegmentEffect[], metric: MetricReport, name: (it: SegmentEffect) => string, { t, format }: ExperimentDrawing): { branches: Branch[]; shown: (n: number) => string } {
  const relative = segments.every((it) => it.lift !== null);
  const figure = figureOf(metric);
  const shown = (n: number) => (relative ? lift(n) : figure(n, format));
  const branches = segments.map((it) => {
    const ends = (relative ? it.liftInterval : null) ?? it.interval;
    const middle = (relative ? it.lift : null) ?? it.difference;
    return {
      name: name(it), middle, low: ends.low, high: ends.high, certain: it.qValue < CERTAIN, good: metric.moreIsBetter === null ? null : it.difference > 0 === metric.moreIsBetter,
      lines: [
        [relative ? t('experiment.lift') : t('experiment.difference'), shown(middle)],
        [t('experiment.interval'), `${shown(ends.low)} … ${shown(ends.high)}`],
        [t('experiment.sizes'), `${format.whole(it.controls)} / ${format.whole(it.treated)}`],
        ['p', it.pValue.toFixed(4)], ['q', it.qValue.toFixed(4)],
      ] as [string, string][],
    };
  });
  return { branches, shown };
}

/** Whom to treat first: gain against the share treated, best score first, and the straight line of a score without worth. */
export function upliftCurve(points: { share: number; gain: number }[], metric: MetricReport, { t, format, palette }: ExperimentDrawing): Option {
  const base = axis(palette);
  const figure = figureOf(metric);
  const end = points.at(-1)?.gain ?? 0;
  return {
    grid: { left: 12, right: 20, top: 34, bottom: 8, containLabel: true },
    legend: { top: 0, textStyle: { color: palette.faint } },
    tooltip: { ...tooltip(palette), trigger: 'axis', valueFormatter: (n) => figure(Number(n), format) },
    xAxis: { ...base, type: 'value', min: 0, max: 1, axisLabel: { ...base.axisLabel, formatter: (n: number) => format.share(n) } },
    yAxis: { ...base, type: 'value', axisLabel: { ...base.axisLabel, formatter: (n: number) => figure(n, format) } },
    series: [
      { type: 'line', name: t('experiment.uplift.byScore'), data: points.map((it) => [it.share, it.gain]), lineStyle: { color: palette.accent, width: 2 }, itemStyle: { color: palette.accent } },
      { type: 'line', name: t('experiment.uplift.random'), data: [[0, 0], [1, end]], symbol: 'none', lineStyle: { color: palette.faint, type: 'dashed' }, itemStyle: { color: palette.faint } },
    ],
  };
}
