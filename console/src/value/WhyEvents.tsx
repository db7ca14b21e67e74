import { Button, Table, type TableColumnsType } from 'antd';
import { Link, useSearchParams } from 'react-router';
import type { ExplainedEvent, ScoredEvent } from '../api/model';
import { Answer, Nothing } from '../shell/states';
import { eventInWords } from './EventName';
import { useScoredEvents } from './members';
import { points, useWhy } from './whyWords';

/** A day of several events has a row of its own above them, for the cap goes by the day. */
type Row = { key: string; day: ScoredEvent; event?: undefined } | { key: string; event: ScoredEvent; day?: undefined };

const COLUMNS = 5;

/** The single events behind one row of an explanation, with what each gave before and after decay. */
export function WhyEvents({ no, of }: { no: string; of: ExplainedEvent }) {
  const { t, format } = useWhy();
  const [parameters] = useSearchParams();
  const found = useScoredEvents(no, of.event);
  const events = found.data?.pages.flatMap((page) => page.items) ?? [];
  const inLine = (event: ScoredEvent) => {
    const next = new URLSearchParams(parameters);
    for (const name of ['why', 'kind']) next.delete(name);
    next.set('event', of.event);
    next.set('day', event.day);
    next.set('mark', event.eventId);
    return `?${next}`;
  };
  const onDay = (row: Row) => (row.day === undefined ? {} : { colSpan: 0 });
  const columns: TableColumnsType<Row> = [
    {
      title: t('why.single.when'), key: 'when',
      onCell: (row) => (row.day === undefined ? {} : { colSpan: COLUMNS }),
      render: (_, { day, event }) => (day === undefined
        ? <Link to={inLine(event)} aria-label={`${format.time(event.ts)} ${t('why.single.line')}`} title={t('why.single.line')} data-testid="why-line">{format.time(event.ts)}</Link>
        : <strong>{t('why.single.day', { day: day.day, ago: day.daysAgo, n: format.whole(day.ofDay.n), counted: format.whole(day.ofDay.counted), raw: points(day.ofDay.raw) })}</strong>),
    },
    { title: t('why.single.what'), key: 'what', onCell: onDay, render: (_, { event }) => event !== undefined && [event.object, event.community, event.amount === null ? null : format.money(event.amount)].filter((it) => it !== null && it !== '').join(' · ') },
    { title: t('why.single.before'), key: 'before', onCell: onDay, render: (_, { event }) => event !== undefined && <Given of={event} cap={of.dailyCap} /> },
    { title: t('why.single.factor'), key: 'factor', align: 'right', onCell: onDay, render: (_, { event }) => event !== undefined && <span title={`2^(−${event.daysAgo} / ${of.halfLifeDays})`}>× {points(event.factor)}</span> },
    { title: t('why.single.left'), key: 'left', align: 'right', onCell: onDay, render: (_, { event }) => event !== undefined && <data value={event.raw} title={String(event.raw)}>{points(event.raw)}</data> },
  ];
  return (
    <Answer of={found}>
      {() => events.length === 0 ? <Nothing title={t('why.single.none')} /> : (
        <div data-testid="why-events" role="group" aria-label={t('why.single.title', { event: eventInWords(of.event, t) })}>
          <Table
            size="small"
            rowKey="key"
            columns={columns}
            dataSource={rows(events)}
            pagination={false}
            scroll={{ x: 'max-content' }}
            summary={() => (
              <Table.Summary.Row>
                <Table.Summary.Cell index={0} colSpan={COLUMNS - 1}><strong>{found.hasNextPage ? t('why.single.sumSoFar', { n: events.length, all: format.whole(of.n) }) : t('why.single.sum', { n: events.length })}</strong></Table.Summary.Cell>
                <Table.Summary.Cell index={COLUMNS - 1} align="right"><strong><data value={sum(events)} data-testid="why-sum">{points(sum(events))}</data></strong></Table.Summary.Cell>
              </Table.Summary.Row>
            )}
          />
          {found.hasNextPage && <Button className="further" size="small" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>{t('why.single.more')}</Button>}
        </div>
      )}
    </Answer>
  );
}

function Given({ of, cap }: { of: ScoredEvent; cap: number | null }) {
  const { t } = useWhy();
  return (
    <>
      {of.moneyPoints === 0 ? t('why.single.points', { points: points(of.points) }) : t('why.single.money', { points: points(of.points), money: points(of.moneyPoints) })}
      {!of.counted && <div className="quiet" data-testid="why-capped">{t('why.single.capped', { place: of.place, cap: cap ?? '—' })}</div>}
    </>
  );
}

function rows(events: ScoredEvent[]): Row[] {
  return events.flatMap((event, i): Row[] => {
    const one: Row = { key: event.eventId, event };
    return event.ofDay.n > 1 && events[i - 1]?.day !== event.day ? [{ key: event.day, day: event }, one] : [one];
  });
}

/** In millionths, as the server adds them: no digit is lost on the way. */
function sum(events: ScoredEvent[]): number {
  return events.reduce((whole, it) => whole + Math.round(it.raw * 1e6), 0) / 1e6;
}
