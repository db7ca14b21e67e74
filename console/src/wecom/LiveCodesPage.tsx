import { WarningOutlined } from '@ant-design/icons';
import { Button, Popconfirm, Segmented, Space, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../access/roles';
import type { LiveCode, LiveCodeSkipped } from '../api/model';
import { Panel } from '../chart/Panel';
import { useTemplates } from '../messaging/calls';
import { useAddress } from '../shell/address';
import { PageHead } from '../shell/page';
import { Answer, Nothing } from '../shell/states';
import { useTags } from '../tag/calls';
import { inOneLanguage, useWords } from '../text/language';
import { useArchiveLiveCode, useJourneyNames, useLiveCodes, useOnboarding } from './calls';
import { ConnectionPanel } from './ConnectionPanel';
import { FunnelPanel } from './FunnelPanel';
import { LiveCodeForm } from './LiveCodeForm';
import { WORDS } from './words';

const DAYS = [7, 30, 90] as const;

/** Live codes: where newcomers come from, and how far they get. */
export default function LiveCodesPage() {
  const { t } = useWords(WORDS);
  const { at, set } = useAddress('');
  const operator = useMay('OPERATOR');
  const [form, setForm] = useState<'new' | LiveCode | null>(null);
  const days = DAYS.find((it) => String(it) === at('days')) ?? 30;
  const funnel = useOnboarding(days);
  return (
    <>
      <PageHead title={t('nav.liveCodes')} note={t('codes.question')}>
        {operator && <Button type="primary" data-testid="new-live-code" onClick={() => setForm('new')}>{t('codes.new')}</Button>}
      </PageHead>
      <Segmented className="filter" value={days} onChange={(to) => set({ days: to === 30 ? undefined : String(to) })} options={DAYS.map((value) => ({ value, label: t('codes.days', { n: value }) }))} />
      <div className="stack">
        <Answer of={funnel}>{(it) => <FunnelPanel funnel={it} days={days} />}</Answer>
        <Codes edit={operator ? setForm : undefined} />
        <ConnectionPanel />
      </div>
      {form !== null && <LiveCodeForm key={form === 'new' ? form : form.id} code={form === 'new' ? null : form} done={() => setForm(null)} />}
    </>
  );
}

function Codes({ edit }: { edit: ((code: LiveCode) => void) | undefined }) {
  const { t, format, language } = useWords(WORDS);
  const journeys = useJourneyNames().data?.items ?? [];
  const journeyOf = (id: number) => journeys.find((it) => it.id === id)?.name ?? `#${id}`;
  const codes = useLiveCodes();
  const archive = useArchiveLiveCode();
  const columns: TableColumnsType<LiveCode> = [
    { title: t('codes.name'), dataIndex: 'name', fixed: 'start', render: (name: string, it) => <>{it.picture === null ? <strong>{name}</strong> : <a href={it.picture} target="_blank" rel="noreferrer" title={t('codes.picture')}><strong>{name}</strong></a>}{it.skipped.map((one) => <Skipped key={`${one.kind}/${one.number}`} of={one} />)}</> },
    { title: t('codes.channel'), dataIndex: 'channel' },
    { title: t('codes.scene'), dataIndex: 'scene' },
    { title: t('codes.employees'), dataIndex: 'employees', render: (who: string[]) => <span className="clipped">{who.join(', ')}</span> },
    { title: t('codes.journey'), dataIndex: 'journeyId', render: (id: number | null) => (id === null ? <span className="quiet">—</span> : <Link to={`/journeys/${id}`}>{inOneLanguage(journeyOf(id), language)}</Link>) },
    { title: t('codes.state'), dataIndex: 'state', render: (state: string) => <code>{state}</code> },
    { title: t('codes.created'), dataIndex: 'createdAt', render: (at: string) => format.time(at) },
    { title: '', key: 'archive', align: 'right', render: (_, it) => (it.archivedAt !== null ? <span className="quiet">{t('codes.archived')}</span> : edit !== undefined && (
      <Space>
        <Button size="small" aria-label={`${t('codes.edit')} ${it.name}`} onClick={() => edit(it)}>{t('codes.edit')}</Button>
        <Popconfirm title={t('codes.archive.ask')} onConfirm={() => archive.mutate(it.id)}><Button size="small">{t('codes.archive')}</Button></Popconfirm>
      </Space>
    )) },
  ];
  return (
    <Panel title={t('codes.list')}>
      <Answer of={codes}>
        {({ items }) => (items.length === 0
          ? <Nothing title={t('codes.none')}><p className="quiet">{t('codes.none.hint')}</p></Nothing>
          : <Table<LiveCode> size="middle" rowKey="id" scroll={{ x: 'max-content' }} columns={columns} dataSource={items} pagination={items.length > 50 ? { pageSize: 50, showSizeChanger: false } : false} />
        )}
      </Answer>
    </Panel>
  );
}

/** What newcomers went without, and since when: the tag is archived, the template gone, the journey not running. */
function Skipped({ of: { kind, number, newcomers, lastAt } }: { of: LiveCodeSkipped }) {
  const { t, format, language } = useWords(WORDS);
  const tags = useTags(true).data?.groups.flatMap((group) => group.tags);
  const templates = useTemplates().data?.items;
  const journeys = useJourneyNames().data?.items;
  const named = { TAG: tags, TEMPLATE: templates, JOURNEY: journeys }[kind]?.find((it) => it.id === number)?.name;
  const name = named === undefined ? `#${number}` : inOneLanguage(named, language);
  return <div className="skipped" role="status"><WarningOutlined aria-hidden /> {t(`codes.skipped.${kind}`, { name, n: format.whole(newcomers), time: format.time(lastAt) })}</div>;
}
