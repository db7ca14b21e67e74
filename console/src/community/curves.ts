import type { CommunityDetail, CommunityWeek, Forecast, LifePoint } from '../api/model';
import type { LineSeriesOption } from 'echarts/charts';
import { axis, tip, tooltip, type Option } from '../chart/option';
import type { Figures } from '../chart/Panel';
import type { Drawing } from '../chart/drawing';

/** What a line or a band is in the legend: as it is in the picture, for several are of one colour. */
const WHOLE = 'path://M0,3h18v2H0z';
const DASHED = 'path://M0,3h5v2H0zM6.5,3h5v2h-5zM13,3h5v2h-5z';
const SHADED = { icon: 'rect', itemStyle: { opacity: 0.3 } };

/** What is followed week by week: with its name, its figures of the past and how they are written. */
type Measure = Forecast['measure'];

function measured(measure: Measure, { t, format }: Drawing): { name: string; of: (week: CommunityWeek) => number | null; write: (n: number | null | undefined) => string } {
  return measure === 'VALUE'
    ? { name: t('community.value'), of: (week) => week.value, write: format.score }
    // Of a week that is not over yet, too few have done something.
    : { name: t('community.active'), of: (week) => (week.complete ? week.activeShare : null), write: format.share };
}

/** A measure week by week, and with what error it will go on: expected, with the 80 % band, against its line. */
export function weeklyCurve(community: CommunityDetail, measure: Measure, drawing: Drawing): Option {
  const { t, palette } = drawing;
  const { name, of, write } = measured(measure, drawing);
  const forecast = community.forecasts.find((it) => it.measure === measure);
  const past = community.weeks;
  const coming = forecast?.points ?? [];
  const weeks = [...past.map((it) => it.week), ...coming.filter((it) => !past.some((week) => week.week === it.week)).map((it) => it.week)];
  const value = new Map(past.map((it) => [it.week, of(it)]));
  const ahead = new Map(coming.map((it) => [it.week, it]));
  const base = axis(palette);
  const color = measure === 'ACTIVITY' || community.stage === null ? palette.accent : palette.period[community.stage];
  const lastKnown = past.filter((it) => of(it) !== null).at(-1);
  const join = (edge: (it: { expected: number; low: number; high: number }) => number) =>
    weeks.map((week) => {
      const point = ahead.get(week);
      if (point !== undefined) return edge(point);
      return week === lastKnown?.week && coming.length > 0 ? of(lastKnown) : null;
    });
  const low = join((it) => it.low);
  const high = join((it) => it.high);
  const line = forecast?.line ?? (measure === 'VALUE' ? community.rule?.value : community.rule?.activityLine) ?? null;
  return {
    tooltip: {
      ...tooltip(palette),
      trigger: 'axis',
      formatter: (at) => {
        const week = weeks[(Array.isArray(at) ? at[0] : at)?.dataIndex ?? 0] ?? '';
        const point = ahead.get(week);
        const known = value.get(week);
        return tip(t('community.weekOf', { day: week }), [
          ...(known === null || known === undefined ? [] : [[name, write(known)] as [string, string]]),
          ...(point === undefined ? [] : [
            [t('forecast.expected'), write(point.expected)] as [string, string],
            [t('forecast.band'), `${write(point.low)} – ${write(point.high)}`] as [string, string],
          ]),
        ]);
      },
    },
    legend: { bottom: 0, textStyle: { color: palette.faint }, itemWidth: 18, itemHeight: 8, data: [{ name, icon: WHOLE }, { name: t('forecast.expected'), icon: DASHED }, { name: t('forecast.band'), ...SHADED }] },
    grid: { left: 50, right: 12, top: 28, bottom: 70 },
    xAxis: { ...base, type: 'category', data: weeks, boundaryGap: false, name: t('community.week'), nameLocation: 'middle', nameGap: 26, axisLabel: { ...base.axisLabel, hideOverlap: true, formatter: (week: string) => week.slice(5) } },
    yAxis: { ...base, type: 'value', min: 0, name, nameTextStyle: { color: palette.faint, align: 'left', padding: [0, 0, 0, -38] }, ...(measure === 'VALUE' ? {} : { axisLabel: { ...base.axisLabel, formatter: percent } }) },
    series: [
      {
        name, type: 'line', data: weeks.map((week) => value.get(week) ?? null), symbolSize: 5, showSymbol: past.length < 30,
        lineStyle: { color, width: 2.4 }, itemStyle: { color },
        ...(line === null ? {} : {
          markLine: {
            silent: true, symbol: 'none', lineStyle: { color: palette.ink, type: 'dashed' as const, width: 1 },
            label: { position: 'insideEndTop' as const, color: palette.ink, formatter: `${t('community.line')} ${write(line)}` }, data: [{ yAxis: line }],
          },
        }),
      },
      { name: t('forecast.expected'), type: 'line', data: join((it) => it.expected), showSymbol: false, lineStyle: { color, width: 2, type: 'dashed' }, itemStyle: { color } },
      ...band(t('forecast.band'), 'band', low, high, color),
    ],
  };
}

/** Between two lines: the lower one unseen, and what the upper one is above it, shaded. */
function band(name: string, stack: string, low: (number | null)[], high: (number | null)[], color: string, opacity = 0.16): LineSeriesOption[] {
  return [
    { type: 'line', stack, data: low, showSymbol: false, silent: true, lineStyle: { opacity: 0 }, tooltip: { show: false } },
    { name, type: 'line', stack, data: high.map((top, i) => (top === null ? null : top - (low[i] ?? 0))), showSymbol: false, silent: true, lineStyle: { opacity: 0 }, itemStyle: { color }, areaStyle: { color, opacity } },
  ];
}

const percent = (n: number) => `${Math.round(n * 100)}%`;

export function weeklyFigures(community: CommunityDetail, measure: Measure, drawing: Drawing): Figures {
  const { t } = drawing;
  const { of } = measured(measure, drawing);
  const forecast = community.forecasts.find((it) => it.measure === measure);
  const besides = measure === 'VALUE' ? [t('overview.members'), t('community.high')] : [t('overview.members'), t('community.messages')];
  return {
    columns: [t('community.week'), measured(measure, drawing).name, ...besides, t('forecast.expected'), t('forecast.low'), t('forecast.high')],
    rows: [
      ...community.weeks.map((it) => [it.week, of(it), it.members, measure === 'VALUE' ? it.highValueMembers : it.messages, null, null, null]),
      ...(forecast?.points ?? []).map((it) => [it.week, null, null, null, it.expected, it.low, it.high]),
    ],
  };
}

/** One age of the life curve: all communities, one of them, and what is expected of that one. */
export interface Age {
  age: number;
  all: LifePoint | undefined;
  own: number | null;
  expected: { expected: number; low: number; high: number } | undefined;
}

/** All communities by age; with one of them, its own curve and its forecast of activity, drawn on by its age. */
export function ages(points: LifePoint[], community: CommunityDetail | null): Age[] {
  const all = new Map(points.map((it) => [it.age, it]));
  const coming = new Map((community?.forecasts.find((it) => it.measure === 'ACTIVITY')?.points ?? []).flatMap((it) => {
    const age = ageIn(it.week, community?.weeks ?? []);
    return age === null ? [] : [[age, it] as const];
  }));
  const known = [...new Set([...all.keys(), ...coming.keys()])].sort((a, b) => a - b);
  return known.map((age) => ({ age, all: all.get(age), own: all.get(age)?.own ?? null, expected: coming.get(age) }));
}

/** How old a community is in a week, by the age it had in its first one. */
function ageIn(week: string, weeks: CommunityWeek[]): number | null {
  const first = weeks[0];
  return first === undefined ? null : first.age + Math.round((Date.parse(week) - Date.parse(first.week)) / (7 * 86_400_000));
}

/** How active communities are at each age: the median and the range of all, and one among them with what is expected of it. */
export function lifeCurve(of: Age[], alone: boolean, { t, format, palette }: Drawing): Option {
  const base = axis(palette);
  const last = of.filter((it) => it.own !== null).at(-1);
  const join = (edge: (it: { expected: number; low: number; high: number }) => number) =>
    of.map((it) => (it.expected !== undefined ? edge(it.expected) : it === last ? it.own : null));
  const one = alone ? [{ name: t('life.own'), icon: WHOLE }, { name: t('life.forecast'), icon: DASHED }, { name: t('forecast.band'), ...SHADED }] : [];
  return {
    tooltip: {
      ...tooltip(palette),
      trigger: 'axis',
      formatter: (at) => {
        const it = of[(Array.isArray(at) ? at[0] : at)?.dataIndex ?? 0];
        return it === undefined ? '' : tip(t('life.age', { n: it.age }), [
          ...(it.own === null ? [] : [[t('life.own'), format.share(it.own)] as [string, string]]),
          ...(it.expected === undefined ? [] : [
            [t('life.forecast'), format.share(it.expected.expected)] as [string, string],
            [t('forecast.band'), `${format.share(it.expected.low)} – ${format.share(it.expected.high)}`] as [string, string],
          ]),
          ...(it.all === undefined ? [] : [
            [t('life.median'), format.share(it.all.median)] as [string, string],
            [t('life.all'), format.share(it.all.activeShare)] as [string, string],
            [t('life.band'), `${format.share(it.all.low)} – ${format.share(it.all.high)}`] as [string, string],
            [t('overview.communities'), format.whole(it.all.communities)] as [string, string],
          ]),
        ]);
      },
    },
    legend: { type: 'scroll', bottom: 0, textStyle: { color: palette.faint }, itemWidth: 18, itemHeight: 8, data: [...one, { name: t('life.median'), icon: DASHED }, { name: t('life.band'), ...SHADED }] },
    grid: { left: 50, right: 12, top: 28, bottom: 70 },
    xAxis: { ...base, type: 'category', data: of.map((it) => it.age), boundaryGap: false, name: t('life.weeks'), nameLocation: 'middle', nameGap: 26, axisLabel: { ...base.axisLabel, hideOverlap: true } },
    yAxis: { ...base, type: 'value', min: 0, name: t('community.active'), nameTextStyle: { color: palette.faint, align: 'left', padding: [0, 0, 0, -38] }, axisLabel: { ...base.axisLabel, formatter: percent } },
    series: [
      ...band(t('life.band'), 'all', of.map((it) => it.all?.low ?? null), of.map((it) => it.all?.high ?? null), palette.faint, 0.14),
      { name: t('life.median'), type: 'line', data: of.map((it) => it.all?.median ?? null), showSymbol: false, lineStyle: { color: palette.faint, width: 1.6, type: 'dashed' }, itemStyle: { color: palette.faint } },
      ...(alone ? [
        { name: t('life.own'), type: 'line' as const, data: of.map((it) => it.own), showSymbol: false, lineStyle: { color: palette.accent, width: 2.4 }, itemStyle: { color: palette.accent } },
        { name: t('life.forecast'), type: 'line' as const, data: join((it) => it.expected), showSymbol: false, lineStyle: { color: palette.accent, width: 2, type: 'dashed' as const }, itemStyle: { color: palette.accent } },
        ...band(t('forecast.band'), 'own', join((it) => it.low), join((it) => it.high), palette.accent),
      ] : []),
    ],
  };
}

export function lifeFigures(of: Age[], alone: boolean, { t }: Drawing): Figures {
  const own = alone ? [t('life.own'), t('life.forecast'), `${t('life.forecast')} ${t('forecast.low')}`, `${t('life.forecast')} ${t('forecast.high')}`] : [];
  return {
    columns: [t('life.weeks'), ...own, t('life.median'), t('life.all'), t('forecast.low'), t('forecast.high'), t('overview.communities')],
    rows: of.map((it) => [
      it.age,
      ...(alone ? [it.own, it.expected?.expected ?? null, it.expected?.low ?? null, it.expected?.high ?? null] : []),
      it.all?.median ?? null, it.all?.activeShare ?? null, it.all?.low ?? null, it.all?.high ?? null, it.all?.communities ?? null,
    ]),
  };
}
