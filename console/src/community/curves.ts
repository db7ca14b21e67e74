import type { CommunityDetail } from '../api/model';
import { axis, tip, tooltip, type Option } from '../chart/option';
import type { Figures } from '../chart/Panel';
import type { Drawing } from '../chart/drawing';

/** Weekly value, and with what error it will go on: expected, with the 80 % band, against the golden line. */
export function valueCurve(community: CommunityDetail, { t, format, palette }: Drawing): Option {
  const forecast = community.forecasts.find((it) => it.measure === 'VALUE');
  const past = community.weeks;
  const coming = forecast?.points ?? [];
  const weeks = [...past.map((it) => it.week), ...coming.filter((it) => !past.some((week) => week.week === it.week)).map((it) => it.week)];
  const value = new Map(past.map((it) => [it.week, it.value]));
  const ahead = new Map(coming.map((it) => [it.week, it]));
  const base = axis(palette);
  const color = community.stage === null ? palette.accent : palette.period[community.stage];
  const lastKnown = past.filter((it) => it.value !== null).at(-1);
  const join = (of: (it: { expected: number; low: number; high: number }) => number) =>
    weeks.map((week) => {
      const point = ahead.get(week);
      if (point !== undefined) return of(point);
      return week === lastKnown?.week && coming.length > 0 ? lastKnown.value : null;
    });
  const low = join((it) => it.low);
  const high = join((it) => it.high);
  const line = forecast?.line ?? community.rule?.value ?? null;
  return {
    tooltip: {
      ...tooltip(palette),
      trigger: 'axis',
      formatter: (at) => {
        const week = weeks[(Array.isArray(at) ? at[0] : at)?.dataIndex ?? 0] ?? '';
        const point = ahead.get(week);
        const known = value.get(week);
        return tip(t('community.weekOf', { day: week }), [
          ...(known === null || known === undefined ? [] : [[t('community.value'), format.score(known)] as [string, string]]),
          ...(point === undefined ? [] : [
            [t('forecast.expected'), format.score(point.expected)] as [string, string],
            [t('forecast.band'), `${format.score(point.low)} – ${format.score(point.high)}`] as [string, string],
          ]),
        ]);
      },
    },
    legend: { bottom: 0, textStyle: { color: palette.faint }, itemWidth: 18, data: [t('community.value'), t('forecast.expected'), t('forecast.band')] },
    grid: { left: 44, right: 12, top: 28, bottom: 70 },
    xAxis: { ...base, type: 'category', data: weeks, boundaryGap: false, name: t('community.week'), nameLocation: 'middle', nameGap: 26, axisLabel: { ...base.axisLabel, hideOverlap: true, formatter: (week: string) => week.slice(5) } },
    yAxis: { ...base, type: 'value', min: 0, name: t('community.value'), nameTextStyle: { color: palette.faint, align: 'left', padding: [0, 0, 0, -32] } },
    series: [
      {
        name: t('community.value'), type: 'line', data: weeks.map((week) => value.get(week) ?? null), symbolSize: 5, showSymbol: past.length < 30,
        lineStyle: { color, width: 2.4 }, itemStyle: { color },
        ...(line === null ? {} : {
          markLine: {
            silent: true, symbol: 'none', lineStyle: { color: palette.ink, type: 'dashed' as const, width: 1 },
            label: { position: 'insideEndTop' as const, color: palette.ink, formatter: `${t('community.line')} ${format.score(line)}` }, data: [{ yAxis: line }],
          },
        }),
      },
      { name: t('forecast.expected'), type: 'line', data: join((it) => it.expected), showSymbol: false, lineStyle: { color, width: 2, type: 'dashed' }, itemStyle: { color } },
      { type: 'line', stack: 'band', data: low, showSymbol: false, silent: true, lineStyle: { opacity: 0 }, tooltip: { show: false } },
      { name: t('forecast.band'), type: 'line', stack: 'band', data: high.map((top, i) => (top === null ? null : top - (low[i] ?? 0))), showSymbol: false, silent: true, lineStyle: { opacity: 0 }, itemStyle: { color }, areaStyle: { color, opacity: 0.16 } },
    ],
  };
}

export function valueFigures(community: CommunityDetail, { t }: Drawing): Figures {
  const forecast = community.forecasts.find((it) => it.measure === 'VALUE');
  return {
    columns: [t('community.week'), t('community.value'), t('overview.members'), t('community.high'), t('community.active'), t('forecast.expected'), t('forecast.low'), t('forecast.high')],
    rows: [
      ...community.weeks.map((it) => [it.week, it.value, it.members, it.highValueMembers, it.activeShare, null, null, null]),
      ...(forecast?.points ?? []).map((it) => [it.week, null, null, null, null, it.expected, it.low, it.high]),
    ],
  };
}

/** How active communities are at each age, and this one among them. */
export function lifeCurve({ lifeCurve: points }: CommunityDetail, { t, format, palette }: Drawing): Option {
  const base = axis(palette);
  const percent = (n: number) => format.share(n).replace('.0', '');
  return {
    tooltip: {
      ...tooltip(palette),
      trigger: 'axis',
      formatter: (at) => {
        const it = points[(Array.isArray(at) ? at[0] : at)?.dataIndex ?? 0];
        return it === undefined ? '' : tip(t('life.age', { n: it.age }), [
          [t('life.own'), format.share(it.own)],
          [t('life.all'), format.share(it.activeShare)],
          [t('life.band'), `${format.share(it.low)} – ${format.share(it.high)}`],
          [t('overview.communities'), format.whole(it.communities)],
        ]);
      },
    },
    legend: { bottom: 0, textStyle: { color: palette.faint }, itemWidth: 18, data: [t('life.own'), t('life.all'), t('life.band')] },
    grid: { left: 50, right: 12, top: 28, bottom: 70 },
    xAxis: { ...base, type: 'category', data: points.map((it) => it.age), boundaryGap: false, name: t('life.weeks'), nameLocation: 'middle', nameGap: 26, axisLabel: { ...base.axisLabel, hideOverlap: true } },
    yAxis: { ...base, type: 'value', min: 0, name: t('community.active'), nameTextStyle: { color: palette.faint, align: 'left', padding: [0, 0, 0, -38] }, axisLabel: { ...base.axisLabel, formatter: percent } },
    series: [
      { type: 'line', stack: 'band', data: points.map((it) => it.low), showSymbol: false, silent: true, lineStyle: { opacity: 0 } },
      { name: t('life.band'), type: 'line', stack: 'band', data: points.map((it) => it.high - it.low), showSymbol: false, silent: true, lineStyle: { opacity: 0 }, itemStyle: { color: palette.faint }, areaStyle: { color: palette.faint, opacity: 0.14 } },
      { name: t('life.all'), type: 'line', data: points.map((it) => it.activeShare), showSymbol: false, lineStyle: { color: palette.faint, width: 1.6, type: 'dashed' }, itemStyle: { color: palette.faint } },
      { name: t('life.own'), type: 'line', data: points.map((it) => it.own), showSymbol: false, lineStyle: { color: palette.accent, width: 2.4 }, itemStyle: { color: palette.accent } },
    ],
  };
}

export function lifeFigures({ lifeCurve: points }: CommunityDetail, { t }: Drawing): Figures {
  return {
    columns: [t('life.weeks'), t('life.own'), t('life.all'), t('forecast.low'), t('forecast.high'), t('overview.communities')],
    rows: points.map((it) => [it.age, it.own, it.activeShare, it.low, it.high, it.communities]),
  };
}
