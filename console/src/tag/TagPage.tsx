import { App, Button, Modal, Popconfirm, Select, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useMay } from '../access/roles';
import type { Tag, TagDetail, TaggedMember, TagMovement, TagSourceKind } from '../api/model';
import { Panel } from '../chart/Panel';
import { Refusal } from '../collect/Refusal';
import { ErrorWords } from '../shell/ErrorWords';
import { useAddress } from '../shell/address';
import { Count, PageHead } from '../shell/page';
import { Paging } from '../shell/Paging';
import { Answer, Nothing } from '../shell/states';
import { BulkForm } from './BulkForm';
import { useAudienceNames, useMovements, useTag, useTagged, useTagRules, useTags, useTagWish } from './calls';
import { TagForm } from './forms';
import { By } from './TagChip';
import { inOneLanguage } from '../text/language';
import { useTagText } from './words';
import './tag.css';

const KINDS: TagSourceKind[] = ['USER', 'KEY', 'RULE', 'IMPORT', 'CHANNEL', 'WECOM'];

/** One tag: who carries it, since when, put there by whom, and what keeps it current. */
export default function TagPage() {
  const { id = '' } = useParams();
  const { t, format } = useTagText();
  const found = useTag(id);
  const { data } = found;
  return (
    <>
      <PageHead
        title={data === undefined ? t('nav.tags') : data.tag.name}
        note={<><Link to="/tags">{t('tags.back')}</Link>{data !== undefined && <> · {data.tag.groupName} · {t('tags.createdBy', { who: data.tag.createdBy, day: format.day(data.tag.createdAt) })}{data.tag.note === '' ? '' : ` · ${data.tag.note}`}</>}</>}
      >
        {data !== undefined && <Actions of={data} />}
      </PageHead>
      <Answer of={found}>
        {(detail) => (
          <div className="tag-columns">
            <CarriersPanel tag={detail.tag} />
            <div className="stack">
              <RulePanel of={detail} />
              <HistoryPanel id={id} />
            </div>
          </div>
        )}
      </Answer>
    </>
  );
}

function Actions({ of: { tag, uses } }: { of: TagDetail }) {
  const { t } = useTagText();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const operator = useMay('OPERATOR');
  const groups = useTags();
  const wish = useTagWish();
  const [open, setOpen] = useState<'edit' | 'on' | 'off' | null>(null);
  if (!operator) return null;
  const refused = (error: Error) => void message.error(<ErrorWords error={error} />);
  const archived = tag.archivedAt !== null;
  const archive = () => wish.mutate({ change: tag.id, to: { group: tag.groupId, name: tag.name, colour: tag.colour, note: tag.note, archived: !archived } }, { onError: refused });
  return (
    <>
      <Button onClick={() => setOpen('edit')}>{t('tags.edit')}</Button>
      <Button loading={wish.isPending} onClick={archive}>{t(archived ? 'tags.revive' : 'tags.archive')}</Button>
      <Popconfirm
        title={t('tags.remove.sure', { name: tag.name, n: tag.members })} okText={t('tags.remove')} disabled={uses.length > 0}
        onConfirm={() => wish.mutate({ remove: tag.id }, { onSuccess: () => void navigate('/tags'), onError: refused })}
      >
        <Button danger disabled={uses.length > 0} title={uses.length > 0 ? t('tags.remove.used') : undefined}>{t('tags.remove')}</Button>
      </Popconfirm>
      <Button onClick={() => setOpen('off')}>{t('tags.bulk.off')}</Button>
      <Button type="primary" disabled={archived} onClick={() => setOpen('on')} data-testid="tag-members">{t('tags.bulk.on')}</Button>
      {open === 'edit' && <TagForm tag={tag} group={undefined} groups={groups.data?.groups ?? []} done={() => setOpen(null)} />}
      {open === 'on' && <BulkForm tag={tag.id} off={false} done={() => setOpen(null)} />}
      {open === 'off' && <BulkForm tag={tag.id} off done={() => setOpen(null)} />}
    </>
  );
}

function CarriersPanel({ tag }: { tag: Tag }) {
  const { t, format } = useTagText();
  const { at, set } = useAddress('');
  const operator = useMay('OPERATOR');
  const wish = useTagWish();
  const by = KINDS.find((it) => it === at('by'));
  const carriers = useTagged(String(tag.id), by, at('cursor'));
  const columns: TableColumnsType<TaggedMember> = [
    { title: t('tags.member'), key: 'no', render: (_, it) => <Link to={`/members/${it.no}`}>{it.name ?? it.phone ?? `#${it.no}`}</Link> },
    { title: t('tags.phone'), dataIndex: 'phone', render: (phone: string | null) => <span className="nowrap">{phone ?? '—'}</span> },
    { title: t('tags.putBy'), dataIndex: 'by', render: (source: TaggedMember['by']) => <By of={source} /> },
    { title: t('tags.since'), dataIndex: 'taggedAt', render: (at: string) => <span className="nowrap">{format.time(at)}</span> },
    { title: t('tags.until'), dataIndex: 'expiresAt', render: (until: string | null) => <span className="nowrap">{until === null ? <span className="quiet">{t('tags.forever')}</span> : format.time(until)}</span> },
    ...(operator ? [{ title: <span className="unseen">{t('tags.take')}</span>, key: 'take', align: 'right' as const, render: (_: unknown, it: TaggedMember) => <Button size="small" aria-label={`${t('tags.take')} #${it.no}`} onClick={() => wish.mutate({ untag: tag.id, members: [it.no] })}>{t('tags.take')}</Button> }] : []),
  ];
  return (
    <Panel
      title={t('tags.carriers', { n: format.whole(tag.members) })}
      tools={<Select allowClear size="small" className="tag-by-choice" placeholder={t('tags.by.all')} aria-label={t('tags.putBy')} value={by} onChange={(value?: TagSourceKind) => set({ by: value })} options={KINDS.map((value) => ({ value, label: t(`tags.by.${value}`) }))} />}
    >
      {wish.isError && <Refusal error={wish.error} />}
      <Answer of={carriers}>
        {({ items, next }) => (
          <>
            <Table<TaggedMember> size="small" rowKey="no" scroll={{ x: 'max-content' }} columns={columns} dataSource={items} pagination={false} locale={{ emptyText: <Nothing title={t('tags.carriers.none')} /> }} />
            <Paging cursor={at('cursor')} next={next} go={(cursor) => set({ cursor })} />
          </>
        )}
      </Answer>
    </Panel>
  );
}

/** The audience that keeps the tag current, and who else relies on it. */
function RulePanel({ of: { tag, uses } }: { of: TagDetail }) {
  const { t, format, language } = useTagText();
  const operator = useMay('OPERATOR');
  const rules = useTagRules();
  const wish = useTagWish();
  const [making, setMaking] = useState(false);
  const rule = rules.data?.items.find((it) => it.tag === tag.id);
  const asking = uses.filter((it) => it.kind === 'audience');
  return (
    <Panel title={t('tags.rule')} note={t('tags.rule.note')} tools={operator && rules.data !== undefined && rule === undefined && tag.archivedAt === null && <Button size="small" onClick={() => setMaking(true)}>{t('tags.rule.new')}</Button>}>
      <Answer of={rules}>
        {() => rule === undefined ? <p className="quiet">{t('tags.rule.none')}</p> : (
          <div className="tag-rule">
            <div><strong>{inOneLanguage(rule.name, language)}</strong><div className="quiet">{t('tags.createdBy', { who: rule.createdBy, day: format.day(rule.createdAt) })}</div></div>
            {operator && (
              <span className="tag-rule-ends">
                <Popconfirm title={t('tags.rule.end.sure')} okText={t('tags.rule.end')} onConfirm={() => wish.mutate({ endRule: rule.id, keep: false })}><Button size="small" danger>{t('tags.rule.end')}</Button></Popconfirm>
                <Popconfirm title={t('tags.rule.keep.sure')} okText={t('tags.rule.keep')} onConfirm={() => wish.mutate({ endRule: rule.id, keep: true })}><Button size="small">{t('tags.rule.keep')}</Button></Popconfirm>
              </span>
            )}
          </div>
        )}
      </Answer>
      {asking.length > 0 && <p className="tag-uses"><span className="quiet">{t('tags.uses')}</span> {asking.map((it) => <span key={it.id} className="tag-use">{inOneLanguage(it.name, language)}</span>)}</p>}
      {wish.isError && <Refusal error={wish.error} />}
      {making && <RuleForm tag={tag.id} done={() => setMaking(false)} />}
    </Panel>
  );
}

function RuleForm({ tag, done }: { tag: number; done: () => void }) {
  const { t, format, language } = useTagText();
  const audiences = useAudienceNames(true);
  const wish = useTagWish();
  const [audience, setAudience] = useState<number>();
  return (
    <Modal open title={t('tags.rule.new')} okText={t('tags.rule.start')} okButtonProps={{ disabled: audience === undefined }} confirmLoading={wish.isPending} onCancel={done} onOk={() => audience !== undefined && wish.mutate({ rule: { tag, audience } }, { onSuccess: done })}>
      <p className="quiet">{t('tags.rule.help')}</p>
      <Select className="wide" showSearch={{ optionFilterProp: 'label' }} aria-label={t('tags.audience')} placeholder={t('tags.audience')} loading={audiences.isPending} value={audience} onChange={setAudience} options={(audiences.data?.items ?? []).map((it) => ({ value: it.id, label: `${inOneLanguage(it.name, language)} (${format.short(it.members)})` }))} />
      {wish.isError && <Refusal error={wish.error} />}
    </Modal>
  );
}

function HistoryPanel({ id }: { id: string }) {
  const { t, format } = useTagText();
  const movements = useMovements(id);
  const columns: TableColumnsType<TagMovement> = [
    { title: t('tags.when'), dataIndex: 'at', render: (at: string) => <span className="nowrap">{format.time(at)}</span> },
    { title: t('tags.what'), key: 'what', render: (_, it) => <>{t(`tags.reason.${it.reason}`)}<div><By of={it.by} /></div></> },
    { title: t('tags.change'), key: 'change', align: 'right', render: (_, it) => <span className="nowrap">{[it.added > 0 ? `+${format.short(it.added)}` : '', it.removed > 0 ? `−${format.short(it.removed)}` : ''].filter(Boolean).join(' ')}</span> },
    { title: <span className="nowrap">{t('tags.members')}</span>, dataIndex: 'members', align: 'right', render: (n: number) => <Count n={n} /> },
  ];
  return (
    <Panel title={t('tags.history')} note={t('tags.history.note')}>
      <Answer of={movements}>
        {({ items }) => <Table<TagMovement> size="small" rowKey="position" columns={columns} dataSource={items} pagination={false} locale={{ emptyText: <Nothing title={t('tags.history.none')} /> }} />}
      </Answer>
    </Panel>
  );
}
