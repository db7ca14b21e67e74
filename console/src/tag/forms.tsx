import { Form, Input, Modal, Select } from 'antd';
import type { GroupOfTags, Tag, TagColour } from '../api/model';
import { Refusal } from '../collect/Refusal';
import { useTagWish, type WantedTag } from './calls';
import { TAG_COLOURS, TagChip } from './TagChip';
import { useTagText } from './words';

const LONGEST_NAME = 30;
const LONGEST_NOTE = 300;

export function GroupForm({ group, done }: { group: GroupOfTags | null; done: () => void }) {
  const { t } = useTagText();
  const [form] = Form.useForm<{ name: string; note: string }>();
  const wish = useTagWish();
  return (
    <Modal open title={t(group === null ? 'tags.group.new' : 'tags.group.edit')} okText={t('tags.save')} onOk={() => form.submit()} onCancel={done} confirmLoading={wish.isPending}>
      <Form
        form={form} layout="vertical" requiredMark={false} initialValues={{ name: group?.name ?? '', note: group?.note ?? '' }}
        onFinish={(values) => wish.mutate(group === null ? { addGroup: values } : { changeGroup: { ...values, id: group.id } }, { onSuccess: done })}
      >
        <Form.Item name="name" label={t('tags.name')} rules={[{ required: true, whitespace: true, message: t('tags.name.needed') }]}><Input maxLength={LONGEST_NAME} autoFocus /></Form.Item>
        <Form.Item name="note" label={t('tags.note')}><Input.TextArea maxLength={LONGEST_NOTE} rows={2} /></Form.Item>
      </Form>
      {wish.isError && <Refusal error={wish.error} />}
    </Modal>
  );
}

/** Makes a tag, or changes one. */
export function TagForm({ tag, group, groups, done }: { tag: Tag | null; group: number | undefined; groups: GroupOfTags[]; done: () => void }) {
  const { t } = useTagText();
  const [form] = Form.useForm<WantedTag>();
  const wish = useTagWish();
  const initial: Partial<WantedTag> = tag === null ? { colour: 'BLUE', note: '', ...(group === undefined ? {} : { group }) } : { group: tag.groupId, name: tag.name, colour: tag.colour, note: tag.note };
  return (
    <Modal open title={t(tag === null ? 'tags.new' : 'tags.edit')} okText={t('tags.save')} onOk={() => form.submit()} onCancel={done} confirmLoading={wish.isPending}>
      <Form<WantedTag>
        form={form} layout="vertical" requiredMark={false} initialValues={initial}
        onFinish={(values) => wish.mutate(tag === null ? { add: values } : { change: tag.id, to: { ...values, archived: tag.archivedAt !== null } }, { onSuccess: done })}
      >
        <Form.Item name="group" label={t('tags.group')} rules={[{ required: true, message: t('tags.group.needed') }]}><Select options={groups.map((it) => ({ value: it.id, label: it.name }))} /></Form.Item>
        <Form.Item name="name" label={t('tags.name')} rules={[{ required: true, whitespace: true, message: t('tags.name.needed') }]}><Input maxLength={LONGEST_NAME} autoFocus /></Form.Item>
        <Form.Item name="colour" label={t('tags.colour')}>
          <Select<TagColour> options={TAG_COLOURS.map((value) => ({ value, label: <TagChip of={{ name: t(`tags.colour.${value}`), colour: value }} /> }))} />
        </Form.Item>
        <Form.Item name="note" label={t('tags.note')} extra={t('tags.note.help')}><Input.TextArea maxLength={LONGEST_NOTE} rows={2} /></Form.Item>
      </Form>
      {wish.isError && <Refusal error={wish.error} />}
    </Modal>
  );
}
