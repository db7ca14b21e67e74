import { Alert, Form, Input, Modal, Segmented, Select, Typography } from 'antd';
import { useState } from 'react';
import { Refusal } from '../collect/Refusal';
import { useSettingsText } from './words';
import { useCreateKey, type NewKey } from './calls';
import { useRoleChoices } from './Roles';

/** Makes a key and shows its secret, this once. */
export function NewKeyForm({ done }: { done: () => void }) {
  const { t } = useSettingsText();
  const [form] = Form.useForm<NewKey>();
  const [kind, setKind] = useState<NewKey['kind']>('API');
  const create = useCreateKey();
  const roles = useRoleChoices();
  const made = create.data;
  if (made !== undefined) {
    const example = made.key.kind === 'API'
      ? `curl -H "Authorization: Bearer ${made.secret}" ${location.origin}/api/members`
      : `curl -u "${made.secret}:" -H 'Content-Type: application/json' ${location.origin}/v1/track -d '{"userId":"1","event":"Checked In"}'`;
    return (
      <Modal open title={t('keys.made', { name: made.key.name })} onCancel={done} onOk={done} okText={t('keys.noted')} cancelButtonProps={{ hidden: true }}>
        <Alert type="warning" showIcon title={t('keys.once')} />
        <Typography.Paragraph copyable={{ text: made.secret, tooltips: [t('keys.copy'), t('keys.copied')] }} className="secret"><code data-testid="secret">{made.secret}</code></Typography.Paragraph>
        <p className="quiet">{t('keys.example')}</p>
        <pre className="formula">{example}</pre>
      </Modal>
    );
  }
  return (
    <Modal open title={t('keys.new')} okText={t('keys.make')} onOk={() => form.submit()} onCancel={done} confirmLoading={create.isPending}>
      <Form<NewKey> form={form} layout="vertical" requiredMark={false} initialValues={{ role: 'ANALYST' }} onFinish={(values) => create.mutate({ ...values, kind })}>
        <Form.Item label={t('keys.kind')} extra={t(`keys.kind.note.${kind}`)}>
          <Segmented value={kind} onChange={setKind} options={(['API', 'WRITE'] as const).map((value) => ({ value, label: t(`keys.kind.${value}`) }))} />
        </Form.Item>
        <Form.Item name="name" label={t('keys.name')} rules={[{ required: true, whitespace: true, message: t('keys.name.missing') }]}><Input maxLength={100} placeholder={t('keys.name.help')} /></Form.Item>
        {kind === 'API' ? (
          <Form.Item name="role" label={t('users.role')}><Select options={roles} optionRender={({ label, data }) => <>{label}<div className="quiet option-note">{data.title}</div></>} /></Form.Item>
        ) : (
          <Form.Item name="source" label={t('imports.source')} extra={t('keys.source.help')} rules={[{ required: true, whitespace: true, message: t('keys.source.missing') }]}><Input maxLength={100} /></Form.Item>
        )}
      </Form>
      {create.isError && <Refusal error={create.error} />}
    </Modal>
  );
}
