import { Form, Input, Modal, Select } from 'antd';
import type { LiveCode } from '../api/model';
import { Refusal } from '../collect/Refusal';
import { useTemplates } from '../messaging/calls';
import { useTags } from '../tag/calls';
import { inOneLanguage, useWords } from '../text/language';
import { useJourneyNames, useSaveLiveCode, type WantedLiveCode } from './calls';
import { WORDS } from './words';

/** Makes a live code, or changes one, here and in WeCom. */
export function LiveCodeForm({ code, done }: { code: LiveCode | null; done: () => void }) {
  const { t, language } = useWords(WORDS);
  const [form] = Form.useForm<WantedLiveCode>();
  const save = useSaveLiveCode(code?.id ?? null);
  const tags = useTags(false).data?.groups.flatMap((group) => group.tags) ?? [];
  const welcomes = useTemplates().data?.items.filter((it) => it.channel === 'wecom-welcome') ?? [];
  const journeys = useJourneyNames().data?.items.filter((it) => it.published > 0) ?? [];
  return (
    <Modal open title={code === null ? t('codes.new') : t('codes.edit.title', { name: code.name })} okText={code === null ? t('codes.make') : t('codes.save')} onOk={() => form.submit()} onCancel={done} confirmLoading={save.isPending}>
      <Form<WantedLiveCode> form={form} layout="vertical" requiredMark={false} initialValues={code ?? {}} onFinish={(wanted) => save.mutate(wanted, { onSuccess: done })}>
        <Form.Item name="name" label={t('codes.name')} rules={[{ required: true, whitespace: true, message: t('codes.name.missing') }]}><Input maxLength={60} /></Form.Item>
        <Form.Item name="channel" label={t('codes.channel')} extra={t('codes.channel.help')} rules={[{ required: true, whitespace: true, message: t('codes.channel.missing') }]}><Input maxLength={60} /></Form.Item>
        <Form.Item name="scene" label={t('codes.scene')}><Input maxLength={60} /></Form.Item>
        <Form.Item name="employees" label={t('codes.employees')} extra={t('codes.employees.help')} rules={[{ required: true, message: t('codes.employees.missing') }]}><Select mode="tags" open={false} suffix={null} /></Form.Item>
        <Form.Item name="tags" label={t('codes.tags')}><Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={tags.map((it) => ({ value: it.id, label: `${it.groupName} · ${it.name}` }))} /></Form.Item>
        <Form.Item name="templateId" label={t('codes.template')} extra={t('codes.template.help')}><Select allowClear options={welcomes.map((it) => ({ value: it.id, label: it.name }))} /></Form.Item>
        <Form.Item name="journeyId" label={t('codes.journey')} extra={t('codes.journey.help')}><Select allowClear showSearch={{ optionFilterProp: 'label' }} options={journeys.map((it) => ({ value: it.id, label: inOneLanguage(it.name, language) }))} /></Form.Item>
      </Form>
      {save.isError && <Refusal error={save.error} />}
    </Modal>
  );
}
