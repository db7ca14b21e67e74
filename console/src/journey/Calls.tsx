import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm, Table, Typography, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { useMay } from '../access/roles';
import { get, send } from '../api/client';
import type { JourneyCall, PageOf } from '../api/model';
import { ErrorWords } from '../shell/ErrorWords';
import { useAddress } from '../shell/address';
import { Paging } from '../shell/Paging';
import { Answer, Nothing } from '../shell/states';
import { useJourneyText } from './words';

/** Webhooks that were given up: why, what the other side said, and once more. */
export function Calls({ id, givenUp }: { id: number; givenUp: number }) {
  const { t, format } = useJourneyText();
  const { message } = App.useApp();
  const { at, set } = useAddress('');
  const operator = useMay('OPERATOR');
  const queries = useQueryClient();
  const path = `/api/journeys/${id}/calls`;
  const cursor = at('cursor');
  const calls = useQuery({ queryKey: ['journey', id, 'calls', cursor], queryFn: () => get<PageOf<JourneyCall>>(path, { cursor }), refetchInterval: 5_000 });
  const resend = useMutation({
    mutationFn: (call: number | null) => send<{ calls: number }>('POST', call === null ? `${path}/resend` : `${path}/${call}/resend`),
    onSuccess: (it) => void message.success(t('calls.resent', { n: format.whole(it.calls) })),
    onError: (error) => void message.error(<ErrorWords error={error} />),
    onSettled: () => queries.invalidateQueries({ queryKey: ['journey', id] }),
  });
  const columns: TableColumnsType<JourneyCall> = [
    { title: t('people.member'), dataIndex: 'memberNo', render: (no: number) => <Link to={`/members/${no}`}>#{no}</Link> },
    { title: t('calls.node'), dataIndex: 'node' },
    { title: t('calls.reason'), dataIndex: 'reason', render: (_, it) => (it.reason === 'REFUSED' ? t('calls.reason.REFUSED') : t('calls.reason.EXHAUSTED', { n: it.attempts })) },
    { title: t('calls.answer'), dataIndex: 'trouble', render: (answer: string | null) => (answer === null ? '—' : <Typography.Paragraph code className="call-answer" ellipsis={{ rows: 2, expandable: 'collapsible' }}>{answer}</Typography.Paragraph>) },
    { title: t('node.url'), dataIndex: 'url', render: (url: string) => <span className="call-url">{url}</span> },
    { title: t('calls.endedAt'), dataIndex: 'endedAt', render: format.time },
    ...(operator ? [{ key: 'resend', align: 'right' as const, render: (_: unknown, it: JourneyCall) => <Button size="small" aria-label={t('calls.resend.one', { no: it.memberNo })} loading={resend.isPending && resend.variables === it.id} onClick={() => resend.mutate(it.id)}>{t('calls.resend')}</Button> }] : []),
  ];
  return (
    <>
      <div className="calls-head">
        <p className="quiet">{t('calls.note')}</p>
        {operator && givenUp > 0 && (
          <Popconfirm title={t('calls.resendAll.sure', { n: format.whole(givenUp) })} okText={t('calls.resendAll')} onConfirm={() => resend.mutate(null)}>
            <Button data-testid="resend-all" loading={resend.isPending && resend.variables === null}>{t('calls.resendAll')}</Button>
          </Popconfirm>
        )}
      </div>
      <Answer of={calls}>
        {({ items, next }) => (
          <>
            <Table<JourneyCall> size="middle" rowKey="id" columns={columns} dataSource={items} pagination={false} scroll={{ x: 'max-content' }} locale={{ emptyText: <Nothing title={t('calls.none')} /> }} />
            <Paging cursor={cursor} next={next} go={(to) => set({ cursor: to })} />
          </>
        )}
      </Answer>
    </>
  );
}
