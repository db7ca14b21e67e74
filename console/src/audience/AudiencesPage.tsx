import { BlockOutlined, PlusOutlined, WarningFilled } from '@ant-design/icons';
import { Button, Input, Select, Table, Tooltip, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../access/roles';
import type { Audience } from '../api/model';
import { useAddress } from '../shell/address';
import { PageHead } from '../shell/page';
import { Answer, Nothing } from '../shell/states';
import { useAudiences, useTrends } from './calls';
import { useNames } from './names';
import { Spark } from './Spark';
import { inOneLanguage } from '../text/language';
import { nameOf, ownerOf, sentenceIn, useAudienceText } from './words';
import './audience.css';

const MOST_COMPARED = 6;

export default function AudiencesPage() {
  const { t, format, language } = useAudienceText();
  const operator = useMay('OPERATOR');
  const { at, set } = useAddress('');
  const audiences = useAudiences();
  const trends = useTrends();
  const [chosen, setChosen] = useState<number[]>([]);
  const all = audiences.data?.items ?? [];
  const names = useNames();
  const points = new Map((trends.data?.items ?? []).map((it) => [it.id, it.points]));
  const folders = [...new Set(all.map((it) => it.folder))].sort();
  const sought = (at('q') ?? '').toLowerCase();
  const folder = at('folder');
  // The cells of RFM are many and much alike: they are shown where their folder, or a name, is asked for.
  const cells = sought === '' && folder === undefined ? all.filter((it) => it.ready?.startsWith('cell-') === true) : [];
  const shown = all.filter((it) => !cells.includes(it) && (folder === undefined || it.folder === folder || it.folder.startsWith(`${folder}/`)) && `${it.name} ${it.note} ${it.owner}`.toLowerCase().includes(sought));
  const columns: TableColumnsType<Audience> = [
    {
      title: t('aud.name'), key: 'name', sorter: (a, b) => nameOf(a, language).localeCompare(nameOf(b, language), language),
      render: (_, it) => (
        <div className="aud-named">
          <Link to={`/audiences/${it.id}`}>{nameOf(it, language)}</Link>
          <span className="quiet aud-clipped" title={sentenceIn(it.sentence, language, t, names)}>{sentenceIn(it.sentence, language, t, names)}</span>
        </div>
      ),
    },
    { title: t('aud.folder'), key: 'folder', render: (_, it) => <span className="quiet">{it.folder === '' ? '—' : inOneLanguage(it.folder, language)}</span> },
    { title: t('aud.owner'), key: 'owner', render: (_, it) => <span className="quiet">{ownerOf(it, t)}</span> },
    { title: t('aud.size'), key: 'members', align: 'right', defaultSortOrder: null, sorter: (a, b) => (a.members ?? -1) - (b.members ?? -1), render: (_, it) => <data value={it.members ?? ''} title={format.whole(it.members)}>{format.short(it.members)}</data> },
    { title: t('aud.trend'), key: 'trend', render: (_, it) => <Spark points={points.get(it.id) ?? []} /> },
    {
      title: t('aud.fresh'), key: 'fresh',
      render: (_, it) => it.problem === null
        ? <span className="quiet">{it.refreshedAt === null ? t('aud.notYet') : format.time(it.refreshedAt)}</span>
        : <Tooltip title={it.problem}><span className="warned"><WarningFilled aria-hidden /> {format.time(it.refreshedAt)}</span></Tooltip>,
    },
    {
      title: t('aud.uses'), key: 'uses', align: 'right',
      render: (_, it) => it.usedBy.length === 0 ? <span className="quiet">0</span> : <Tooltip title={it.usedBy.map((use) => inOneLanguage(use.name, language)).join('、')}><span>{it.usedBy.length}</span></Tooltip>,
    },
  ];
  return (
    <>
      <PageHead title={t('aud.title')} note={t('aud.question')}>
        <Link to={chosen.length < 2 ? '/audiences/overlap' : `/audiences/overlap?ids=${chosen.join(',')}`}><Button icon={<BlockOutlined />} data-testid="overlap">{chosen.length < 2 ? t('aud.overlap') : t('aud.overlap.of', { n: chosen.length })}</Button></Link>
        {operator && <Link to="/audiences/new"><Button type="primary" icon={<PlusOutlined />} data-testid="new-audience">{t('aud.new')}</Button></Link>}
      </PageHead>
      <section className="panel">
        <div className="filters">
          <Input.Search className="search" allowClear key={at('q') ?? ''} defaultValue={at('q') ?? ''} placeholder={t('aud.search')} aria-label={t('aud.search')} onSearch={(q) => set({ q: q.trim() })} />
          <Select className="choice" allowClear aria-label={t('aud.folder')} placeholder={t('aud.folder.all')} value={folder ?? null} onChange={(it: string | undefined) => set({ folder: it })} options={folders.map((value) => ({ value, label: value === '' ? t('aud.folder.none') : inOneLanguage(value, language) }))} />
          {cells.length > 0 && <Button type="link" data-testid="aud-cells" onClick={() => set({ folder: cells[0]?.folder })}>{t('aud.cells', { n: cells.length })}</Button>}
          <span className="quiet aud-choose">{t('aud.choose.help')}</span>
        </div>
        <Answer of={audiences}>
          {() => (
            <Table
              size="middle" rowKey="id" columns={columns} dataSource={shown} showSorterTooltip={false} scroll={{ x: 'max-content' }}
              pagination={shown.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
              rowSelection={{
                selectedRowKeys: chosen, onChange: (keys) => setChosen(keys.map(Number).slice(0, MOST_COMPARED)), hideSelectAll: true,
                getCheckboxProps: (it) => ({ disabled: chosen.length >= MOST_COMPARED && !chosen.includes(it.id), 'aria-label': t('aud.compare', { name: nameOf(it, language) }) }),
              }}
              locale={{ emptyText: <Nothing title={sought === '' && folder === undefined ? t('aud.none') : t('state.nothing')} /> }}
            />
          )}
        </Answer>
      </section>
    </>
  );
}
