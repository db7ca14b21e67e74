import type { ActivityDay } from '../api/model';
import { asAudience } from '../audience/opened';
import { axis, tip, tooltip, type Option } from '../chart/option';
import type { Figures } from '../chart/Panel';
import type { Drawing } from '../chart/drawing';

export const TRENDS = ['active', 'orders', 'spend', 'newMembers'] as const;
export type Trend = (typeof TRENDS)[number];

/** One figure day by day, with the mean of the seven days up to each: weekdays differ, weeks should not. */
export function activity(days: ActivityDay[], trend: Trend, { t, format, palette }: Drawing): Option {
  // A day that is not over is drawn pale, and is no part of the mean.
  const whole = days.filter((it) => !format.begun(it.day)).length;
  const mean = weekly(days.slice(0, whole).map((it) => it[trend]));
  const short = trend === 'spend' ? format.shortMoney : format.short;
  const exact = trend === 'spend' ? format.money : format.whole;
  const base = axis(palette);
  return {
    tooltip: {
      ...tooltip(palette),
      trigger: 'axis',
      formatter: (at) => {
        const i = (Array.isArray(at) ? at[0] : at)?.dataIndex ?? 0;
        const day = days[i];
        return day === undefined ? '' : tip(day.day, [
          [t(`overview.trend.${trend}`), exact(day[trend])],
          [t('overview.trend.mean'), i >= whole ? t('overview.begun') : trend === 'spend' ? format.money(mean[i]) : format.score(mean[i])],
        ]);
      },
    },
    grid: { left: 58, right: 12, top: 28, bottom: 28 },
    xAxis: { ...base, type: 'category', data: days.map((it) => it.day), axisLabel: { ...base.axisLabel, formatter: (day: string) => day.slice(5), hideOverlap: true } },
    yAxis: {
      ...base, type: 'value', min: 0, name: t(`overview.trend.${trend}`), nameTextStyle: { color: palette.faint, align: 'left', padding: [0, 0, 0, -44] },
      axisLabel: { ...base.axisLabel, formatter: (n: number) => short(n) }, splitNumber: 4,
    },
    series: [
      { type: 'bar', data: days.map((it, i) => (i < whole ? it[trend] : { value: it[trend], itemStyle: { opacity: 0.12 } })), itemStyle: { color: palette.accent, opacity: 0.28, borderRadius: [2, 2, 0, 0] }, barCategoryGap: '18%', emphasis: { itemStyle: { opacity: 0.6 } } },
      { type: 'line', data: mean, showSymbol: false, lineStyle: { color: palette.accent, width: 2 }, itemStyle: { color: palette.accent } },
    ],
  };
}

/** Who is counted in a bar: listed, or for orders opened as an audience. */
export function membersOfDay({ day }: ActivityDay, trend: Trend): string {
  if (trend === 'active') return `/members?activeOn=${day}`;
  if (trend === 'newMembers') return `/members?joinedFrom=${day}&joinedTo=${day}`;
  return asAudience({ kind: 'did', event: { name: 'Order Completed' }, during: { kind: 'between', from: day, to: day }, measure: 'COUNT', is: { atLeast: 1 } });
}

export function activityFigures(days: ActivityDay[], { t }: Drawing): Figures {
  return {
    columns: [t('overview.day'), ...TRENDS.map((it) => t(`overview.trend.${it}`))],
    rows: days.map((it) => [it.day, it.active, it.orders, it.spend, it.newMembers]),
    links: days.map((it) => [null, ...TRENDS.map((trend) => membersOfDay(it, trend))]),
  };
}

/** The mean of the last seven values at each place; fewer at the beginning. */
export function weekly(values: number[]): number[] {
  return values.map((_, i) => {
    const last = values.slice(Math.max(0, i - 6), i + 1);
    return last.reduce((sum, n) => sum + n, 0) / last.length;
  });
}
