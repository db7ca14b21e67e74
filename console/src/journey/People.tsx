import { App, Button, Drawer, Input, Popconfirm, Select, Table, Timeline, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../access/roles';
import { Refusal } from '../collect/Refusal';
import type { JourneyGraph, JourneyInstance } from '../api/model';
import { useAddress } from '../shell/address';
import { Paging } from '../shell/Paging';
import { Answer, Nothing } from '../shell/states';
import { useJourneyText } from './words';
import { useInstances, useTakeOut, useTimeline } from './journeys';
import { sayOutcome } from './say';

/** Who is in the journey, where, and how they came there. */
export function People({ id, graph }: { id: number; graph: JourneyGraph }) {
  const { t, format } = useJourneyText();
  const { at, set } = useAddress('');
  const [open, setOpen] = useState<number | null>(null);
  const member = at('member');
  const instances = useInstances(id, at('node'), member, at('cursor'));
  const columns: TableColumnsType<JourneyInstance> = [
    { title: t('people.member'), dataIndex: 'memberNo', render: (no: number, it) => <><Link to={`/members/${no}`}>#{no}</Link>{it.key !== '' && <span className="quiet"> · {it.key}</span>}</> },
    { title: t('people.where'), dataIndex: 'node', render: (node: string, it) => (it.endedAt === null ? node : <span className="quiet">{sayOutcome(it.outcome ?? '', t)}</span>) },
    { title: t('people.entered'), dataIndex: 'enteredAt', render: format.time },
    { title: t('people.due'), dataIndex: 'dueAt', render: format.time },
    { title: t('journeys.version'), dataIndex: 'version', align: 'right' },
    { title: '', key: 'open', align: 'right', render: (_, it) => <button type="button" className="link" onClick={() => setOpen(it.id)}>{t('people.timeline')}</button> },
  ];
  return (
    <>
      <div className="filters">
        <Input.Search className="search" allowClear inputMode="numeric" defaultValue={member ?? ''} placeholder={t('people.search')} aria-label={t('people.search')} onSearch={(text) => set({ member: /^\d+$/.test(text.trim()) ? text.trim() : undefined })} />
        <Select allowClear aria-label={t('people.where')} placeholder={t('people.where')} style={{ minWidth: 160 }} value={at('node') ?? null} options={graph.nodes.map((node) => ({ value: node.key, label: node.key }))} onChange={(node: string | null | undefined) => set({ node: node ?? undefined })} />
      </div>
      <Answer of={instances}>
        {({ items, next }) => (
          <>
            <Table<JourneyInstance> size="middle" rowKey="id" columns={columns} dataSource={items} pagination={false} scroll={{ x: 'max-content' }} locale={{ emptyText: <Nothing title={t('people.none')} /> }} />
            <Paging cursor={at('cursor')} next={next} go={(to) => set({ cursor: to })} />
          </>
        )}
      </Answer>
      <Drawer open={open !== null} onClose={() => setOpen(null)} size={400} title={t('people.timeline')}>{open !== null && <Steps id={id} instance={open} />}</Drawer>
    </>
  );
}

function Steps({ id, instance }: { id: number; instance: number }) {
  const { t, format } = useJourneyText();
  const { message } = App.useApp();
  const may = useMay('OPERATOR');
  const timeline = useTimeline(id, instance);
  const takeOut = useTakeOut(id);
  return (
    <Answer of={timeline}>
      {({ instance: it, steps }) => (
        <>
        <Timeline items={[
          { content: <><strong>{t('people.entered')}</strong><div className="quiet">{format.time(it.enteredAt)}</div></> },
          ...steps.map((step) => ({ content: <><strong>{step.node}</strong> <span>{sayOutcome(step.outcome, t)}</span><div className="quiet">{format.time(step.at)}</div></> })),
          it.endedAt === null
            ? { color: 'blue', content: <><strong>{it.node}</strong><div className="quiet">{it.dueAt === null ? t('people.waits') : t('people.until', { time: format.time(it.dueAt) })}</div></> }
            : { color: it.outcome === 'goal' ? 'green' : 'gray', content: <strong>{sayOutcome(it.outcome ?? '', t)}</strong> },
        ]} />
        {may && it.endedAt === null && (
          <Popconfirm title={t('people.takeOut.sure')} okText={t('people.takeOut')} okButtonProps={{ danger: true, 'data-testid': 'take-out-sure' }} onConfirm={() => takeOut.mutate(instance, { onSuccess: () => void message.success(t('people.takenOut')) })}>
            <Button danger size="small" loading={takeOut.isPending} data-testid="take-out">{t('people.takeOut')}</Button>
          </Popconfirm>
        )}
        {takeOut.isError && <Refusal error={takeOut.error} />}
        </>
      )}
    </Answer>
  );
}
