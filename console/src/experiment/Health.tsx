import { CheckCircleOutlined, InfoCircleOutlined } from '@ant-design/icons';
import { Alert, Table, type TableColumnsType } from 'antd';
import type { ArmSize, Finding, Report } from '../api/model';
import { Panel } from '../chart/Panel';
import { useExperimentText, type ExperimentKey } from './words';
import { chance } from './verdict';

const FINDINGS: Record<string, ExperimentKey> = {
  'unreadable-lines': 'finding.unreadable-lines', 'no-unit-or-arm': 'finding.no-unit-or-arm', 'no-cluster': 'finding.no-cluster', 'assignment-changed': 'finding.assignment-changed',
  'in-two-arms': 'finding.in-two-arms', repeated: 'finding.repeated', 'cluster-in-two-arms': 'finding.cluster-in-two-arms',
  'outcome-before-exposure': 'finding.outcome-before-exposure', 'figure-missing': 'finding.figure-missing',
  'figure-not-finite': 'finding.figure-not-finite', 'window-open': 'finding.window-open', 'in-other-experiments': 'finding.in-other-experiments',
};

/** Whether the figures can be trusted, before any of them is shown. */
export function Health({ of: { health, clusters } }: { of: Report }) {
  const { t, format } = useExperimentText();
  const ratio = `χ² = ${health.statistic.toFixed(2)} · p ${chance(health.pValue)}`;
  const columns: TableColumnsType<ArmSize> = [
    { title: t('experiment.arm'), dataIndex: 'name' },
    { title: t('experiment.members'), dataIndex: 'members', align: 'right', render: format.whole },
    ...(clusters ? [{ title: t('experiment.communities'), dataIndex: 'clusters', align: 'right' as const, render: format.whole }] : []),
    { title: t('experiment.expected'), dataIndex: 'expected', align: 'right', render: format.whole },
  ];
  return (
    <Panel title={t('experiment.health')} note={t('experiment.health.note')}>
      <Table size="small" rowKey="key" columns={columns} dataSource={health.arms} pagination={false} scroll={{ x: 'max-content' }} />
      <div className="findings">
        {health.blocked ? <Alert type="error" showIcon title={t('experiment.ratio.wrong')} description={`${ratio} · ${t('experiment.ratio.blocked')}`} /> : <div><CheckCircleOutlined className="high" /> {t('experiment.ratio.right')} <span className="quiet">{ratio}</span></div>}
        {health.findings.map((it) => {
          const key = `${it.code}${it.of ?? ''}`;
          return it.grave ? <Alert key={key} type="warning" showIcon title={words(it)} /> : <div key={key} className="quiet"><InfoCircleOutlined /> {words(it)}</div>;
        })}
      </div>
    </Panel>
  );

  function words({ code, count, of }: Finding): string {
    const key = FINDINGS[code];
    return key === undefined ? `${code} ${count}` : t(key, { n: format.whole(count), of: of ?? '' });
  }
}
