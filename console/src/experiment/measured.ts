import type { ExperimentVerdict, Measured, MetricReport } from '../api/model';
import type { Format } from '../text/format';
import { lift, number, percent } from './verdict';
import type { SayExperiment } from './words';

const SHARES = ['buyers', 'retained'];
const MONEY = ['gmv', 'value'];

/** A figure of the reports in the shape of a metric, so that it opens to the same formula. */
export function metricOf(of: Measured, t: SayExperiment): MetricReport {
  return {
    name: t(`outcome.${of.metric}`), kind: SHARES.includes(of.metric) ? 'conversion' : 'number', windowDays: null, currency: null, moreIsBetter: true, guardRail: false,
    winsorAt: null, winsorValue: null, lookBackDays: of.metric === 'score' ? null : 90, arms: [of.heldOut, of.reached], comparisons: [],
  };
}

/** A sum with its sign: people, orders or money. */
export function total(metric: string, n: number | null, format: Format): string {
  if (n === null) return '—';
  const size = MONEY.includes(metric) ? format.shortMoney(Math.abs(n)) : format.short(Math.round(Math.abs(n)));
  return `${n > 0 ? '+' : n < 0 ? '−' : ''}${size}`;
}

/** How much more there was: in all, or of each member where that adds up to nothing. */
export function gained({ metric, effect, total: sum, totalInterval }: Measured, format: Format): { more: string; low: string; high: string } | null {
  if (effect === null) return null;
  if (totalInterval !== null) return { more: total(metric, sum, format), low: total(metric, totalInterval.low, format), high: total(metric, totalInterval.high, format) };
  const each = (n: number) => `${n > 0 ? '+' : ''}${n.toFixed(2)}`.replace('-', '−');
  return { more: each(effect.difference), low: each(effect.interval.low), high: each(effect.interval.high) };
}

/** What a verdict says of a sum. */
export function said(verdict: ExperimentVerdict, metric: string, t: SayExperiment, format: Format): string {
  const size = (n: number, relative: boolean) => (relative ? lift(n) : SHARES.includes(metric) ? percent(n) : number(n, format));
  switch (verdict.kind) {
    case 'helped':
    case 'harmed':
    case 'changed':
      return t(`verdict.${verdict.kind}.by`, { low: size(verdict.by.low, verdict.relative), high: size(verdict.by.high, verdict.relative) });
    case 'noDifferenceSeen':
      return t('verdict.none.than', { than: size(verdict.than, verdict.relative).replace('+', '') });
    case 'tooEarly':
      return t('reports.open', { days: verdict.days });
    case 'blocked':
      return t('verdict.blocked.why');
    case 'notComparable':
      return t(`verdict.why.${verdict.why}`);
  }
}
