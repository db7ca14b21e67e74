import type { ExperimentVerdict, MetricReport } from '../api/model';
import type { Format } from '../text/format';
import type { SayExperiment } from './words';

/** The most days a verdict speaks of; the server says so many where it would take longer. */
const MOST_DAYS = 3650;

/** Figures of metrics as people read them: a share in per cent, anything else as a number. */
export function figureOf(metric: MetricReport): (n: number | null, format: Format) => string {
  const share = isShare(metric);
  const sign = metric.currency === null ? '' : symbol(metric.currency);
  return (n, format) => (n === null ? '—' : share ? percent(n) : `${n < 0 ? '−' : ''}${sign}${number(Math.abs(n), format)}`);
}

/** CNY → ¥ */
function symbol(currency: string): string {
  const parts = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).formatToParts(0);
  return parts.find((it) => it.type === 'currency')?.value ?? currency;
}

/** A mean of noughts and ones has exactly the variance p (1 − p) n / (n − 1). */
export function isShare(metric: MetricReport): boolean {
  if (metric.kind === 'conversion' || metric.kind === 'retention') return true;
  if (metric.kind !== 'number') return false;
  const known = metric.arms.filter((arm) => arm.value !== null && arm.variance !== null && arm.units > 1);
  return known.length > 0 && known.every(({ value, variance, units, denominator }) => value !== null && variance !== null && denominator === 1 && value >= 0 && value <= 1 && Math.abs(variance - (value * (1 - value) * units) / (units - 1)) < 1e-9);
}

export function percent(n: number): string {
  return `${(100 * n).toFixed(2)} %`.replace('-', '−');
}

export function lift(n: number | null): string {
  if (n === null) return '—';
  const shown = (100 * n).toFixed(1);
  return `${n > 0 ? '+' : ''}${shown} %`.replace('-', '−');
}

export function number(n: number, format: Format): string {
  const size = Math.abs(n);
  if (size >= 1000) return format.whole(n);
  return n.toFixed(size >= 10 ? 2 : size >= 0.1 || size === 0 ? 3 : 5).replace('-', '−');
}

/** As many digits as it takes to work something out again. */
export function exact(n: number): string {
  return String(Number(n.toPrecision(6))).replace('-', '−');
}

export function chance(p: number): string {
  return p < 0.0001 ? '< 0.0001' : p.toFixed(4);
}

/** What a report says was done to a metric's figures before they were compared. */
export function lookBackOf(metric: MetricReport, removed: number | null, t: SayExperiment, format: Format): string {
  if (metric.lookBackDays === 0 || (metric.lookBackDays === null && removed === null)) return '';
  const words = metric.lookBackDays === null ? t('experiment.lookBack.file') : t('experiment.lookBack', { days: metric.lookBackDays });
  return removed === null ? words : words + t('experiment.lookBack.removed', { share: format.share(removed) });
}

/** A verdict as one sentence. */
export function sentence(verdict: ExperimentVerdict, metric: MetricReport, t: SayExperiment, format: Format): string {
  const figure = figureOf(metric);
  const size = (n: number, relative: boolean) => (relative ? lift(n) : figure(n, format));
  switch (verdict.kind) {
    case 'helped':
    case 'harmed':
    case 'changed':
      return t(`verdict.${verdict.kind}.by`, { low: size(verdict.by.low, verdict.relative), high: size(verdict.by.high, verdict.relative) });
    case 'noDifferenceSeen':
      return t('verdict.none.than', { than: size(verdict.than, verdict.relative).replace('+', '') });
    case 'tooEarly':
      return verdict.days < MOST_DAYS ? t('verdict.early.days', { days: verdict.days }) : t('verdict.early.never');
    case 'blocked':
      return t('verdict.blocked.why');
    case 'notComparable':
      return t(`verdict.why.${verdict.why}`);
  }
}
