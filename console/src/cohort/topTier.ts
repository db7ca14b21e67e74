import type { TopSpenderMonth } from '../api/model';
import { axis, tip, tooltip, type Option } from '../chart/option';
import type { Figures } from '../chart/Panel';
import type { CohortDrawing } from './words';

const of = (it: TopSpenderMonth) => `${it.from} – ${it.to}`;

/** What the tier brought in each month, and how much of the tier before was in it again. */
export function topTier(months: TopSpenderMonth[], { t, format, palette }: CohortDrawing): Option {
  const base = axis(palette);
  return {
    tooltip: {
      ...tooltip(palette),
      trigger: 'axis',
      formatter: (at) => {
        const month = months[(Array.isArray(at) ? at[0] : at)?.dataIndex ?? 0];
        return month === undefined ? '' : tip(of(month), [
          [t('tier.members'), format.whole(month.members)],
          [t('tier.line'), format.money(month.line)],
          [t('tier.share'), format.share(month.spendShare)],
          [t('tier.retention'), format.share(month.retention)],
        ]);
      },
    },
    legend: { top: 0, left: 0, icon: 'roundRect', itemWidth: 12, itemHeight: 4, textStyle: { color: palette.faint, fontSize: 12 } },
    grid: { left: 56, right: 16, top: 48, bottom: 44 },
    xAxis: { ...base, type: 'category', data: months.map((it) => it.to), name: t('tier.until'), nameLocation: 'middle', nameGap: 28, axisLabel: { color: palette.faint, fontSize: 11, hideOverlap: true } },
    yAxis: { ...base, type: 'value', min: 0, max: 1, interval: 0.25, axisLabel: { ...base.axisLabel, formatter: (n: number) => `${Math.round(n * 100)}%` } },
    series: [
      { type: 'bar', name: t('tier.share'), data: months.map((it) => it.spendShare ?? null), itemStyle: { color: palette.accent, opacity: 0.35, borderRadius: [2, 2, 0, 0] }, barMaxWidth: 36 },
      { type: 'line', name: t('tier.retention'), data: months.map((it) => it.retention ?? null), symbolSize: 6, lineStyle: { color: palette.dimension.interaction, width: 2 }, itemStyle: { color: palette.dimension.interaction } },
    ],
  };
}

export function topTierFigures(months: TopSpenderMonth[], { t }: CohortDrawing): Figures {
  return {
    columns: [t('tier.from'), t('tier.until'), t('repurchase.buyers'), t('tier.members'), t('tier.line'), t('tier.spend'), t('tier.share'), t('tier.retained'), t('tier.retention')],
    rows: months.map((it) => [it.from, it.to, it.buyers, it.members, it.line, it.tierSpend, it.spendShare ?? null, it.retained, it.retention ?? null]),
  };
}
