import { InfoCircleOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { Link } from 'react-router';
import type { Against, Finding } from '../api/model';
import { channelInWords } from '../value/channels';
import { Opens } from './Opens';
import { ratioWhy } from './reportWhy';
import { useExperimentText, type ExperimentKey } from './words';
import { chance } from './verdict';

const FINDINGS: Record<string, ExperimentKey> = {
  'in-two-arms': 'finding.in-two-arms', 'held-out-reached': 'finding.held-out-reached', 'layers-noted-late': 'finding.layers-noted-late',
  'layers-not-noted': 'finding.layers-not-noted', 'cost-unknown': 'finding.cost-unknown', 'orders-other-currency': 'finding.orders-other-currency',
};

/** Whom a report compares with, and what has to be known before its figures are read. */
export function Trust({ against, findings }: { against: Against | null; findings: Finding[] }) {
  const { t, format } = useExperimentText();
  return (
    <div className="findings">
      {against === null ? (
        <Alert type="info" showIcon title={t('reports.noHoldout')} description={t('reports.noHoldout.note')} action={<Link to="/experiments?view=holdout"><Button size="small">{t('experiments.view.holdout')}</Button></Link>} />
      ) : (
        <div>
          {t('reports.against', { share: format.share(against.share), heldOut: format.whole(against.heldOut), reached: format.whole(against.reached), from: against.from, until: against.until })} <span className="quiet"><Opens of={ratioWhy(against, t, format)}>p {chance(against.pValue)}</Opens></span>
          {against.layersOf !== null && <> {t('reports.layersOf', { day: against.layersOf })}</>}
        </div>
      )}
      {against !== null && against.openDays > 0 && <Alert type="info" showIcon title={t('reports.open', { days: against.openDays })} description={t('reports.open.note')} />}
      {against !== null && against.pValue < 0.001 && <Alert type="error" showIcon title={t('experiment.ratio.wrong')} description={`p ${chance(against.pValue)} · ${t('experiment.ratio.blocked')}`} />}
      {findings.map((it) => {
        const key = FINDINGS[it.code];
        const words = key === undefined ? it.code : t(key, { n: format.whole(it.count), of: channelInWords(it.of ?? '', t), members: format.whole(it.members), currencies: it.currencies ?? '' });
        return it.grave ? <Alert key={it.code + (it.of ?? '')} type="warning" showIcon title={words} /> : <div key={it.code + (it.of ?? '')} className="quiet"><InfoCircleOutlined /> {words}</div>;
      })}
    </div>
  );
}
