import { Button, Input, Segmented, Table, Tag, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { useMay } from '../access/roles';
import type { JourneySummary } from '../api/model';
import { useAddress } from '../shell/address';
import { PageHead } from '../shell/page';
import { Answer, Nothing } from '../shell/states';
import { inOneLanguage } from '../text/language';
import { useJourneyText } from './words';
import { StateTag } from './StateTag';
import { useJourneys } from './journeys';

const STATES = ['', 'RUNNING', 'PAUSED', 'DRAFT', 'STOPPED'] as const;

/** All journeys, how they stand and what they bring. */
export default function JourneysPage() {
  const { t, format, language } = useJourneyText();
  const { at, set } = useAddress('name');
  const journeys = useJourneys();
  const operator = useMay('OPERATOR');
  const state = STATES.find((it) => it === at('state')) ?? '';
  const q = (at('q') ?? '').toLowerCase();
  const columns: TableColumnsType<JourneySummary> = [
    { title: t('journeys.name'), dataIndex: 'name', render: (name: string, it) => <Link to={`/journeys/${it.id}`}>{inOneLanguage(name, language)}</Link> },
    { title: t('journeys.state'), dataIndex: 'state', render: (_, it) => <>{<StateTag state={it.state} />}{it.trouble !== null && <Tag color="error" title={it.trouble} style={{ marginInlineStart: 8 }}>{t('journeys.trouble')}</Tag>}{it.givenUp > 0 && <Link to={`/journeys/${it.id}?view=calls`} style={{ marginInlineStart: 8 }}><Tag color="error">{t('journeys.givenUp', { n: format.short(it.givenUp) })}</Tag></Link>}</> },
    { title: t('journeys.version'), dataIndex: 'published', align: 'right', render: (n: number) => (n === 0 ? '—' : n) },
    { title: t('journeys.entered'), dataIndex: 'entered', align: 'right', sorter: (a, b) => a.entered - b.entered, render: format.whole },
    { title: t('journeys.inside'), dataIndex: 'inside', align: 'right', sorter: (a, b) => a.inside - b.inside, render: format.whole },
    { title: t('journeys.converted'), dataIndex: 'converted', align: 'right', sorter: (a, b) => a.converted - b.converted, render: format.whole },
    { title: t('journeys.rate'), key: 'rate', align: 'right', render: (_, it) => (it.entered === 0 ? '—' : format.share(it.converted / it.entered)) },
    { title: t('journeys.changed'), dataIndex: 'changedAt', render: format.time, responsive: ['lg'] },
  ];
  return (
    <>
      <PageHead title={t('nav.journeys')} note={t('journeys.question')}>
        {operator && <Link to="/journeys/new"><Button type="primary">{t('journeys.new')}</Button></Link>}
      </PageHead>
      <section className="panel">
        <div className="filters">
          <Input.Search className="search" allowClear defaultValue={at('q') ?? ''} placeholder={t('journeys.search')} aria-label={t('journeys.search')} onSearch={(text) => set({ q: text })} />
          <Segmented value={state} aria-label={t('journeys.state')} onChange={(to) => set({ state: to })} options={STATES.map((value) => ({ value, label: value === '' ? t('filter.all') : t(`journey.state.${value}`) }))} />
        </div>
        <Answer of={journeys}>
          {({ items }) => (
            <Table<JourneySummary>
              size="middle" rowKey="id" columns={columns} pagination={false} scroll={{ x: 'max-content' }} showSorterTooltip={false}
              dataSource={items.filter((it) => (state === '' || it.state === state) && it.name.toLowerCase().includes(q))}
              locale={{ emptyText: <Nothing title={items.length === 0 ? t('journeys.none') : t('state.nothing')}>{items.length === 0 && operator && <Link to="/journeys/new"><Button>{t('journeys.new')}</Button></Link>}</Nothing> }}
            />
          )}
        </Answer>
      </section>
    </>
  );
}
