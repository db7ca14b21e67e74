import { Drawer, Table, type TableColumnsType } from 'antd';
import type { ArmComparison, ArmFigure, MetricReport, Report } from '../api/model';
import { useExperimentText } from './words';
import { chance, figureOf, number } from './verdict';

/** How a figure was worked out: its formula, then every number in it. */
export function Formula({ metric, comparison, report, more = [], note, close }: {
  metric: MetricReport;
  comparison: ArmComparison;
  report: Pick<Report, 'alpha' | 'clusters' | 'once'> & { health: { arms: unknown[] } };
  more?: [string, string][];
  note?: string;
  close: () => void;
}) {
  const { t, format } = useExperimentText();
  const figure = figureOf(metric);
  const { effect } = comparison;
  const columns: TableColumnsType<ArmFigure> = [
    { title: t('experiment.arm'), dataIndex: 'arm' },
    { title: 'n', dataIndex: 'units', align: 'right', render: format.whole },
    { title: 'ȳ', dataIndex: 'numerator', align: 'right', render: (n: number) => number(n, format) },
    { title: 'x̄', dataIndex: 'denominator', align: 'right', render: (n: number) => number(n, format) },
    { title: t('experiment.value'), dataIndex: 'value', align: 'right', render: (n: number | null) => figure(n, format) },
    { title: 's²', dataIndex: 'variance', align: 'right', render: (n: number | null) => (n === null ? '—' : number(n, format)) },
    { title: t('experiment.error'), dataIndex: 'error', align: 'right', render: (n: number | null) => (n === null ? '—' : number(n, format)) },
  ];
  const lines: [string, string][] = effect === null ? [] : [
    [t('formula.difference'), `${figure(effect.difference, format)} ± ${number(effect.error, format)}`],
    [t('formula.degrees'), number(effect.degrees, format)],
    [t('formula.p'), chance(effect.pValue)],
    [t('formula.interval', { level: format.share(1 - report.alpha / (report.health.arms.length - 1)) }), `${figure(effect.interval.low, format)} … ${figure(effect.interval.high, format)}`],
    [t('formula.alwaysP'), chance(effect.alwaysPValue)],
    [t('formula.alwaysInterval'), `${figure(effect.alwaysInterval.low, format)} … ${figure(effect.alwaysInterval.high, format)}`],
    ...(comparison.qValue === null ? [] : [[t('formula.q'), chance(comparison.qValue)] as [string, string]]),
    ...(effect.theta === null ? [] : [[t('formula.cuped'), `θ = ${number(effect.theta, format)} · ${format.share(effect.varianceRemoved)} · ${t('formula.unadjusted')} ${figure(effect.unadjusted, format)}`] as [string, string]]),
    ...(metric.winsorValue === null ? [] : [[t('formula.winsor', { at: format.share(metric.winsorAt) }), number(metric.winsorValue, format)] as [string, string]]),
    ...more,
  ];
  return (
    <Drawer open onClose={close} title={`${metric.name} · ${t('experiment.how')}`} size={760} destroyOnHidden>
      {note !== undefined && <p>{note}</p>}
      <pre className="formula">{FORMULAS}</pre>
      <Table size="small" rowKey="arm" columns={columns} dataSource={metric.arms} pagination={false} scroll={{ x: 'max-content' }} />
      <dl className="formula-lines">{lines.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
      <p className="quiet">{report.clusters ? t('formula.clusters') : t('formula.members')} {report.once ? t('formula.once') : t('formula.always')}</p>
    </Drawer>
  );
}

const FORMULAS = `R  = ȳ / x̄
s² = Σ ((y − R x) / x̄)² / (n − 1)
Δ  = R₂ − R₁          se² = s₁²/n₁ + s₂²/n₂
ν  = se⁴ / ((s₁²/n₁)²/(n₁−1) + (s₂²/n₂)²/(n₂−1))
Δ ± t(1−α/2, ν) · se
Δ ± se · √( 2 (tρ²+1)/(tρ²) · ln( √(tρ²+1)/α ) )
R₂/R₁ − 1             se² = (v₂ + (R₂/R₁)² v₁) / R₁²,  v = s²/n`;
