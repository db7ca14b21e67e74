import { CheckCircleOutlined, InfoCircleOutlined } from '@ant-design/icons';
import { Alert, Button, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import type { ArmSize, Finding, Report } from '../api/model';
import { Panel } from '../chart/Panel';
import { RatioWhy } from './Inputs';
import { useExperimentText, type ExperimentKey } from './words';
import { chance } from './verdict';

const FINDINGS: Record<string, ExperimentKey> = {
  'unreadable-lines': 'finding.unreadable-lines', 'no-unit-or-arm': 'finding.no-unit-or-arm', 'no-cluster': 'finding.no-cluster', 'assignment-changed': 'finding.assignment-changed',
  'in-two-arms': 'finding.in-two-arms', repeated: 'finding.repeated', 'cluster-in-two-arms': 'finding.cluster-in-two-arms',
  'outcome-before-exposure': 'finding.outcome-before-exposure', 'figure-missing': 'finding.figure-missing',
  'figure-not-finite': 'finding.figure-not-finite', 'window-open': 'finding.window-open', 'in-other-experiments': 'finding.in-other-experiments',
  'other-currency': 'finding.other-currency',
};

/** What is found of several metrics alike is said once. */
export function together(findings: Finding[]): Finding[] {
  const found: Finding[] = [];
  for (const it of findings) {
    const at = found.findIndex((other) => other.code === 'window-open' && it.code === other.code && it.count === other.count);
    const other = found[at];
    if (other === undefined) found.push(it);
    else found[at] = { ...other, of: `${other.of ?? ''}” · “${it.of ?? ''}` };
  }
  return found;
}

/** Whether the figures can be trusted, before any of them is shown. */
export function Health({ of }: { of: Report }) {
  const { health, clusters } = of;
  const { t, format } = useExperimentText();
  const [why, setWhy] = useState(false);
  const how = <Button type="link" size="small" aria-label={`${t('formula.chi')} · ${t('experiment.how')}`} onClick={() => setWhy(true)}>{t('experiment.how')}</Button>;
  const ratio = `χ² = ${health.statistic.toFixed(2)} · p ${chance(health.pValue)}`;
  const columns: TableColumnsType<ArmSize> = [
    { title: t('experiment.arm'), dataIndex: 'name' },
    ...(clusters ? [
      { title: t('experiment.communities'), dataIndex: 'clusters', align: 'right' as const, render: format.whole },
      { title: t('experiment.expectedCommunities'), dataIndex: 'expected', align: 'right' as const, render: format.whole },
      { title: t('experiment.membersIn'), dataIndex: 'members', align: 'right' as const, render: format.whole },
    ] : [
      { title: t('experiment.members'), dataIndex: 'members', align: 'right' as const, render: format.whole },
      { title: t('experiment.expected'), dataIndex: 'expected', align: 'right' as const, render: format.whole },
    ]),
  ];
  return (
    <Panel title={t('experiment.health')} note={t('experiment.health.note')}>
      <Table size="small" rowKey="key" columns={columns} dataSource={health.arms} pagination={false} scroll={{ x: 'max-content' }} />
      <div className="findings">
        {health.blocked ? <Alert type="error" showIcon title={t('experiment.ratio.wrong')} description={`${ratio} · ${t('experiment.ratio.blocked')}`} action={how} /> : <div><CheckCircleOutlined className="high" /> {t('experiment.ratio.right')} <span className="quiet">{ratio}</span> {how}</div>}
        {together(health.findings).map((it) => {
          const key = `${it.code}${it.of ?? ''}`;
          return it.grave ? <Alert key={key} type="warning" showIcon title={words(it)} /> : <div key={key} className="quiet"><InfoCircleOutlined /> {words(it)}</div>;
        })}
      </div>
      {why && <RatioWhy of={of} close={() => setWhy(false)} />}
    </Panel>
  );

  function words({ code, count, of, members, currencies }: Finding): string {
    const key = FINDINGS[code];
    return key === undefined ? `${code} ${count}` : t(key, { n: format.whole(count), of: of ?? '', members: format.whole(members), currencies: currencies === null || currencies === undefined ? '' : t('finding.currencies', { currencies }) });
  }
}
