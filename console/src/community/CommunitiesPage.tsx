import { DownloadOutlined, PlusOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button, Input, Segmented, Table, type TableColumnsType } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useMay } from '../access/roles';
import type { Community } from '../api/model';
import { csv, save } from '../chart/export';
import { Refusal } from '../collect/Refusal';
import { useAddress } from '../shell/address';
import { Paging } from '../shell/Paging';
import { PageHead } from '../shell/page';
import { Answer, Nothing } from '../shell/states';
import { useText } from '../text/language';
import { Below } from './Below';
import { allCommunities, useCommunities, useStanding } from './communities';
import { LifePanel } from './LifePanel';
import { listFigures } from './listFigures';
import { Multiples } from './Multiples';
import { PeriodBoard } from './PeriodBoard';
import { Place } from './Place';
import { PeriodTag } from './PeriodTag';
import { usePeriodText } from './periodWords';
import { Trend } from './Trend';

const RuleForm = lazy(() => import('./RuleForm'));
const SayForm = lazy(() => import('./SayForm'));

const PERIODS = ['', 'GOLDEN', 'SILVER'] as const;
const VIEWS = ['list', 'board', 'weeks'] as const;

export default function CommunitiesPage() {
  const { t, format } = useText();
  const { at, set, sort, sorted, onSort } = useAddress('-value');
  const cursor = at('cursor');
  const view = VIEWS.find((it) => it === at('view')) ?? 'list';
  const period = PERIODS.find((it) => it === at('stage')) ?? '';
  const standing = useStanding(view !== 'list');
  const { t: p } = usePeriodText();
  const operator = useMay('OPERATOR');
  const navigate = useNavigate();
  const [open, setOpen] = useState<'rule' | 'say' | null>(null);
  const file = useMutation({ mutationFn: () => allCommunities({ sort, stage: at('stage'), q: at('q') }), onSuccess: (all) => save('communities.csv', csv(listFigures(all, t))) });
  const communities = useCommunities({ sort, stage: at('stage'), q: at('q'), cursor });
  const by = (key: string) => ({ key, dataIndex: key, sorter: true, sortOrder: sorted(key), align: 'right' as const });
  const columns: TableColumnsType<Community> = [
    { title: t('community.name'), key: 'name', dataIndex: 'name', fixed: 'left', sorter: true, sortOrder: sorted('name'), render: (name: string, it) => <Link to={`/communities/${encodeURIComponent(it.id)}`}>{name}</Link> },
    { title: t('community.place'), key: 'rank', dataIndex: 'rank', align: 'right', render: (_, it) => <Place of={it} /> },
    { title: t('community.period'), dataIndex: 'stage', render: (_, it) => <PeriodTag period={it.stage} /> },
    { title: t('community.value'), ...by('value'), render: format.score },
    { title: t('community.change'), ...by('change'), render: format.change },
    { title: t('community.trend'), dataIndex: 'trend', width: 110, render: (trend: number[]) => <Trend values={trend} /> },
    { title: t('overview.members'), ...by('members'), render: format.whole },
    { title: t('community.high'), ...by('highValueMembers'), render: format.whole },
    { title: t('community.active'), ...by('activeShare'), render: format.share },
    { title: t('community.age'), ...by('age'), dataIndex: 'ageWeeks', render: (weeks: number | null) => (weeks === null ? '—' : t('community.weeks', { n: weeks })) },
    { title: t('community.below'), key: 'belowLine', dataIndex: 'belowLine', sorter: true, sortOrder: sorted('belowLine'), render: (_, it) => <Below line={it.belowLine} /> },
  ];
  return (
    <>
      <PageHead title={t('communities.title')} note={asOf(communities.data?.items[0]?.asOf)}>
        <Button onClick={() => setOpen('rule')} data-testid="rule">{p('rule.open')}</Button>
        {operator && <Button icon={<PlusOutlined />} onClick={() => setOpen('say')} data-testid="say">{p('say.new')}</Button>}
        <Button icon={<DownloadOutlined />} loading={file.isPending} onClick={() => file.mutate()} data-testid="export">{t('communities.export')}</Button>
      </PageHead>
      {file.isError && <Refusal error={file.error} />}
      <Suspense>
        {open === 'rule' && <RuleForm done={() => setOpen(null)} />}
        {open === 'say' && <SayForm of={null} done={(said) => { setOpen(null); if (said !== null) void navigate(`/communities/${encodeURIComponent(said.id)}`); }} />}
      </Suspense>
      <section className="panel">
        <div className="filters">
          <Input.Search key={at('q') ?? ''} className="search" allowClear defaultValue={at('q') ?? ''} placeholder={t('communities.search')} aria-label={t('communities.search')} onSearch={(q) => set({ q })} />
          <Segmented value={period} aria-label={t('community.period')} onChange={(stage) => set({ stage })} options={PERIODS.map((value) => ({ value, label: value === '' ? t('filter.all') : t(`period.${value}`) }))} />
          <Segmented className="view" value={view} aria-label={t('communities.view')} onChange={(to) => set({ view: to === 'list' ? undefined : to, cursor })} options={VIEWS.map((value) => ({ value, label: t(`communities.view.${value}`) }))} />
        </div>
        {view === 'list' && (
          <Answer of={communities}>
            {({ items, next }) => (
              <>
                <Table
                  size="middle"
                  rowKey="id"
                  columns={columns}
                  dataSource={items}
                  onChange={onSort}
                  sortDirections={['descend', 'ascend']}
                  loading={communities.isPlaceholderData}
                  pagination={false}
                  showSorterTooltip={false}
                  scroll={{ x: 'max-content' }}
                  locale={{ emptyText: <Nothing title={at('q') === undefined && at('stage') === undefined ? t('overview.board.none') : t('state.nothing')} /> }}
                />
                <Paging cursor={cursor} next={next} go={(to) => set({ cursor: to })} />
              </>
            )}
          </Answer>
        )}
      </section>
      {view === 'board' && <div className="below stack"><LifePanel /><PeriodBoard stage={period === '' ? undefined : period} sort={sort} q={at('q')} standing={standing.data} /></div>}
      {view === 'weeks' && (
        <div className="below">
          <Answer of={communities}>
            {({ items, next }) => (
              <>
                <Multiples of={items} line={standing.data?.rule?.value ?? null} />
                <Paging cursor={cursor} next={next} go={(to) => set({ cursor: to })} />
              </>
            )}
          </Answer>
        </div>
      )}
    </>
  );

  function asOf(day: string | null | undefined): string {
    return day === null || day === undefined ? t('communities.question') : `${t('communities.question')} · ${t('page.asOf', { day })}`;
  }
}
