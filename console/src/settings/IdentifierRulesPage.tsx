import { App, Button, Form, Input, InputNumber, Modal, Popconfirm, Segmented, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import type { IdentifierKind } from '../api/model';
import { useMay } from '../access/roles';
import { Panel } from '../chart/Panel';
import { Refusal } from '../collect/Refusal';
import { ErrorWords } from '../shell/ErrorWords';
import { PageHead } from '../shell/page';
import { Answer, Nothing } from '../shell/states';
import { useSettingsText } from './words';
import { kindInWords } from '../value/Identifier';
import { useIdentifierRules, useRuleWish } from './calls';
import './settings.css';

/** Which values name nobody, and how many of a kind one member may hold. */
export default function IdentifierRulesPage() {
  const { t, format } = useSettingsText();
  const rules = useIdentifierRules();
  const administrator = useMay('ADMINISTRATOR');
  const [edited, setEdited] = useState<IdentifierKind | 'new' | null>(null);
  const columns: TableColumnsType<IdentifierKind> = [
    { title: t('rules.kind'), dataIndex: 'kind', render: (kind: string) => <><strong>{kindInWords(kind, t)}</strong> <code className="code">{kind}</code></> },
    { title: t('rules.names'), dataIndex: 'strong', render: (strong: boolean) => (strong ? t('rules.strong') : t('rules.weak')) },
    { title: t('rules.most'), dataIndex: 'most', align: 'right' },
    { title: t('rules.week'), dataIndex: 'mostAWeek', align: 'right' },
    ...(administrator ? [{ title: <span className="unseen">{t('users.actions')}</span>, key: 'actions', align: 'right' as const, render: (_: unknown, it: IdentifierKind) => <Button size="small" onClick={() => setEdited(it)} aria-label={`${t('users.edit')} ${kindInWords(it.kind, t)}`}>{t('users.edit')}</Button> }] : []),
  ];
  return (
    <>
      <PageHead title={t('nav.identifiers')} note={t('rules.question')} />
      <Answer of={rules}>
        {({ kinds, blocked, refusals }) => (
          <div className="stack">
            <Panel title={t('rules.limits')} note={t('rules.limits.note', { n: format.whole(refusals) })} tools={administrator && <Button size="small" onClick={() => setEdited('new')}>{t('rules.new')}</Button>}>
              <Table<IdentifierKind> size="middle" rowKey="kind" pagination={false} scroll={{ x: 'max-content' }} columns={columns} dataSource={kinds} />
            </Panel>
            <Panel title={t('rules.blocked')} note={t('rules.blocked.note')}><Blocked values={blocked} /></Panel>
          </div>
        )}
      </Answer>
      {edited !== null && <KindForm key={edited === 'new' ? 'new' : edited.kind} kind={edited === 'new' ? null : edited} done={() => setEdited(null)} />}
    </>
  );
}

function Blocked({ values }: { values: string[] }) {
  const { t } = useSettingsText();
  const { message } = App.useApp();
  const administrator = useMay('ADMINISTRATOR');
  const wish = useRuleWish();
  const [value, setValue] = useState('');
  const add = () => wish.mutate({ block: value }, { onSuccess: () => setValue(''), onError: (error) => void message.error(<ErrorWords error={error} />) });
  return (
    <>
      {values.length === 0 && <Nothing title={t('rules.blocked.none')} />}
      <ul className="blocked">
        {values.map((it) => (
          <li key={it}>
            <span className="chosen">
              <code>{it === '' ? t('rules.empty') : it}</code>
              {administrator && it !== '' && (
                <Popconfirm title={t('rules.allow.sure', { value: it })} okText={t('rules.allow')} onConfirm={() => wish.mutate({ allow: it })}>
                  <button type="button" aria-label={`${t('rules.allow')} ${it}`}>×</button>
                </Popconfirm>
              )}
            </span>
          </li>
        ))}
      </ul>
      {administrator && (
        <div className="adding">
          <Input value={value} maxLength={200} aria-label={t('rules.block.value')} placeholder={t('rules.block.value')} onChange={(event) => setValue(event.target.value)} onPressEnter={add} />
          <Button disabled={value.trim() === ''} loading={wish.isPending} onClick={add}>{t('rules.block')}</Button>
        </div>
      )}
    </>
  );
}

function KindForm({ kind, done }: { kind: IdentifierKind | null; done: () => void }) {
  const { t } = useSettingsText();
  const [form] = Form.useForm<IdentifierKind>();
  const wish = useRuleWish();
  return (
    <Modal open title={kind === null ? t('rules.new') : kindInWords(kind.kind, t)} okText={t('users.save')} onOk={() => form.submit()} onCancel={done} confirmLoading={wish.isPending}>
      <p className="quiet">{t('rules.next')}</p>
      <Form<IdentifierKind> form={form} layout="vertical" requiredMark={false} initialValues={kind ?? { strong: true, most: 5, mostAWeek: 5 }} onFinish={(values) => wish.mutate({ limit: { ...kind, ...values } }, { onSuccess: done })}>
        {kind === null && (
          <>
            <Form.Item name="kind" label={t('rules.kind')} extra={t('rules.kind.help')} rules={[{ required: true, pattern: /^[a-z][a-z0-9_]{0,39}$/, message: t('rules.kind.help') }]}><Input /></Form.Item>
            <Form.Item name="strong" label={t('rules.names')}><Segmented options={[{ value: true, label: t('rules.strong') }, { value: false, label: t('rules.weak') }]} /></Form.Item>
          </>
        )}
        <Form.Item name="most" label={t('rules.most')} rules={[{ required: true }]}><InputNumber min={1} max={1000} precision={0} /></Form.Item>
        <Form.Item name="mostAWeek" label={t('rules.week')} rules={[{ required: true }]}><InputNumber min={1} max={1000} precision={0} /></Form.Item>
      </Form>
      {wish.isError && <Refusal error={wish.error} />}
    </Modal>
  );
}
