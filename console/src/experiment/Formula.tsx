import { Table, type TableColumnsType } from 'antd';
import type { ArmComparison, ArmFigure, Ends, MetricReport, Report, ShownEffect, ShownSequence } from '../api/model';
import type { Format } from '../text/format';
import { FormulaDrawer, type FormulaLine } from './FormulaDrawer';
import { useExperimentText, type SayExperiment } from './words';
import { chance, exact, figureOf, lift, number } from './verdict';

/** How a figure was worked out: its formula, then every number in it. */
export function Formula({ metric, comparison, report, more = [], note, parts = false, close }: {
  metric: MetricReport;
  comparison: ArmComparison;
  report: Pick<Report, 'alpha' | 'clusters' | 'once'> & { health: { arms: unknown[] } };
  more?: FormulaLine[];
  note?: string;
  /** Whether it is one of the parts of the members, among whom its q is. */
  parts?: boolean;
  close: () => void;
}) {
  const { t, format } = useExperimentText();
  const { effect } = comparison;
  const adjusted = effect !== null && effect.theta !== null;
  const columns = columnsOf(metric, effect, t, format);
  const arms = adjusted ? metric.arms.filter((arm, i) => i === 0 || arm.arm === comparison.arm) : metric.arms;
  const level = 1 - report.alpha / (report.health.arms.length - 1);
  const lines: FormulaLine[] = effect === null ? [] : [
    ...effectLines(effect, metric, level, t, format),
    ...(comparison.qValue === null ? [] : [[t(parts ? 'formula.among.parts' : 'formula.q'), chance(comparison.qValue)] as FormulaLine]),
    ...(adjusted ? adjustmentLines(effect, metric, t, format) : []),
    ...(metric.winsorValue === null ? [] : [[t('formula.winsor', { at: format.share(metric.winsorAt) }), number(metric.winsorValue, format)] as FormulaLine]),
    ...(effect.sequence === null ? [] : sequenceLines(effect.sequence, t, format)),
    ...more,
  ];
  const foot = [t(report.clusters ? 'formula.clusters' : 'formula.members'), t(report.once ? 'formula.once' : 'formula.always'), ...(metric.moreIsBetter === null ? [t('formula.told')] : [])];
  return (
    <FormulaDrawer title={`${metric.name} · ${t('experiment.how')}`} {...(note === undefined ? {} : { note })} formula={adjusted ? FORMULAS + CUPED : FORMULAS} lines={lines} foot={foot.join(' ')} close={close}>
      <Table size="small" rowKey="arm" columns={columns} dataSource={arms} pagination={false} scroll={{ x: 'max-content' }} />
    </FormulaDrawer>
  );
}

function columnsOf(metric: MetricReport, effect: ShownEffect | null, t: SayExperiment, format: Format): TableColumnsType<ArmFigure> {
  const figure = figureOf(metric);
  const plain = (n: number | null | undefined) => (n === null || n === undefined ? '—' : exact(n));
  const adjustment = effect?.adjustment ?? null;
  const before: TableColumnsType<ArmFigure> = adjustment === null ? [] : [
    { title: `R⁰ ${t('formula.beforeValue')}`, dataIndex: 'before', align: 'right', render: plain },
    { title: `cov ${t('formula.covariance')}`, dataIndex: 'covariance', align: 'right', render: plain },
    { title: `s₀² ${t('formula.beforeVariance')}`, dataIndex: 'varianceBefore', align: 'right', render: plain },
    { title: `R′ ${t('formula.adjusted')}`, key: 'adjusted', align: 'right', render: (_, it) => plain(it.arm === metric.arms[0]?.arm ? adjustment.control : adjustment.treatment) },
  ];
  return [
    { title: t('experiment.arm'), dataIndex: 'arm' },
    { title: 'n', dataIndex: 'units', align: 'right', render: format.whole },
    { title: 'ȳ', dataIndex: 'numerator', align: 'right', render: plain },
    { title: 'x̄', dataIndex: 'denominator', align: 'right', render: plain },
    { title: `R ${t('experiment.value')}`, dataIndex: 'value', align: 'right', render: (n: number | null) => figure(n, format) },
    { title: 's²', dataIndex: 'variance', align: 'right', render: plain },
    { title: t('experiment.error'), dataIndex: 'error', align: 'right', render: plain },
    ...before,
  ];
}

function effectLines(effect: ShownEffect, metric: MetricReport, level: number, t: SayExperiment, format: Format): FormulaLine[] {
  const figure = figureOf(metric);
  const ends = (of: Ends) => `${figure(of.low, format)} … ${figure(of.high, format)}`;
  const lifts = (of: Ends | null) => (of === null ? '—' : `${lift(of.low)} … ${lift(of.high)}`);
  return [
    [t('formula.difference'), `${figure(effect.difference, format)} ± ${exact(effect.error)}`],
    [t('formula.degrees'), exact(effect.degrees)],
    [t('formula.p'), chance(effect.pValue)],
    [t('formula.interval', { level: format.share(level) }), ends(effect.interval)],
    [t('formula.alwaysP'), chance(effect.alwaysPValue)],
    [t('formula.alwaysInterval'), ends(effect.alwaysInterval)],
    [t('formula.lift'), lift(effect.lift)],
    [`${t('formula.liftInterval')} · ${t('formula.interval', { level: format.share(level) })}`, lifts(effect.liftInterval)],
    [`${t('formula.liftInterval')} · ${t('formula.alwaysInterval')}`, lifts(effect.alwaysLiftInterval)],
  ];
}

function adjustmentLines(effect: ShownEffect, metric: MetricReport, t: SayExperiment, format: Format): FormulaLine[] {
  const figure = figureOf(metric);
  return [
    [t('formula.lookBack'), metric.lookBackDays === null ? t('formula.lookBack.file') : t('formula.lookBack.days', { days: metric.lookBackDays })],
    [t('formula.theta'), effect.theta === null ? '—' : exact(effect.theta)],
    ...(effect.adjustment === null ? [] : [[t('formula.before'), exact(effect.adjustment.before)] as FormulaLine]),
    [t('formula.cuped'), format.share(effect.varianceRemoved)],
    [t('formula.unadjusted'), figure(effect.unadjusted, format)],
  ];
}

function sequenceLines(of: ShownSequence, t: SayExperiment, format: Format): FormulaLine[] {
  return [
    [t('formula.alpha'), exact(of.alpha)],
    [t('formula.units'), format.whole(of.units)],
    [t('formula.plannedUnits'), exact(of.plannedUnits)],
    [t('formula.rho'), exact(of.rhoSquared)],
    [t('formula.quantile'), exact(of.quantile)],
    [t('formula.normal'), exact(of.normal)],
    [t('formula.width'), exact(of.width)],
  ];
}

const FORMULAS = `R  = ȳ / x̄
s² = Σ ((y − R x) / x̄)² / (n − 1)
Δ  = R₂ − R₁          se² = s₁²/n₁ + s₂²/n₂
ν  = se⁴ / ((s₁²/n₁)²/(n₁−1) + (s₂²/n₂)²/(n₂−1))
Δ ± t(1−α/2, ν) · se
Δ ± c · se
c  = √( 2 (tρ²+1)/(tρ²) · ln( √(tρ²+1)/α ) ) · t(1−α/2, ν) / z(1−α/2)
ρ² = (−2 ln α + ln(−2 ln α + 1)) / t*
R₂/R₁ − 1             se² = (v₂ + (R₂/R₁)² v₁) / R₁²,  v = s²/n`;

const CUPED = `
θ  = ((n₁−1) cov₁ + (n₂−1) cov₂) / ((n₁−1) s₀₁² + (n₂−1) s₀₂²)
k  = (N−2)/(N−3) · (1 + (R⁰₂ − R⁰₁)² / (S (1/n₁ + 1/n₂))),  N = n₁ + n₂,  S = (n₁−1) s₀₁² + (n₂−1) s₀₂²
R′ = R − θ (R⁰ − R⁰₁₊₂)      s′² = k (s² − 2 θ cov + θ² s₀²)
Δ  = R′₂ − R′₁        se² = s′₁²/n₁ + s′₂²/n₂        ν′ = ν (N−3)/(N−2)`;
