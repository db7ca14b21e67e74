import type { ActiveDay, CohortMonth, OrderGap, Repurchase } from '../api/model';
import { axis, tip, tooltip, type Option } from '../chart/option';
import type { Figures } from '../chart/Panel';
import { asAudience } from '../audience/opened';
import { inkOn, onRamp } from '../shell/palette';
import type { CohortDrawing, SayCohort } from './words';

export const MEASURES = ['active', 'buyers'] as const;
export type Measure = (typeof MEASURES)[number];

const month = (day: string) => day.slice(0, 7);

/** Of those who joined in a month (row), the share who were active, or bought, so many months later (column). */
export function retention(cells: CohortMonth[], measure: Measure, { t, format, palette }: CohortDrawing): Option {
  const rows = [...new Set(cells.map((it) => month(it.month)))].sort();
  const columns = Array.from({ length: Math.max(0, ...cells.map((it) => it.monthsSince)) + 1 }, (_, i) => i);
  const share = (it: CohortMonth) => (it.members === 0 ? 0 : it[measure] / it.members);
  // The first month is all of them or nearly so; the colours tell the months after it apart.
  const most = Math.max(0.01, ...cells.filter((it) => it.monthsSince > 0).map(share));
  const size = new Map(cells.map((it) => [month(it.month), it.members]));
  const base = axis(palette);
  return {
    tooltip: {
      ...tooltip(palette),
      trigger: 'item',
      formatter: (at) => {
        const cell = cells[(Array.isArray(at) ? at[0] : at)?.dataIndex ?? 0];
        return cell === undefined ? '' : tip(`${month(cell.month)} · ${t('cohort.later', { n: cell.monthsSince })}`, [
          [t('cohort.joined'), format.whole(cell.members)],
          [t(`cohort.${measure}`), format.whole(cell[measure])],
          [t('cohort.share'), format.share(share(cell))],
        ]);
      },
    },
    grid: { left: 112, right: 8, top: 8, bottom: 44 },
    xAxis: { ...base, type: 'category', data: columns.map(String), name: t('cohort.since'), nameLocation: 'middle', nameGap: 28, axisLine: { show: false } },
    yAxis: { ...base, type: 'category', inverse: true, data: rows.map((it) => `${it}  ${format.short(size.get(it))}`), axisLine: { show: false }, axisLabel: { color: palette.ink, fontSize: 12 } },
    visualMap: { show: false, dimension: 2, min: 0, max: most, inRange: { color: [...palette.heat] } },
    series: [{
      type: 'heatmap',
      itemStyle: { borderColor: palette.surface, borderWidth: 2, borderRadius: 4 },
      label: { show: true },
      data: cells.map((it) => {
        const part = share(it);
        return {
          value: [it.monthsSince, rows.indexOf(month(it.month)), part],
          label: { color: inkOn(onRamp(palette.heat, part / most)), fontSize: 11, formatter: it.members === 0 ? '' : String(Math.round(part * 100)) },
        };
      }),
    }],
  };
}

/** The list of those whom a cell counts: who joined in its month and did so, so many months later. */
export function membersOfCell(cell: CohortMonth, measure: Measure, channel: string | undefined): string {
  const later = new Date(Date.UTC(Number(cell.month.slice(0, 4)), Number(cell.month.slice(5, 7)) - 1 + cell.monthsSince, 1)).toISOString().slice(0, 7);
  return `${membersOfMonth(cell, channel)}&${measure === 'active' ? 'activeMonth' : 'boughtMonth'}=${later}`;
}

/** The list of those who joined in the month of a cell. */
export function membersOfMonth(cell: CohortMonth, channel: string | undefined): string {
  const last = new Date(Date.UTC(Number(cell.month.slice(0, 4)), Number(cell.month.slice(5, 7)), 0)).toISOString().slice(0, 10);
  const question = new URLSearchParams({ joinedFrom: `${month(cell.month)}-01`, joinedTo: last });
  if (channel !== undefined) question.set('channel', channel);
  return `/members?${question.toString()}`;
}

export function retentionFigures(cells: CohortMonth[], channel: string | undefined, { t }: CohortDrawing): Figures {
  return {
    columns: [t('cohort.month'), t('cohort.since'), t('cohort.joined'), t('cohort.active'), t('cohort.buyers')],
    rows: cells.map((it) => [month(it.month), it.monthsSince, it.members, it.active, it.buyers]),
    links: cells.map((it) => [null, null, membersOfMonth(it, channel), ...MEASURES.map((measure) => membersOfCell(it, measure, channel))]),
  };
}

const WEEK = 7;
const BARS = 27;

/** How often it took how many weeks; what took more than half a year stands in the last bar. */
export function gapWeeks(gaps: OrderGap[], kind: 'FIRST' | 'NEXT'): number[] {
  const weeks = Array.from({ length: BARS }, () => 0);
  for (const it of gaps) {
    if (it.kind === kind) {
      const at = Math.min(BARS - 1, Math.floor(Math.max(0, it.days) / WEEK));
      weeks[at] = (weeks[at] ?? 0) + it.times;
    }
  }
  return weeks;
}

/**
 * Who stands in a bar: for the first order exactly they. Between orders the bar counts times, not people; it opens as the audience of who
 * ordered again within its days. Null where there is none.
 */
export function membersOfGap(kind: 'FIRST' | 'NEXT', at: number): string | null {
  const last = at === BARS - 1;
  if (kind === 'FIRST') return `/members?minFirstOrderDays=${at * WEEK}${last ? '' : `&maxFirstOrderDays=${at * WEEK + WEEK - 1}`}`;
  const order = { name: 'Order Completed' };
  return last ? null : asAudience({ kind: 'sequence', first: order, then: order, withinDays: at * WEEK + WEEK - 1, during: { kind: 'ever' } });
}

export function gaps(all: OrderGap[], kind: 'FIRST' | 'NEXT', { t, format, palette }: CohortDrawing): Option {
  const weeks = gapWeeks(all, kind);
  const whole = weeks.reduce((sum, n) => sum + n, 0);
  const word = (at: number) => (at === BARS - 1 ? `≥ ${at * WEEK}` : `${at * WEEK}–${at * WEEK + WEEK - 1}`);
  const base = axis(palette);
  return {
    tooltip: {
      ...tooltip(palette),
      trigger: 'axis',
      formatter: (at) => {
        const i = (Array.isArray(at) ? at[0] : at)?.dataIndex ?? 0;
        const soFar = weeks.slice(0, i + 1).reduce((sum, n) => sum + n, 0);
        return tip(t('gap.days', { days: word(i) }), [
          [t(`gap.${kind}.times`), format.whole(weeks[i])],
          [t('gap.soFar'), format.share(whole === 0 ? null : soFar / whole)],
        ]);
      },
    },
    grid: { left: 56, right: 8, top: 34, bottom: 46 },
    xAxis: { ...base, type: 'category', data: weeks.map((_, i) => String(i * WEEK)), name: t('gap.axis'), nameLocation: 'middle', nameGap: 28, axisLabel: { color: palette.faint, fontSize: 11, interval: 3 } },
    yAxis: { ...base, type: 'value', min: 0, name: t(`gap.${kind}.times`), nameTextStyle: { color: palette.faint, align: 'left', padding: [0, 0, 0, -46] }, axisLabel: { ...base.axisLabel, formatter: (n: number) => format.short(n) }, splitNumber: 4 },
    series: [{ type: 'bar', data: weeks, itemStyle: { color: palette.dimension.consumption, borderRadius: [3, 3, 0, 0] }, barCategoryGap: '18%' }],
  };
}

export function gapFigures(all: OrderGap[], { t }: CohortDrawing): Figures {
  const [first, next] = [gapWeeks(all, 'FIRST'), gapWeeks(all, 'NEXT')];
  return {
    columns: [t('gap.axis'), t('gap.FIRST.times'), t('gap.NEXT.times')],
    rows: first.map((n, i) => [i * WEEK, n, next[i] ?? 0]),
    links: first.map((_, i) => [null, membersOfGap('FIRST', i), membersOfGap('NEXT', i)]),
  };
}

/** Members active on a day and within thirty days, and how much of the second the first is. */
export function rhythm(days: ActiveDay[], { t, format, palette }: CohortDrawing): Option {
  const base = axis(palette);
  return {
    tooltip: {
      ...tooltip(palette),
      trigger: 'axis',
      formatter: (at) => {
        const day = days[(Array.isArray(at) ? at[0] : at)?.dataIndex ?? 0];
        return day === undefined ? '' : tip(day.day, [
          [t('rhythm.day'), format.whole(day.active)],
          [t('rhythm.month'), format.whole(day.activeMonth)],
          [t('rhythm.stickiness'), format.share(day.stickiness)],
        ]);
      },
    },
    legend: { top: 0, left: 0, icon: 'roundRect', itemWidth: 12, itemHeight: 4, textStyle: { color: palette.faint, fontSize: 12 } },
    grid: { left: 56, right: 56, top: 56, bottom: 44 },
    xAxis: { ...base, type: 'category', data: days.map((it) => it.day), name: t('overview.day'), nameLocation: 'middle', nameGap: 28, axisLabel: { color: palette.faint, fontSize: 11, hideOverlap: true } },
    yAxis: [
      { ...base, type: 'value', min: 0, name: t('rhythm.members'), nameTextStyle: { color: palette.faint, align: 'left', padding: [0, 0, 0, -46] }, axisLabel: { ...base.axisLabel, formatter: (n: number) => format.short(n) }, splitNumber: 4 },
      { ...base, type: 'value', min: 0, name: t('rhythm.stickiness'), nameTextStyle: { color: palette.faint, align: 'right', padding: [0, -46, 0, 0] }, splitLine: { show: false }, axisLabel: { ...base.axisLabel, formatter: (n: number) => `${Math.round(n * 100)}%` }, splitNumber: 4 },
    ],
    series: [
      { type: 'line', name: t('rhythm.month'), data: days.map((it) => it.activeMonth), showSymbol: false, lineStyle: { color: palette.stage.PURCHASE, width: 2 }, itemStyle: { color: palette.stage.PURCHASE }, areaStyle: { color: palette.stage.PURCHASE, opacity: 0.1 } },
      { type: 'line', name: t('rhythm.day'), data: days.map((it) => it.active), showSymbol: false, lineStyle: { color: palette.accent, width: 2 }, itemStyle: { color: palette.accent } },
      { type: 'line', name: t('rhythm.stickiness'), yAxisIndex: 1, data: days.map((it) => it.stickiness), showSymbol: false, lineStyle: { color: palette.dimension.interaction, width: 1.5, type: 'dashed' }, itemStyle: { color: palette.dimension.interaction } },
    ],
  };
}

export function rhythmFigures(days: ActiveDay[], { t }: CohortDrawing): Figures {
  return {
    columns: [t('overview.day'), t('rhythm.day'), t('rhythm.month'), t('rhythm.stickiness')],
    rows: days.map((it) => [it.day, it.active, it.activeMonth, it.stickiness]),
    links: days.map((it) => [null, `/members?activeOn=${it.day}`]),
  };
}

export function channelFigures(all: Repurchase[], t: SayCohort): Figures {
  return {
    columns: [t('members.channel'), t('overview.members'), t('repurchase.buyers'), t('repurchase.repeat'), t('repurchase.rate'), t('repurchase.first'), t('repurchase.median')],
    rows: all.map((it) => [it.channel ?? t('repurchase.unknown'), it.members, it.buyers, it.repeatBuyers, it.rate, it.firstOrderDays, it.intervalDays]),
  };
}
