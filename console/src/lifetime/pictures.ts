import type { LifetimeFrequency, LifetimeTenth, LifetimeToCome, LifetimeWeek } from '../api/model';
import type { Drawing } from '../chart/drawing';
import { axis, tip, tooltip, type Option } from '../chart/option';
import type { Figures } from '../chart/Panel';
import type { SayLifetime } from './words';

/** Of every picture of the page. */
export const HEIGHT = 320;

export const AHEAD = [30, 90, 365] as const;
export type Ahead = (typeof AHEAD)[number];

const legend = (palette: Drawing['palette']) => ({ top: 0, left: 0, icon: 'roundRect', itemWidth: 12, itemHeight: 4, textStyle: { color: palette.faint, fontSize: 12 } });
const first = (at: unknown) => ((Array.isArray(at) ? at[0] : at) as { dataIndex?: number } | undefined)?.dataIndex ?? 0;

/** Whether the model without leaving was needed. A fit made before it was known has none. */
const withNbd = (of: { nbd?: number | null }[]) => of.some((it) => (it.nbd ?? null) !== null);

/** Repeat orders so far by week, the held-back weeks shaded. */
export function tracking(weeks: LifetimeWeek[], say: SayLifetime, { format, palette }: Drawing): Option {
  const base = axis(palette);
  const line = (name: string, data: (number | null)[], color: string, type: 'solid' | 'dashed') => ({ type: 'line' as const, name, data, showSymbol: false, lineStyle: { color, width: type === 'solid' ? 2.5 : 2, type }, itemStyle: { color } });
  return {
    tooltip: {
      ...tooltip(palette),
      trigger: 'axis',
      formatter: (at) => {
        const week = weeks[first(at)];
        return week === undefined ? '' : tip(`${week.to}${week.heldBack ? ` · ${say('heldBack')}` : ''}`, [
          [say('actual'), format.whole(week.actual)],
          [say('BG_NBD'), format.whole(week.bgNbd)],
          [say('PARETO_NBD'), format.whole(week.paretoNbd)],
          ...(week.nbd === null ? [] : [[say('NBD'), format.whole(week.nbd)] as [string, string]]),
        ]);
      },
    },
    legend: { ...legend(palette), data: [say('actual'), ...(weeks.some((it) => it.bgNbd !== null) ? [say('BG_NBD')] : []), ...(weeks.some((it) => it.paretoNbd !== null) ? [say('PARETO_NBD')] : []), ...(withNbd(weeks) ? [say('NBD')] : []), say('heldBack')] },
    grid: { left: 56, right: 12, top: 40, bottom: 46 },
    xAxis: { ...base, type: 'category', data: weeks.map((it) => it.to), name: say('tracking.axis'), nameLocation: 'middle', nameGap: 28, axisLabel: { color: palette.faint, fontSize: 11, hideOverlap: true } },
    yAxis: [
      { ...base, type: 'value', min: 0, axisLabel: { ...base.axisLabel, formatter: (n: number) => format.short(n) }, splitNumber: 4 },
      { type: 'value', min: 0, max: 1, show: false },
    ],
    series: [
      { type: 'bar', name: say('heldBack'), yAxisIndex: 1, data: weeks.map((it) => (it.heldBack ? 1 : 0)), barCategoryGap: '0%', itemStyle: { color: palette.faint, opacity: 0.14 }, silent: true, animation: false },
      line(say('actual'), weeks.map((it) => it.actual), palette.ink, 'solid'),
      line(say('BG_NBD'), weeks.map((it) => it.bgNbd), palette.accent, 'dashed'),
      line(say('PARETO_NBD'), weeks.map((it) => it.paretoNbd), palette.dimension.content, 'dashed'),
      ...(withNbd(weeks) ? [line(say('NBD'), weeks.map((it) => it.nbd), palette.dimension.social, 'dashed')] : []),
    ],
  };
}

export function trackingFigures(weeks: LifetimeWeek[], say: SayLifetime): Figures {
  const nbd = withNbd(weeks);
  return { columns: [say('tracking.axis'), say('heldBack'), say('actual'), say('BG_NBD'), say('PARETO_NBD'), ...(nbd ? [say('NBD')] : [])], rows: weeks.map((it) => [it.to, it.heldBack ? 1 : 0, it.actual, it.bgNbd, it.paretoNbd, ...(nbd ? [it.nbd] : [])]) };
}

/** Orders per buyer in the held-back period, by how often they had come back before. */
export function frequency(classes: LifetimeFrequency[], say: SayLifetime, { format, palette }: Drawing): Option {
  const base = axis(palette);
  const per = (it: LifetimeFrequency, n: number | null) => (n === null || it.buyers === 0 ? null : n / it.buyers);
  const two = (n: number | null) => (n === null ? '—' : n.toFixed(2));
  const bars = (name: string, data: (number | null)[], color: string) => ({ type: 'bar' as const, name, data, itemStyle: { color, borderRadius: [3, 3, 0, 0] as [number, number, number, number] }, barGap: '8%' });
  return {
    tooltip: {
      ...tooltip(palette),
      trigger: 'axis',
      formatter: (at) => {
        const it = classes[first(at)];
        return it === undefined ? '' : tip(`${say('frequency.axis')}: ${label(it)}`, [
          [say('buyers'), format.whole(it.buyers)],
          [say('actual'), `${two(per(it, it.actual))} · ${format.whole(it.actual)}`],
          [say('BG_NBD'), `${two(per(it, it.bgNbd))} · ${format.whole(it.bgNbd)}`],
          [say('PARETO_NBD'), `${two(per(it, it.paretoNbd))} · ${format.whole(it.paretoNbd)}`],
          ...(it.nbd === null ? [] : [[say('NBD'), `${two(per(it, it.nbd))} · ${format.whole(it.nbd)}`] as [string, string]]),
        ]);
      },
    },
    legend: legend(palette),
    grid: { left: 44, right: 12, top: 40, bottom: 46 },
    xAxis: { ...base, type: 'category', data: classes.map(label), name: say('frequency.axis'), nameLocation: 'middle', nameGap: 28 },
    yAxis: { ...base, type: 'value', min: 0, splitNumber: 4 },
    series: [
      bars(say('actual'), classes.map((it) => per(it, it.actual)), palette.faint),
      ...(classes.some((it) => it.bgNbd !== null) ? [bars(say('BG_NBD'), classes.map((it) => per(it, it.bgNbd)), palette.accent)] : []),
      ...(classes.some((it) => it.paretoNbd !== null) ? [bars(say('PARETO_NBD'), classes.map((it) => per(it, it.paretoNbd)), palette.dimension.content)] : []),
      ...(withNbd(classes) ? [bars(say('NBD'), classes.map((it) => per(it, it.nbd)), palette.dimension.social)] : []),
    ],
  };
}

const label = (it: LifetimeFrequency) => (it.orMore ? `${it.repeats}+` : String(it.repeats));

export function frequencyFigures(classes: LifetimeFrequency[], say: SayLifetime): Figures {
  return { columns: [say('frequency.axis'), say('buyers'), say('actual'), say('BG_NBD'), say('PARETO_NBD'), ...(withNbd(classes) ? [say('NBD')] : [])], rows: classes.map((it) => [label(it), it.buyers, it.actual, it.bgNbd, it.paretoNbd, ...(withNbd(classes) ? [it.nbd] : [])]) };
}

const percent = (n: number) => Math.round(n * 100);

/** Buyers by their probability of being still here. */
export function distribution(tenths: LifetimeTenth[], say: SayLifetime, { format, palette }: Drawing): Option {
  const base = axis(palette);
  return {
    tooltip: {
      ...tooltip(palette),
      trigger: 'axis',
      formatter: (at) => {
        const it = tenths[first(at)];
        return it === undefined ? '' : tip(`${percent(it.from)}–${percent(it.to)}%`, [[say('members'), format.whole(it.members)], [say('spend365'), format.money(it.spend365)]]);
      },
    },
    grid: { left: 56, right: 12, top: 16, bottom: 46 },
    xAxis: { ...base, type: 'category', data: tenths.map((it) => `${percent(it.from)}–${percent(it.to)}`), name: `${say('distribution.axis')} %`, nameLocation: 'middle', nameGap: 28, axisLabel: { color: palette.faint, fontSize: 11, hideOverlap: true } },
    yAxis: { ...base, type: 'value', min: 0, axisLabel: { ...base.axisLabel, formatter: (n: number) => format.short(n) }, splitNumber: 4 },
    series: [{ type: 'bar', name: say('members'), data: tenths.map((it) => it.members), itemStyle: { color: palette.accent, borderRadius: [3, 3, 0, 0] }, barCategoryGap: '18%' }],
  };
}

export function distributionFigures(tenths: LifetimeTenth[], say: SayLifetime): Figures {
  return { columns: [`${say('distribution.axis')} %`, say('members'), say('spend365')], rows: tenths.map((it) => [`${percent(it.from)}–${percent(it.to)}`, it.members, it.spend365]) };
}

/** Expected spend of each class, or orders where no spend is predicted. */
export function toCome(classes: LifetimeToCome[], ahead: Ahead, say: SayLifetime, { t, format, palette }: Drawing): Option {
  const base = axis(palette);
  const money = classes.some((it) => it[`spend${ahead}`] !== null);
  const amount = (it: LifetimeToCome) => (money ? it[`spend${ahead}`] : it[`orders${ahead}`]);
  const whole = classes.reduce((sum, it) => sum + (amount(it) ?? 0), 0);
  const colour = (it: LifetimeToCome) => (it.key === null ? palette.accent : it.key in palette.stage ? palette.stage[it.key as keyof typeof palette.stage] : palette.layer[it.key as keyof typeof palette.layer]);
  return {
    tooltip: {
      ...tooltip(palette),
      trigger: 'axis',
      formatter: (at) => {
        const it = classes[first(at)];
        return it === undefined ? '' : tip(classWord(t, it), [
          [say('members'), format.whole(it.members)],
          [say('alive'), format.whole(it.alive)],
          [say('orders'), format.whole(it[`orders${ahead}`])],
          [say('spend'), format.money(it[`spend${ahead}`])],
        ]);
      },
    },
    grid: { left: 84, right: 96, top: 8, bottom: 28 },
    xAxis: { ...base, type: 'value', min: 0, axisLabel: { ...base.axisLabel, formatter: (n: number) => (money ? format.shortMoney(n) : format.short(n)) }, splitNumber: 4 },
    yAxis: { ...base, type: 'category', inverse: true, data: classes.map((it) => classWord(t, it)), axisLabel: { color: palette.ink, fontSize: 13 }, axisLine: { show: false } },
    series: [{
      type: 'bar',
      barMaxWidth: 34,
      data: classes.map((it) => ({ value: amount(it), itemStyle: { color: colour(it), borderRadius: [0, 3, 3, 0] } })),
      label: { show: true, position: 'right', color: palette.faint, fontSize: 12, formatter: ({ value }) => { const n = Number(value ?? 0); return `${money ? format.shortMoney(n) : format.short(n)} · ${format.share(whole === 0 ? null : n / whole)}`; } },
    }],
  };
}

function classWord(t: Drawing['t'], it: LifetimeToCome): string {
  switch (it.key) {
    case null: return '';
    case 'AWARENESS': case 'INTEREST': case 'PURCHASE': case 'LOYALTY': return t(`stage.${it.key}`);
    default: return t(`layer.${it.key}`);
  }
}

export function toComeFigures(classes: LifetimeToCome[], say: SayLifetime, { t }: Drawing): Figures {
  return {
    columns: ['', say('members'), say('alive'), ...AHEAD.flatMap((n) => [`${say('orders')} ${say('days', { n })}`, `${say('spend')} ${say('days', { n })}`])],
    rows: classes.map((it) => [classWord(t, it), it.members, it.alive, it.orders30, it.spend30, it.orders90, it.spend90, it.orders365, it.spend365]),
  };
}
