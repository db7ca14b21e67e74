import { App, Alert, Button, Form, Input, Popconfirm, Select, Tag } from 'antd';
import { lazy, Suspense, useRef } from 'react';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useNavigate, useParams } from 'react-router';
import { useMay } from '../access/roles';
import type { Channel, ContentItem, Template } from '../api/model';
import { Refusal } from '../collect/Refusal';
import { PageHead } from '../shell/page';
import { useDraft } from '../shell/draft';
import { useLeaveGuard } from '../shell/leaving';
import { Answer, Overtaken } from '../shell/states';
import { useWords } from '../text/language';
import { channelInWords } from '../value/channels';
import { useChannels, useContents, useRetireTemplate, useSaveTemplate, useTemplate } from './calls';
import './messaging.css';
import { PreviewPanel } from './PreviewPanel';
import { CATEGORIES, known, WORDS, type MessagingKey } from './words';

const KeptBack = lazy(() => import('../experiment/KeptBack'));
const VARIABLES = ['{{member.name|亲}}', '{{trait.city|}}', '{{brand.name}}'] as const;

/** One template: its words, and what a member would read. */
export default function TemplatePage() {
  const { id } = useParams();
  const fresh = id === 'new' || id === undefined;
  const template = useTemplate(fresh ? undefined : id);
  const channels = useChannels();
  const contents = useContents();
  return (
    <Answer of={channels}>
      {({ items }) => (
        <Answer of={contents}>
          {(library) => (fresh ? <Editor channels={items} contents={library.items} /> : <Answer of={template}>{(it) => <Editor edited={it} channels={items} contents={library.items} />}</Answer>)}
        </Answer>
      )}
    </Answer>
  );
}

interface Draft {
  name: string;
  channel: string;
  category: string;
  note: string;
  title: string;
  text: string;
  url: string;
  attachments: number[];
  variables: string[];
}

function draftOf(edited: Template | undefined, channels: Channel[]): Draft {
  if (edited === undefined) return { name: '', channel: channels.find((it) => it.ready)?.name ?? 'sms', category: 'marketing', note: '', title: '', text: '', url: '', attachments: [], variables: [] };
  const { name, channel, category, note, wording } = edited;
  return { name, channel, category, note, title: wording.title ?? '', text: wording.text, url: wording.url ?? '', attachments: wording.attachments, variables: wording.variables };
}

function Editor({ edited, channels, contents }: { edited?: Template; channels: Channel[]; contents: ContentItem[] }) {
  const { t } = useWords(WORDS);
  const { message: toast } = App.useApp();
  const navigate = useNavigate();
  const operator = useMay('OPERATOR');
  const say = (key: MessagingKey) => t(key);
  const save = useSaveTemplate(edited?.id);
  const retire = useRetireTemplate();
  const area = useRef<TextAreaRef>(null);
  const { draft, edit: setDraft, version, changed, overtaken, takeSaved, wasSaved } = useDraft(draftOf(edited, channels), edited?.version ?? 0);
  const free = useLeaveGuard(changed);
  const put = (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes }));
  const channel = channels.find((it) => it.name === draft.channel);
  const wording = {
    title: channel?.title === true ? draft.title : null, text: draft.text, attachments: channel?.mostAttachments === 0 ? [] : draft.attachments,
    variables: draft.variables, url: draft.channel === 'webhook' && draft.url !== '' ? draft.url : null,
  };
  const insert = (words: string) => {
    const field = area.current?.resizableTextArea?.textArea;
    const [from, to] = [field?.selectionStart ?? draft.text.length, field?.selectionEnd ?? draft.text.length];
    put({ text: draft.text.slice(0, from) + words + draft.text.slice(to) });
    field?.focus();
  };
  const keep = () =>
    save.mutate({ name: draft.name, channel: draft.channel, category: draft.category, note: draft.note, wording, version }, {
      onSuccess: (saved) => {
        free();
        wasSaved(draftOf(saved, channels), saved.version);
        void toast.success(t('templates.saved', { n: saved.version }));
        void navigate(`/messages/templates/${saved.id}`, { replace: true });
      },
    });
  const pages = contents.filter((it) => it.content.kind === 'LINK');
  return (
    <>
      <PageHead title={edited?.name ?? t('templates.new')} note={edited === undefined ? t('templates.none.hint') : `${channelInWords(edited.channel, t)} · ${t('templates.version', { n: edited.version })}`}>
        {edited !== undefined && <Suspense fallback={null}><KeptBack kind="TEMPLATE" number={edited.id} /></Suspense>}
        {edited !== undefined && operator && (
          <Popconfirm title={t('templates.delete.sure')} okText={t('templates.delete')} onConfirm={() => retire.mutate(edited.id, { onSuccess: () => { free(); void navigate('/messages/templates'); } })}>
            <Button danger>{t('templates.delete')}</Button>
          </Popconfirm>
        )}
        {operator && <Button type="primary" loading={save.isPending} disabled={draft.name.trim() === '' || draft.text.trim() === ''} onClick={keep} data-testid="save-template">{t('templates.save')}</Button>}
      </PageHead>
      {overtaken && <Overtaken by={t('draft.somebody')} take={takeSaved} />}
      {save.isError && <Refusal error={save.error} />}
      {retire.isError && <Refusal error={retire.error} />}
      {channel?.ready === false && <Alert className="message-alert" type="warning" showIcon title={t('channel.off.note')} />}
      <div className="template">
        <section className="panel">
          <Form layout="vertical" disabled={!operator}>
            <div className="template-head">
              <Form.Item label={t('templates.name')} htmlFor="template-name"><Input id="template-name" maxLength={100} value={draft.name} onChange={(event) => put({ name: event.target.value })} /></Form.Item>
              <Form.Item label={t('messages.channel')} htmlFor="template-channel">
                <Select id="template-channel" disabled={edited !== undefined || !operator} value={draft.channel} onChange={(value) => put({ channel: value, attachments: [] })} options={channels.map((it) => ({ value: it.name, label: `${channelInWords(it.name, t)}${it.ready ? '' : ` · ${t('channel.off')}`}` }))} />
              </Form.Item>
              <Form.Item label={t('templates.category')} htmlFor="template-category" tooltip={t('templates.category.help')}>
                <Select<string[]> id="template-category" mode="tags" value={draft.category === '' ? [] : [draft.category]} onChange={(chosen) => put({ category: chosen.at(-1) ?? '' })} options={CATEGORIES.map((value) => ({ value, label: known(say, 'category', value) }))} />
              </Form.Item>
            </div>
            {channel?.title === true && <Form.Item label={t('templates.title')} htmlFor="template-title"><Input id="template-title" value={draft.title} maxLength={channel.titleCharacters * 4} onChange={(event) => put({ title: event.target.value })} /></Form.Item>}
            <Form.Item label={t('templates.text')} htmlFor="template-text" extra={<>{t('templates.text.help')}{channel !== undefined && ` · ${t('templates.limit', { n: channel.characters })}`}</>}>
              <Input.TextArea id="template-text" ref={area} autoSize={{ minRows: 6, maxRows: 18 }} value={draft.text} onChange={(event) => put({ text: event.target.value })} />
            </Form.Item>
            <div className="inserts" aria-label={t('templates.insert')}>
              {[...VARIABLES, ...draft.variables.map((it) => `{{var.${it}}}`), ...pages.slice(0, 6).map((it) => `{{link.${it.id}}}`)].map((it) => (
                <Tag key={it} role="button" tabIndex={0} className="insert" onClick={() => insert(it)} onKeyDown={(event) => { if (event.key === 'Enter') insert(it); }} title={pages.find((page) => it === `{{link.${page.id}}}`)?.name}>{it}</Tag>
              ))}
            </div>
            {draft.channel === 'webhook' && <Form.Item label={t('templates.url')} htmlFor="template-url" extra={t('templates.url.help')}><Input id="template-url" placeholder="https://" value={draft.url} onChange={(event) => put({ url: event.target.value })} /></Form.Item>}
            {channel !== undefined && channel.mostAttachments > 0 && (
              <Form.Item label={t('templates.attachments')} htmlFor="template-attachments">
                <Select<number[]> id="template-attachments" mode="multiple" maxCount={channel.mostAttachments} value={draft.attachments} onChange={(value) => put({ attachments: value })} options={contents.filter((it) => channel.attachments.includes(it.content.kind)).map((it) => ({ value: it.id, label: `${it.name} · ${t(`contents.kind.${it.content.kind}`)}` }))} />
              </Form.Item>
            )}
            <Form.Item label={t('templates.variables')} htmlFor="template-variables" extra={t('templates.variables.help')}>
              <Select<string[]> id="template-variables" mode="tags" open={false} suffix={null} tokenSeparators={[' ', ',']} value={draft.variables} onChange={(value) => put({ variables: value })} />
            </Form.Item>
            <Form.Item label={t('templates.note')} htmlFor="template-note"><Input id="template-note" maxLength={1000} value={draft.note} onChange={(event) => put({ note: event.target.value })} /></Form.Item>
          </Form>
        </section>
        <PreviewPanel channel={draft.channel} wording={wording} />
      </div>
    </>
  );
}
