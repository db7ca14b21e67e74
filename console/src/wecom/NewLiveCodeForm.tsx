import { Form, Input, Modal, Select } from 'antd';
import { Refusal } from '../collect/Refusal';
import { useTemplates } from '../messaging/calls';
import { useTags } from '../tag/calls';
import { useWords } from '../text/language';
import { useCreateLiveCode, type WantedLiveCode } from './calls';
import { WORDS } from './words';

/** Makes a live code, here and in WeCom. */
export function NewLiveCodeForm({ done }: { done: () => void }) {
  const { t } = useWords(WORDS);
  const [form] = Form.useForm<WantedLiveCode>();
  const create = useCreateLiveCode();
  const tags = useTags(false).data?.groups.flatMap((group) => group.tags) ?? [];
  const welcomes = useTemplates().data?.items.filter((it) => it.channel === 'wecom-welcome') ?? [];
  return (
    <Modal open title={t('codes.new')} okText={t('codes.make')} onOk={() => form.submit()} onCancel={done} confirmLoading={create.isPending}>
      <Form<WantedLiveCode> form={form} layout="vertical" requiredMark={false} onFinish={(wanted) => create.mutate(wanted, { onSuccess: done })}>
        <Form.Item name="name" label={t('codes.name')} rules={[{ required: true, whitespace: true, message: t('codes.name.missing') }]}><Input maxLength={60} /></Form.Item>
        <Form.Item name="channel" label={t('codes.channel')} extra={t('codes.channel.help')} rules={[{ required: true, whitespace: true, message: t('codes.channel.missing') }]}><Input maxLength={60} /></Form.Item>
        <Form.Item name="scene" label={t('codes.scene')}><Input maxLength={60} /></Form.Item>
        <Form.Item name="employees" label={t('codes.employees')} extra={t('codes.employees.help')} rules={[{ required: true, message: t('codes.employees.missing') }]}><Select mode="tags" open={false} suffix={null} /></Form.Item>
        <Form.Item name="tags" label={t('codes.tags')}><Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={tags.map((it) => ({ value: it.id, label: `${it.groupName} · ${it.name}` }))} /></Form.Item>
        <Form.Item name="templateId" label={t('codes.template')} extra={t('codes.template.help')}><Select allowClear options={welcomes.map((it) => ({ value: it.id, label: it.name }))} /></Form.Item>
      </Form>
      {create.isError && <Refusal error={create.error} />}
    </Modal>
  );
}
