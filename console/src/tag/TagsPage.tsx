import { Button, Empty, Input, Popconfirm, Select, Space, Switch, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../access/roles';
import type { GroupOfTags, Tag, TagRule } from '../api/model';
import { Refusal } from '../collect/Refusal';
import { useAddress } from '../shell/address';
import { Count, PageHead } from '../shell/page';
import { Answer } from '../shell/states';
import { BulkForm } from './BulkForm';
import { useTagRules, useTags, useTagWish } from './calls';
import { GroupForm, TagForm } from './forms';
import { TagChip } from './TagChip';
import { inOneLanguage } from '../text/language';
import { WeComSwitch } from './WeComSwitch';
import { useTagText } from './words';
import './tag.css';

type Edited = { group: GroupOfTags | null } | { tag: true } | { file: true } | null;

/** Groups and tags: what there is to say of members. */
export default function TagsPage() {
  const { t, format } = useTagText();
  const { at, set } = useAddress('');
  const operator = useMay('OPERATOR');
  const tags = useTags();
  const rules = useTagRules();
  const [edited, setEdited] = useState<Edited>(null);
  const wish = useTagWish();
  const sought = (at('q') ?? '').toLowerCase();
  const archived = at('archived') === 'true';
  const groups = tags.data?.groups ?? [];
  const chosen = groups.find((it) => String(it.id) === at('group'));
  return (
    <>
      <PageHead title={t('nav.tags')} note={tags.data === undefined ? t('tags.question') : t('tags.used', { used: format.whole(tags.data.used), most: format.whole(tags.data.most) })}>
        <Link to="/tags/governance"><Button>{t('tags.governance')}</Button></Link>
        {operator && <Button onClick={() => setEdited({ file: true })}>{t('tags.bulk.file')}</Button>}
        {operator && <Button onClick={() => setEdited({ group: null })}>{t('tags.group.new')}</Button>}
        {operator && <Button type="primary" disabled={groups.length === 0} onClick={() => setEdited({ tag: true })} data-testid="new-tag">{t('tags.new')}</Button>}
      </PageHead>
      <section className="panel">
        <Space wrap className="filters">
          <Input.Search allowClear className="tag-search" placeholder={t('tags.search')} aria-label={t('tags.search')} defaultValue={at('q')} onSearch={(value) => set({ q: value })} />
          <Select
            allowClear className="tag-group-choice" placeholder={t('tags.group.all')} aria-label={t('tags.group')} value={chosen?.id}
            onChange={(value?: number) => set({ group: value === undefined ? undefined : String(value) })} options={groups.map((it) => ({ value: it.id, label: `${it.name} (${it.tags.length})` }))}
          />
          <label className="tag-switch"><Switch size="small" checked={archived} onChange={(on) => set({ archived: on ? 'true' : undefined })} /> {t('tags.archived.show')}</label>
          {operator && chosen !== undefined && (
            <>
              <Button size="small" onClick={() => setEdited({ group: chosen })}>{t('tags.group.edit')}</Button>
              <WeComSwitch group={chosen.id} />
              {chosen.tags.length === 0 && <Popconfirm title={t('tags.group.remove.sure', { name: chosen.name })} okText={t('tags.remove')} onConfirm={() => wish.mutate({ removeGroup: chosen.id })}><Button size="small" danger>{t('tags.group.remove')}</Button></Popconfirm>}
            </>
          )}
        </Space>
        {wish.isError && <Refusal error={wish.error} />}
        <Answer of={tags}>
          {({ groups: all }) => (
            <TagTable
              rules={rules.data?.items ?? []}
              tags={all.filter((it) => chosen === undefined || it.id === chosen.id).flatMap((it) => it.tags).filter((it) => (archived || it.archivedAt === null) && `${it.name}\n${it.note}\n${it.groupName}`.toLowerCase().includes(sought))}
              empty={<Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t(all.length === 0 ? 'tags.none' : 'tags.none.here')}>{operator && all.length === 0 && <Button type="primary" onClick={() => setEdited({ group: null })}>{t('tags.group.new')}</Button>}</Empty>}
            />
          )}
        </Answer>
      </section>
      {edited !== null && 'group' in edited && <GroupForm group={edited.group} done={() => setEdited(null)} />}
      {edited !== null && 'tag' in edited && <TagForm tag={null} group={chosen?.id} groups={groups} done={() => setEdited(null)} />}
      {edited !== null && 'file' in edited && <BulkForm tag={null} off={false} done={() => setEdited(null)} />}
    </>
  );
}

function TagTable({ tags, rules, empty }: { tags: Tag[]; rules: TagRule[]; empty: React.ReactNode }) {
  const { t, format, language } = useTagText();
  const byTag = new Map(rules.map((it) => [it.tag, it]));
  const columns: TableColumnsType<Tag> = [
    { title: t('tags.tag'), key: 'name', fixed: 'start', render: (_, it) => <Link to={`/tags/${it.id}`}><TagChip of={it} /></Link>, sorter: (a, b) => a.name.localeCompare(b.name) },
    { title: t('tags.group'), dataIndex: 'groupName' },
    { title: t('tags.members'), dataIndex: 'members', align: 'right', sorter: (a, b) => a.members - b.members, render: (n: number) => <Count n={n} /> },
    {
      title: t('tags.kept'), key: 'rule',
      render: (_, it) => {
        const rule = byTag.get(it.id);
        return it.archivedAt !== null ? <span className="quiet">{t('tags.archived')}</span> : rule === undefined ? <span className="quiet">{t('tags.kept.byHand')}</span> : t('tags.kept.byRule', { name: inOneLanguage(rule.name, language) });
      },
    },
    { title: t('tags.note'), dataIndex: 'note', ellipsis: true, render: (note: string) => <span className="quiet">{note}</span> },
    { title: t('tags.created'), dataIndex: 'createdAt', render: (created: string, it) => <span className="nowrap">{format.day(created)} <span className="quiet">{it.createdBy}</span></span> },
  ];
  return <Table<Tag> size="middle" rowKey="id" scroll={{ x: 'max-content' }} columns={columns} dataSource={tags} pagination={tags.length > 50 ? { pageSize: 50, showSizeChanger: false } : false} locale={{ emptyText: empty }} />;
}
