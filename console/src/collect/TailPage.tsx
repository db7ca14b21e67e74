import { PauseOutlined, PlayCircleOutlined } from '@ant-design/icons';
import { Button, Input, Table, type TableColumnsType } from 'antd';
import { useEffect, useState } from 'react';
import type { TailEvent } from '../api/model';
import { useAddress } from '../shell/address';
import { PageHead } from '../shell/page';
import { Answer, Nothing } from '../shell/states';
import { Wide } from '../shell/Wide';
import { EventName, eventInWords } from '../value/EventName';
import { Identifier } from '../value/Identifier';
import { PULSE, readTail } from './events';
import { useDataText } from './words';
import './data.css';

/** As many as one can look at; older ones fall out below. */
const KEPT = 200;

/** What the tracking API acknowledges, as it arrives. */
export default function TailPage() {
  const { t, format } = useDataText();
  const { at, set } = useAddress('');
  const [running, setRunning] = useState(true);
  const tail = useTail(running);
  const q = (at('q') ?? '').toLowerCase();
  const fits = (it: TailEvent) => q === '' || `${it.event} ${eventInWords(it.event, t)} ${it.source} ${it.identifiers.map((id) => id.key).join(' ')}`.toLowerCase().includes(q);
  const columns: TableColumnsType<TailEvent> = [
    { title: t('tail.received'), dataIndex: 'receivedAt', width: 170, render: (moment: string) => <>{format.time(moment)}<span className="quiet">:{moment.slice(17, 19)}</span></> },
    { title: t('event.name'), dataIndex: 'event', render: (event: string) => <EventName of={event} /> },
    { title: t('event.who'), dataIndex: 'identifiers', render: (_, it) => it.identifiers.map((id) => <div key={`${id.kind}:${id.key}`}><Identifier of={id} /></div>) },
    { title: t('event.amount'), dataIndex: 'amount', align: 'right', responsive: ['md'], render: format.money },
    { title: t('event.object'), dataIndex: 'object', responsive: ['lg'] },
    { title: t('event.community'), dataIndex: 'community', responsive: ['lg'] },
    { title: t('event.properties'), dataIndex: 'properties', responsive: ['lg'], render: (it: unknown) => <code className="detail">{it === null ? '' : JSON.stringify(it)}</code> },
    { title: t('imports.source'), dataIndex: 'source' },
  ];
  return (
    <>
      <PageHead title={t('nav.tail')} note={t('tail.question')}>
        <span className={running ? 'pulse pulse-on' : 'pulse'} aria-hidden />
        <span className="quiet" role="status">{running ? t('tail.running') : t('tail.paused')}</span>
        <Button icon={running ? <PauseOutlined /> : <PlayCircleOutlined />} onClick={() => setRunning(!running)}>{running ? t('tail.pause') : t('tail.go')}</Button>
      </PageHead>
      <section className="panel">
        <div className="filters" role="search">
          <Input.Search key={q} className="search" allowClear defaultValue={at('q')} aria-label={t('tail.search')} placeholder={t('tail.search')} onSearch={(value) => set({ q: value })} />
        </div>
        <Answer of={tail}>
          {(events) => (
            <Wide label={t('nav.tail')}>
              <Table<TailEvent> size="small" rowKey="position" pagination={false} columns={columns} dataSource={events.filter(fits)} locale={{ emptyText: <Nothing title={t(events.length === 0 ? 'tail.none' : 'state.nothing')} /> }} />
            </Wide>
          )}
        </Answer>
      </section>
    </>
  );
}

/** Asks again and again for what came after the last answer; pauses where nobody looks. Nothing is known before the first. */
function useTail(running: boolean) {
  const [data, setData] = useState<TailEvent[]>();
  const [error, setError] = useState<Error | null>(null);
  const [dataUpdatedAt, setUpdated] = useState(0);
  const [after, setAfter] = useState<string>();
  const [beat, setBeat] = useState(0);
  const refetch = () => setBeat((n) => n + 1);
  useEffect(() => {
    if (!running) return undefined;
    let current = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const again = () => {
      if (current) timer = setTimeout(refetch, PULSE);
    };
    if (document.hidden) again();
    else {
      readTail(after).then((page) => {
        if (!current) return;
        setError(null);
        setUpdated(Date.now());
        if (page.next !== null) setAfter(page.next);
        setData((known = []) => [...page.items.reverse(), ...known].slice(0, KEPT));
      }, (problem: unknown) => {
        if (current) setError(problem instanceof Error ? problem : new Error(String(problem)));
      }).finally(again);
    }
    return () => {
      current = false;
      clearTimeout(timer);
    };
    // A beat asks once; what it learns about the place must not ask again at once.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [running, beat]);
  return { data, error, isPending: data === undefined, dataUpdatedAt, refetch };
}
