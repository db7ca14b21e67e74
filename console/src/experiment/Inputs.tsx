import { Table, type TableColumnsType } from 'antd';
import type { ArmSize, PowerAnswer, PowerQuestion, Report, UpliftBin } from '../api/model';
import { FormulaDrawer } from './FormulaDrawer';
import { useExperimentText } from './words';
import { chance, exact, percent } from './verdict';

/** How the check of the arms' sizes was worked out. */
export function RatioWhy({ of: { health, clusters }, close }: { of: Report; close: () => void }) {
  const { t, format } = useExperimentText();
  const columns: TableColumnsType<ArmSize> = [
    { title: t('experiment.arm'), dataIndex: 'name' },
    { title: t('design.weight'), dataIndex: 'weight', align: 'right' },
    { title: `n ${t(clusters ? 'experiment.communities' : 'experiment.members')}`, key: 'n', align: 'right', render: (_, it) => format.whole(counted(it)) },
    { title: `e ${t('experiment.expected')}`, dataIndex: 'expected', align: 'right', render: exact },
    { title: t('formula.chi.term'), key: 'term', align: 'right', render: (_, it) => (it.expected > 0 ? exact((counted(it) - it.expected) ** 2 / it.expected) : '—') },
  ];
  return (
    <FormulaDrawer
      title={`${t('formula.chi')} · ${t('experiment.how')}`} note={t('formula.chi.note')} formula={RATIO} close={close}
      lines={[['χ²', exact(health.statistic)], [t('formula.chi.degrees'), String(health.arms.length - 1)], ['p', chance(health.pValue)], [t('formula.chi.limit'), '0.001']]}
    >
      <Table size="small" rowKey="key" columns={columns} dataSource={health.arms} pagination={false} scroll={{ x: 'max-content' }} />
    </FormulaDrawer>
  );
}

function counted({ clusters, members }: ArmSize): number {
  return clusters ?? members;
}

const RATIO = `e  = N · w / Σ w
χ² = Σ (n − e)² / e
p  = P( χ²(k − 1) > χ² )`;

interface Step {
  bin: number;
  share: number;
  controls: number;
  controlYield: number;
  treated: number;
  treatedYield: number;
  gain: number;
}

/** How the curve of whom to treat first, and its coefficient, were worked out. */
export function QiniWhy({ bins, coefficient, close }: { bins: UpliftBin[]; coefficient: number; close: () => void }) {
  const { t, format } = useExperimentText();
  const columns: TableColumnsType<Step> = [
    { title: t('formula.qini.bin'), dataIndex: 'bin', align: 'right' },
    { title: 'φ', dataIndex: 'share', align: 'right', render: format.share },
    { title: 'N₁', dataIndex: 'controls', align: 'right', render: format.whole },
    { title: 'Y₁', dataIndex: 'controlYield', align: 'right', render: exact },
    { title: 'N₂', dataIndex: 'treated', align: 'right', render: format.whole },
    { title: 'Y₂', dataIndex: 'treatedYield', align: 'right', render: exact },
    { title: 'Q', dataIndex: 'gain', align: 'right', render: exact },
  ];
  return (
    <FormulaDrawer title={`${t('formula.qini')} · ${t('experiment.how')}`} note={t('formula.qini.note')} formula={QINI} lines={[[t('formula.qini'), exact(coefficient)]]} close={close}>
      <Table size="small" rowKey="bin" columns={columns} dataSource={steps(bins)} pagination={false} scroll={{ x: 'max-content' }} />
    </FormulaDrawer>
  );
}

/** Bins added up from the best on. */
export function steps(bins: UpliftBin[]): Step[] {
  const all = bins.reduce((sum, it) => sum + it.treated, 0);
  let sum: UpliftBin = { controls: 0, controlYield: 0, treated: 0, treatedYield: 0 };
  return bins.map((bin, i) => {
    sum = { controls: sum.controls + bin.controls, controlYield: sum.controlYield + bin.controlYield, treated: sum.treated + bin.treated, treatedYield: sum.treatedYield + bin.treatedYield };
    const asControl = sum.controls === 0 ? 0 : (sum.controlYield * sum.treated) / sum.controls;
    return { ...sum, bin: i + 1, share: sum.treated / all, gain: (sum.treatedYield - asControl) / all };
  });
}

const QINI = `Q(φ) = ( Y₂(φ) − Y₁(φ) · N₂(φ) / N₁(φ) ) / N₂
Qini = Σ (φᵢ − φᵢ₋₁) (Qᵢ + Qᵢ₋₁) / 2 − Q(1) / 2`;

/** How the number of members was worked out. */
export function PowerWhy({ question, answer, members, close }: { question: PowerQuestion; answer: PowerAnswer; members: number | null; close: () => void }) {
  const { t, format } = useExperimentText();
  const { clusterSize, alike, removed, variance } = question;
  return (
    <FormulaDrawer
      title={t('formula.power')} note={t('formula.power.note')} formula={POWER} close={close}
      lines={[
        ...(members === null ? [] : [[t('formula.power.of'), format.whole(members)] as [string, string]]),
        [t('formula.power.mean'), exact(question.mean)],
        [t('formula.power.variance'), variance === null ? t('formula.power.rate') : exact(variance)],
        [t('formula.power.lift'), percent(question.lift)],
        [t('formula.power.shares'), `${format.share(question.controlShare)} / ${format.share(question.treatmentShare)}`],
        [t('formula.power.removed'), format.share(removed ?? 0)],
        ...(clusterSize === null ? [] : [[t('power.designEffect'), `1 + (${clusterSize} − 1) · ${alike ?? 0} = ${exact(answer.designEffect)}`] as [string, string]]),
        [t('formula.power.spread'), exact(answer.spread)],
        [t('formula.power.alpha'), exact(answer.alpha)],
        [t('formula.power.reach'), exact(answer.reach)],
        [t('formula.power.quantile', { power: format.share(answer.power) }), exact(answer.quantile)],
        [t('power.members'), format.whole(answer.members)],
        ...(answer.communities === null || clusterSize === null ? [] : [[t('power.communities'), `⌈ ${format.whole(answer.members)} / ${clusterSize} ⌉ = ${format.whole(answer.communities)}`] as [string, string]]),
        [t('power.days'), `⌈ ${format.whole(answer.members)} / ${format.whole(question.perDay)} ⌉ + ${question.windowDays} = ${format.whole(answer.days)}`],
        [t('power.month'), `(c + z) · √( S / (30 · ${format.whole(question.perDay)}) ) / μ = ${percent(answer.detectableIn30Days)}`],
      ]}
    />
  );
}

const POWER = `n = (c + z)² · S / (μ · δ)²
S = (v₁/w₁ + v₂/w₂) · (1 − r) · (1 + (m − 1) ICC)
c = √( 2 (k+1)/k · ln( √(k+1)/α ) ),  k = −2 ln α + ln(−2 ln α + 1)`;
