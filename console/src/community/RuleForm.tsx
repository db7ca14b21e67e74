import { Modal, Segmented, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../access/roles';
import type { GoldenRule, RulePreview } from '../api/model';
import { Refusal } from '../collect/Refusal';
import { NumberField } from '../settings/NumberField';
import { useSettled } from '../shell/settled';
import { Answer } from '../shell/states';
import { useRule, useRulePreview, useSetRule, type NewRule } from './communities';
import { PeriodTag } from './PeriodTag';
import { usePeriodText } from './periodWords';

const KINDS = ['PERCENTILE', 'ABSOLUTE'] as const;

/** What divides golden from silver, and what another rule would divide before it is saved. */
export default function RuleForm({ done }: { done: () => void }) {
  const { t } = usePeriodText();
  const rule = useRule();
  if (rule.data === undefined) return <Modal open title={t('rule.title')} onCancel={done} footer={null}><Answer of={rule}>{() => null}</Answer></Modal>;
  return <Trying of={rule.data} done={done} />;
}

function Trying({ of, done }: { of: GoldenRule; done: () => void }) {
  const { t, format } = usePeriodText();
  const operator = useMay('OPERATOR');
  const [rule, setRule] = useState<NewRule>({ kind: of.kind, line: of.line, activityLine: of.activityLine });
  const preview = useRulePreview(useSettled(rule));
  const save = useSetRule();
  const changed = rule.kind !== of.kind || rule.line !== of.line || rule.activityLine !== of.activityLine;
  return (
    <Modal
      open width={640} title={t('rule.title')} onCancel={done} okText={t('rule.save')}
      okButtonProps={{ disabled: !changed, hidden: !operator }}
      confirmLoading={save.isPending} onOk={() => save.mutate(rule, { onSuccess: done })}
    >
      <p className="quiet">{of.value === null ? t('rule.unscored') : t('rule.now', { line: format.score(of.value) })}</p>
      <Segmented className="filter" aria-label={t('rule.kind')} value={rule.kind} onChange={(kind) => setRule({ ...rule, kind })} options={KINDS.map((value) => ({ value, label: t(`rule.kind.${value}`) }))} />
      <div className="rule-fields">
        <NumberField label={t(`rule.line.${rule.kind}`)} value={rule.line} max={rule.kind === 'PERCENTILE' ? 99 : 100} unit={rule.kind === 'PERCENTILE' ? '%' : ''} onChange={(line) => setRule({ ...rule, line })} />
        <NumberField label={t('rule.activity')} value={rule.activityLine} max={1} step={0.01} percent onChange={(activityLine) => setRule({ ...rule, activityLine })} />
      </div>
      <p className="quiet">{t(`rule.note.${rule.kind}`)}</p>
      <p className="quiet">{t('rule.activity.note')}</p>
      <Answer of={preview}>{(it) => <Would of={it} />}</Answer>
      <p className="quiet">{operator ? t('rule.later') : t('rule.readOnly')}</p>
      {save.isError && <Refusal error={save.error} />}
    </Modal>
  );
}

function Would({ of }: { of: RulePreview }) {
  const { t, format } = usePeriodText();
  if (of.asOf === null || of.value === null) return <p>{t('rule.unscored')}</p>;
  const columns: TableColumnsType<RulePreview['moves'][number]> = [
    { title: t('community.name'), key: 'name', render: (_, it) => <Link to={`/communities/${encodeURIComponent(it.id)}`}>{it.name}</Link> },
    { title: t('community.value'), dataIndex: 'value', align: 'right', render: format.score },
    { title: t('rule.becomes'), key: 'stage', render: (_, it) => <PeriodTag period={it.stage} /> },
  ];
  return (
    <div data-testid="rule-preview" data-silver={of.silver}>
      <p>{t('rule.would', { day: of.asOf, line: format.score(of.value), golden: format.whole(of.golden), silver: format.whole(of.silver), asleep: format.whole(of.asleep) })}</p>
      <p><strong>{of.moves.length === 0 ? t('rule.same') : t('rule.moves', { toSilver: format.whole(of.toSilver), toGolden: format.whole(of.toGolden) })}</strong></p>
      {of.moves.length > 0 && <Table size="small" rowKey="id" columns={columns} dataSource={of.moves} pagination={false} scroll={{ y: 240 }} />}
      {of.moves.length < of.toSilver + of.toGolden && <p className="quiet">{t('rule.moves.first', { n: of.moves.length })}</p>}
    </div>
  );
}
