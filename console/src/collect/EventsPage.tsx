import { Input, Segmented, Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import type { EventSummary } from '../api/model';
import { useAddress } from '../shell/address';
import { Count, PageHead } from '../shell/page';
import { Answer, Nothing } from '../shell/states';
import { EventName, eventInWords } from '../value/EventName';
import { useCatalogue } from './events';
import { standing } from './standing';
import { Volume } from './Volume';
import { useDataText } from './words';
import './data.css';

const SHOWN = ['all', 'standard', 'own', 'drifted'] as const;
type Shown = (typeof SHOWN)[number];

const EVENTS_A_PAGE = 50;
const ORDERS = {
  count: (a: EventSummary, b: EventSummary) => a.count - b.count,
  drifted: (a: EventSummary, b: EventSummary) => (a.drifted ?? 0) - (b.drifted ?? 0),
};

/** Every event name that ever came in, with its volume and how many of its properties drifted. */
export default function EventsPage() {
  const { t, format } = useDataText();
  const { at, set, sorted, onSort } = useAddress('-count');
  const catalogue = useCatalogue();
  const shown: Shown = SHOWN.find((it) => it === at('show')) ?? 'all';
  const q = at('q') ?? '';
  const page = Math.max(1, Math.trunc(Number(at('page'))) || 1);
  const wanted = (it: EventSummary) => fits(it, shown) && `${it.event} ${eventInWords(it.event, t)}`.toLowerCase().includes(q.toLowerCase());
  const by = (name: keyof typeof ORDERS) => ({ sorter: ORDERS[name], sortOrder: sorted(name) });
  const columns: TableColumnsType<EventSummary> = [
    { title: t('event.name'), dataIndex: 'event', fixed: 'start', render: (event: string) => <Link to={`/data/events/${encodeURIComponent(event)}`}><EventName of={event} /></Link> },
    { title: t('events.key'), dataIndex: 'event', responsive: ['lg'], render: (event: string) => <code className="code">{event}</code> },
    { title: t('events.known'), dataIndex: 'standard', responsive: ['md'], render: (_, it) => <span className={it.standard === null ? 'quiet' : ''}>{standing(it, t)}</span> },
    { title: t('events.count'), dataIndex: 'count', key: 'count', align: 'right', ...by('count'), render: (n: number) => <Count n={n} /> },
    { title: t('events.days'), dataIndex: 'days', render: (_, it) => <Volume of={it} /> },
    { title: t('events.drifted'), dataIndex: 'drifted', key: 'drifted', align: 'right', ...by('drifted'), render: (n: number | null, it) => (n === null ? <span className="quiet" title={t('events.drifted.later')}>…</span> : n === 0 ? <span className="quiet">0</span> : <Link to={`/data/events/${encodeURIComponent(it.event)}`} className="warned">{format.whole(n)}</Link>) },
    { title: t('events.first'), dataIndex: 'firstSeen', responsive: ['lg'], render: format.day },
    { title: t('events.last'), dataIndex: 'lastSeen', render: format.time },
  ];
  return (
    <>
      <PageHead title={t('nav.events')} note={t('events.question')} />
      <section className="panel">
        <div className="filters" role="search">
          <Input.Search key={q} className="search" allowClear defaultValue={q} aria-label={t('events.search')} placeholder={t('events.search')} onSearch={(value) => set({ q: value })} />
          <Segmented value={shown} onChange={(value) => set({ show: value === 'all' ? undefined : value })} options={SHOWN.map((value) => ({ value, label: t(`events.show.${value}`) }))} />
        </div>
        <Answer of={catalogue}>
          {({ items }) => (
            <Table<EventSummary>
              size="middle" rowKey="event" scroll={{ x: 'max-content' }} columns={columns}
              onChange={(place, filters, sorter, { action }) => (action === 'paginate' ? set({ page: place.current === 1 ? undefined : String(place.current) }) : onSort(place, filters, sorter))}
              pagination={items.length > EVENTS_A_PAGE ? { pageSize: EVENTS_A_PAGE, showSizeChanger: false, current: Math.min(page, Math.max(1, Math.ceil(items.filter(wanted).length / EVENTS_A_PAGE))) } : false}
              dataSource={items.filter(wanted)}
              locale={{ emptyText: <Nothing title={items.length === 0 ? t('events.none') : shown === 'drifted' && q === '' ? t('events.drifted.none') : t('state.nothing')} /> }}
            />
          )}
        </Answer>
      </section>
    </>
  );
}

function fits(it: EventSummary, shown: Shown): boolean {
  if (shown === 'drifted') return (it.drifted ?? 0) > 0;
  return shown === 'all' || (shown === 'standard') === (it.standard !== null);
}
