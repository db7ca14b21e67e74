import { Alert, Drawer } from 'antd';
import type { CommunityDetail, GoldenRule, Period, PeriodReason } from '../api/model';
import { PeriodTag } from './PeriodTag';
import { usePeriodText } from './periodWords';
import { ValueParts } from './CarriedPanels';

/** Why a community is golden or silver: its figure, the line, its rank, and the rule that drew the line. */
export default function WhyPeriod({ of, close }: { of: CommunityDetail; close: () => void }) {
  const { t, format } = usePeriodText();
  const { stage, period, rule } = of;
  if (stage === null || period === null || rule === null) return null;
  return (
    <Drawer open onClose={close} size={640} title={t('whyPeriod.title', { period: t(`period.${stage}`) })}>
      <div data-testid="why-period" role="group" aria-label={t('whyPeriod.title', { period: t(`period.${stage}`) })} tabIndex={0}>
        <p className="why-value"><PeriodTag period={stage} /> <data value={period.value}>{format.score(period.value)}</data> {stage === 'SILVER' ? '<' : '≥'} <data value={period.line}>{format.score(period.line)}</data></p>
        {of.asOf !== null && <p className="quiet">{t('whyPeriod.asOf', { day: of.asOf })}</p>}
        <Sentences stage={stage} of={period} rule={rule} />
        <p>{t('whyPeriod.value')}</p>
        <pre className="formula">{t('whyPeriod.formula')}</pre>
        <ValueParts id={of.id} />
      </div>
    </Drawer>
  );
}

function Sentences({ stage, of, rule }: { stage: Period; of: PeriodReason; rule: GoldenRule }) {
  const { t, format } = usePeriodText();
  const exact = (n: number | null) => (n === null ? '—' : String(Math.round(n * 1e4) / 1e4));
  const figures = { n: rule.line, bestSilver: exact(of.bestSilver), poorestGolden: exact(of.poorestGolden) };
  const drawn = rule.kind === 'ABSOLUTE' ? t('whyPeriod.rule.ABSOLUTE', figures) : t(of.silver === 0 ? 'whyPeriod.rule.PERCENTILE.none' : 'whyPeriod.rule.PERCENTILE', figures);
  return (
    <ul>
      <li>{t(`whyPeriod.${stage}`, { value: exact(of.value), line: exact(of.line), gap: exact(Math.abs(of.value - of.line)) })}</li>
      <li>{t('whyPeriod.rank', { communities: format.whole(of.communities), rank: format.whole(of.rank), silver: format.whole(of.silver) })}</li>
      <li>{of.ruleChanged ? <Alert type="info" showIcon title={t('whyPeriod.changed')} /> : drawn}</li>
    </ul>
  );
}
