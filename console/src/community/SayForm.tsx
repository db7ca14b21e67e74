import { DatePicker, Form, Input, Modal, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { Community, CommunityDetail } from '../api/model';
import { Refusal } from '../collect/Refusal';
import { useSay, type Said } from './communities';
import { usePeriodText } from './periodWords';

interface Fields {
  key: string;
  name: string;
  kind: string;
  owner: string;
  created: Dayjs | null;
  tags: string[];
}

/** What people say about a community: name, kind, owner, founding day, tags; without one, a new one is registered. */
export default function SayForm({ of, done }: { of: Community | null; done: (said: CommunityDetail | null) => void }) {
  const { t } = usePeriodText();
  const [form] = Form.useForm<Fields>();
  const say = useSay();
  const before: Said = { name: of?.name ?? '', kind: of?.kind ?? '', owner: of?.owner ?? '', created: of?.created ?? null, tags: of?.tags ?? [] };
  const keep = ({ key, ...fields }: Fields) => {
    const now: Said = { name: fields.name.trim(), kind: fields.kind.trim(), owner: fields.owner.trim(), created: fields.created?.format('YYYY-MM-DD') ?? null, tags: fields.tags };
    say.mutate({ id: of?.id, key, said: changed(before, now) }, { onSuccess: done });
  };
  return (
    <Modal open title={t(of === null ? 'say.title.new' : 'say.title.change')} okText={t(of === null ? 'say.add' : 'say.save')} onOk={() => form.submit()} onCancel={() => done(null)} confirmLoading={say.isPending}>
      <Form<Fields> form={form} layout="vertical" requiredMark={false} initialValues={{ ...before, key: '', created: before.created === null ? null : dayjs(before.created) }} onFinish={keep}>
        {of === null && <Form.Item name="key" label={t('say.key')} extra={t('say.key.help')} rules={[{ required: true, whitespace: true, message: t('say.key.missing') }]}><Input maxLength={200} /></Form.Item>}
        <Form.Item name="name" label={t('say.name')} rules={[{ required: true, whitespace: true, message: t('say.name.missing') }]}><Input maxLength={200} /></Form.Item>
        <Form.Item name="kind" label={t('say.kind')}><Input maxLength={100} /></Form.Item>
        <Form.Item name="owner" label={t('say.owner')}><Input maxLength={200} /></Form.Item>
        <Form.Item name="created" label={t('say.created')} extra={t('say.created.help')}><DatePicker allowClear={before.created === null} /></Form.Item>
        <Form.Item name="tags" label={t('say.tags')} extra={t('say.tags.help')}><Select mode="tags" maxCount={50} open={false} suffix={null} /></Form.Item>
      </Form>
      {say.isError && <Refusal error={say.error} />}
    </Modal>
  );
}

/** Only what is another: the founding day that was read off the first event is not registered by looking at it. */
function changed(before: Said, now: Said): Partial<Said> {
  return {
    ...(now.name === before.name ? {} : { name: now.name }),
    ...(now.kind === before.kind ? {} : { kind: now.kind }),
    ...(now.owner === before.owner ? {} : { owner: now.owner }),
    ...(now.created === before.created || now.created === null ? {} : { created: now.created }),
    ...(JSON.stringify(now.tags) === JSON.stringify(before.tags) ? {} : { tags: now.tags }),
  };
}
