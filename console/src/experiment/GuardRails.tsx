import { SafetyOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { Metric } from '../api/model';
import { useGuardRails } from './experiments';
import { useExperimentText, type ExperimentKey } from './words';

const NAMES: Record<string, ExperimentKey> = { 'opt-outs': 'guard.optOuts', complaints: 'guard.complaints', blocked: 'guard.blocked' };

/** What any experiment should watch, a press each; what is in already is not offered again. */
export function GuardRails({ in: metrics, add }: { in: Metric[]; add: (metric: Metric) => void }) {
  const { t } = useExperimentText();
  const rails = (useGuardRails().data?.items ?? []).map(({ code, metric }) => {
    const key = NAMES[code];
    return key === undefined ? metric : { ...metric, name: t(key) };
  });
  const left = rails.filter((rail) => !metrics.some((it) => it.name === rail.name));
  if (left.length === 0) return null;
  return (
    <div className="guard-rails">
      <span className="quiet">{t('guard.offer')}</span>
      {left.map((rail) => <Button key={rail.name} size="small" icon={<SafetyOutlined />} onClick={() => add(rail)}>{rail.name}</Button>)}
    </div>
  );
}
