import { Button, Form, Input, Modal, Popconfirm, Segmented, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useMay } from '../access/roles';
import { CONTENT_KINDS, type Content, type ContentItem, type ContentKind } from '../api/model';
import { Refusal } from '../collect/Refusal';
import { useAddress } from '../shell/address';
import { PageHead } from '../shell/page';
import { Answer, Nothing } from '../shell/states';
import { useWords } from '../text/language';
import { useContents, useContentWish } from './calls';
import './messaging.css';
import { WORDS } from './words';

/** The content library. */
export default function ContentsPage() {
  const { t, format } = useWords(WORDS);
  const { at, set } = useAddress('');
  const operator = useMay('OPERATOR');
  const contents = useContents();
  const wish = useContentWish();
  const [editing, setEditing] = useState<ContentItem | 'new' | null>(null);
  const shown = CONTENT_KINDS.find((it) => it === at('kind'));
  const columns: TableColumnsType<ContentItem> = [
    { title: t('templates.name'), dataIndex: 'name', fixed: 'start', render: (name: string, it) => (operator ? <Button type="link" className="plain" onClick={() => setEditing(it)}><strong>{name}</strong></Button> : <strong>{name}</strong>) },
    { title: t('contents.kind'), key: 'kind', render: (_, it) => t(`contents.kind.${it.content.kind}`) },
    { title: t('contents.what'), key: 'what', render: (_, it) => <What of={it} /> },
    { title: t('contents.by'), dataIndex: 'createdAt', render: (created: string, it) => <>{format.time(created)} <span className="quiet">{it.createdBy}</span></> },
    {
      key: 'remove', align: 'right',
      render: (_, it) => operator && (
        <Popconfirm title={t('contents.delete.sure')} okText={t('contents.delete')} onConfirm={() => wish.mutate({ remove: it.id })}>
          <Button size="small" danger aria-label={`${t('contents.delete')} ${it.name}`}>{t('contents.delete')}</Button>
        </Popconfirm>
      ),
    },
  ];
  return (
    <>
      <PageHead title={t('nav.contents')} note={t('contents.question')}>
        {operator && <Button type="primary" onClick={() => setEditing('new')} data-testid="new-content">{t('contents.new')}</Button>}
      </PageHead>
      <section className="panel">
        <Segmented className="filter" value={shown ?? ''} onChange={(value) => set({ kind: value })} options={[{ value: '', label: t('messages.all') }, ...CONTENT_KINDS.map((value) => ({ value, label: t(`contents.kind.${value}`) }))]} />
        {wish.isError && <Refusal error={wish.error} />}
        <Answer of={contents}>
          {({ items }) => (
            <Table<ContentItem>
              size="middle" rowKey="id" scroll={{ x: 'max-content' }} columns={columns} dataSource={items.filter((it) => shown === undefined || it.content.kind === shown)}
              pagination={items.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
              locale={{ emptyText: <Nothing title={t('contents.none')} /> }}
            />
          )}
        </Answer>
      </section>
      {editing !== null && <ContentForm edited={editing === 'new' ? null : editing} close={() => setEditing(null)} />}
    </>
  );
}

function What({ of }: { of: ContentItem }) {
  const { t } = useWords(WORDS);
  const it = of.content;
  switch (it.kind) {
    case 'TEXT': return <span className="clipped">{it.text}</span>;
    case 'PICTURE': return <span className="clipped">{it.alternative} <span className="quiet">{it.url}</span></span>;
    case 'LINK': return <span className="clipped">{it.title} <span className="quiet">{it.url} · {t('contents.use').replace('{id}', String(of.id))}</span></span>;
    case 'MINI_PROGRAM': return <span className="clipped">{it.title} <span className="quiet">{it.appId} {it.path}</span></span>;
  }
}

type Fields = { name: string } & Record<string, string>;

const OF_KIND = {
  TEXT: ['text'],
  PICTURE: ['url', 'alternative'],
  LINK: ['url', 'title', 'description', 'picture'],
  MINI_PROGRAM: ['appId', 'path', 'title', 'picture'],
} as const satisfies Record<ContentKind, readonly string[]>;

type Field = (typeof OF_KIND)[ContentKind][number];

const OPTIONAL: readonly Field[] = ['description', 'picture'];

function ContentForm({ edited, close }: { edited: ContentItem | null; close: () => void }) {
  const { t } = useWords(WORDS);
  const [form] = Form.useForm<Fields>();
  const [kind, setKind] = useState<ContentKind>(edited?.content.kind ?? 'LINK');
  const wish = useContentWish();
  const label = (field: Field) => (field === 'title' ? t('templates.title') : field === 'text' ? t('templates.text') : t(`contents.${field}`));
  const keep = ({ name, ...fields }: Fields) => {
    const content = { kind, ...Object.fromEntries(OF_KIND[kind].map((field) => [field, fields[field] === undefined || fields[field] === '' ? (field === 'picture' ? null : '') : fields[field]])) } as Content;
    wish.mutate({ id: edited?.id ?? null, name, content }, { onSuccess: close });
  };
  return (
    <Modal open title={edited === null ? t('contents.new') : t('contents.edit')} okText={t('contents.save')} cancelText={t('contents.cancel')} onOk={() => form.submit()} onCancel={close} confirmLoading={wish.isPending}>
      <Form<Fields> form={form} layout="vertical" requiredMark={false} initialValues={edited === null ? {} : { name: edited.name, ...edited.content }} onFinish={keep}>
        {edited === null && <Form.Item label={t('contents.kind')}><Segmented value={kind} onChange={setKind} options={CONTENT_KINDS.map((value) => ({ value, label: t(`contents.kind.${value}`) }))} /></Form.Item>}
        <Form.Item name="name" label={t('templates.name')} rules={[{ required: true, whitespace: true, message: t('templates.missing') }]}><Input maxLength={100} /></Form.Item>
        {OF_KIND[kind].map((field) => (
          <Form.Item key={field} name={field} label={label(field)} rules={OPTIONAL.includes(field) ? [] : [{ required: true, whitespace: true, message: t('templates.missing') }]}>
            {field === 'text' ? <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={4000} /> : <Input placeholder={field === 'url' || field === 'picture' ? 'https://' : ''} />}
          </Form.Item>
        ))}
      </Form>
      {wish.isError && <Refusal error={wish.error} />}
    </Modal>
  );
}
