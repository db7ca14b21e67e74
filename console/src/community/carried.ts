import type { Atmosphere, CommunityWeek, Concentration } from '../api/model';
import type { Drawing } from '../chart/drawing';
import { flowOf } from './behind';
import { axis, tip, tooltip, type Line, type Option } from '../chart/option';
import type { Figures } from '../chart/Panel';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const HOURS = Array.from({ length: 24 }, (_, i) => i);

/** When a community talks: day of the week against hour. */
export function atmosphere({ cells }: Atmosphere, { t, format, palette }: Drawing): Option {
  const known = new Map(cells.map((it) => [`${it.weekday}-${it.hour}`, it]));
  const all = WEEKDAYS.flatMap((weekday) => HOURS.map((hour) => known.get(`${weekday}-${hour}`) ?? { weekday, hour, messages: 0, content: 0, members: 0 }));
  const base = axis(palette);
  return {
    tooltip: {
      ...tooltip(palette),
      trigger: 'item',
      formatter: (at) => {
        const cell = all[(Array.isArray(at) ? at[0] : at)?.dataIndex ?? 0];
        return cell === undefined ? '' : tip(`${t(`weekday.${cell.weekday}`)} ${cell.hour}:00–${cell.hour + 1}:00`, [
          [t('community.messages'), format.whole(cell.messages)],
          [t('community.content'), format.whole(cell.content)],
          [t('atmosphere.members'), format.whole(cell.members)],
        ]);
      },
    },
    grid: { left: 44, right: 8, top: 8, bottom: 44 },
    xAxis: { ...base, type: 'category', data: HOURS.map(String), name: t('atmosphere.hour'), nameLocation: 'middle', nameGap: 28, axisLine: { show: false } },
    yAxis: { ...base, type: 'category', inverse: true, data: WEEKDAYS.map((it) => t(`weekday.${it}`)), axisLine: { show: false }, axisLabel: { color: palette.ink, fontSize: 12 } },
    visualMap: { show: false, dimension: 2, min: 0, max: Math.max(1, ...all.map((it) => it.messages + it.content)), inRange: { color: [...palette.heat] } },
    series: [{ type: 'heatmap', itemStyle: { borderColor: palette.surface, borderWidth: 2, borderRadius: 3 }, data: all.map((it) => [it.hour, it.weekday - 1, it.messages + it.content]) }],
  };
}

export function atmosphereFigures({ cells }: Atmosphere, { t }: Drawing): Figures {
  return {
    columns: [t('atmosphere.weekday'), t('atmosphere.hour'), t('community.messages'), t('community.content'), t('atmosphere.members')],
    rows: cells.map((it) => [t(`weekday.${it.weekday}`), it.hour, it.messages, it.content, it.members]),
  };
}

export const CARRIED = ['messages', 'content', 'orders'] as const;

/** How few make how much: cumulative shares, the busiest members first; the diagonal is everybody alike. */
export function concentration(of: Concentration, { t, format, palette }: Drawing): Option {
  const base = axis(palette);
  const colors = { messages: palette.dimension.interaction, content: palette.dimension.content, orders: palette.dimension.consumption };
  const percent = { ...base.axisLabel, formatter: (n: number) => `${Math.round(n * 100)}%` };
  return {
    tooltip: {
      ...tooltip(palette),
      trigger: 'item',
      formatter: (at) => {
        const point = Array.isArray(at) ? at[0] : at;
        const value = point?.value;
        if (!Array.isArray(value)) return '';
        return tip(point?.seriesName ?? '', [
          [t('concentration.members'), format.share(Number(value[0]))],
          [t('concentration.of'), format.share(Number(value[1]))],
        ]);
      },
    },
    legend: { top: 0, left: 0, icon: 'roundRect', itemWidth: 12, itemHeight: 4, textStyle: { color: palette.faint, fontSize: 12 } },
    grid: { left: 48, right: 22, top: 44, bottom: 46 },
    xAxis: { ...base, type: 'value', min: 0, max: 1, interval: 0.25, name: t('concentration.members'), nameLocation: 'middle', nameGap: 28, axisLabel: percent },
    yAxis: { ...base, type: 'value', min: 0, max: 1, interval: 0.25, axisLabel: percent },
    series: [
      ...CARRIED.filter((it) => of[it].length > 0).map((it) => ({ type: 'line' as const, name: t(`concentration.${it}`), data: of[it].map((point) => [point.share, point.of]), symbolSize: 4, showSymbol: true, lineStyle: { color: colors[it], width: 2 }, itemStyle: { color: colors[it] } })),
      { type: 'line', name: t('concentration.even'), data: [[0, 0], [1, 1]], showSymbol: false, lineStyle: { color: palette.faint, type: 'dashed', width: 1 }, itemStyle: { color: palette.faint } },
    ],
  };
}

export function concentrationFigures(of: Concentration, { t }: Drawing): Figures {
  return {
    columns: [t('concentration.measure'), t('concentration.members'), t('concentration.of')],
    rows: CARRIED.flatMap((it) => of[it].map((point) => [t(`concentration.${it}`), point.share, point.of])),
  };
}

/** Who came and who went, week by week; those who left point downwards. */
export function comings(weeks: CommunityWeek[], { t, format, palette }: Drawing): Option {
  const base = axis(palette);
  return {
    tooltip: {
      ...tooltip(palette),
      trigger: 'axis',
      formatter: (at) => {
        const week = weeks[(Array.isArray(at) ? at[0] : at)?.dataIndex ?? 0];
        if (week === undefined) return '';
        const lines: Line[] = [[t('comings.joined'), format.whole(week.joined)], [t('comings.left'), format.whole(week.left)], [t('overview.members'), format.whole(week.members)], [t('community.messages'), format.whole(week.messages)]];
        return tip(t('community.weekOf', { day: week.week }), lines);
      },
    },
    legend: { top: 0, left: 0, icon: 'roundRect', itemWidth: 12, itemHeight: 4, textStyle: { color: palette.faint, fontSize: 12 } },
    grid: { left: 48, right: 52, top: 44, bottom: 46 },
    xAxis: { ...base, type: 'category', data: weeks.map((it) => it.week), name: t('community.week'), nameLocation: 'middle', nameGap: 28, axisLabel: { color: palette.faint, fontSize: 11, hideOverlap: true } },
    yAxis: [
      { ...base, type: 'value', splitNumber: 4, axisLabel: { ...base.axisLabel, formatter: (n: number) => format.short(Math.abs(n)) } },
      { ...base, type: 'value', min: 0, splitLine: { show: false }, splitNumber: 4, axisLabel: { ...base.axisLabel, formatter: (n: number) => format.short(n) } },
    ],
    series: [
      { type: 'bar', name: t('comings.joined'), stack: 'flow', data: weeks.map((it) => it.joined), itemStyle: { color: palette.good } },
      { type: 'bar', name: t('comings.left'), stack: 'flow', data: weeks.map((it) => -it.left), itemStyle: { color: palette.bad } },
      { type: 'line', name: t('overview.members'), yAxisIndex: 1, data: weeks.map((it) => it.members), showSymbol: false, lineStyle: { color: palette.accent, width: 2 }, itemStyle: { color: palette.accent } },
    ],
  };
}

export function comingsFigures(key: string, weeks: CommunityWeek[], { t }: Drawing): Figures {
  return {
    columns: [t('community.week'), t('comings.joined'), t('comings.left'), t('overview.members'), t('community.active'), t('community.messages'), t('overview.orders'), t('overview.spend')],
    rows: weeks.map((it) => [it.week, it.joined, it.left, it.members, it.activeShare, it.messages, it.orders, it.spend]),
    links: weeks.map((it) => [null, flowOf(key, 'Community Joined', it.week), flowOf(key, 'Community Left', it.week)]),
  };
}
