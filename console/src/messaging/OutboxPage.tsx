import { App, Button, Input, Popconfirm, Segmented, Select, Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { useMay } from '../access/roles';
import { MESSAGE_STATES, type OutboxMessage } from '../api/model';
import { Panel, Picture } from '../chart/Panel';
import { Refusal } from '../collect/Refusal';
import { useAddress } from '../shell/address';
import { useLook } from '../shell/look';
import { Figure, PageHead } from '../shell/page';
import { Paging } from '../shell/Paging';
import { Answer, Nothing } from '../shell/states';
import { useWords } from '../text/language';
import { channelInWords } from '../value/channels';
import { useChannels, useOutbox, useResend, useTallies } from './calls';
import { MessagePanel } from './MessagePanel';
import { MessageSign } from './MessageSign';
import './messaging.css';
import { daily, dailyFigures, why, whyFigures } from './pictures';
import { reasons, total } from './tallies';
import { WithdrawButton } from './WithdrawButton';
import { known, originOf, WORDS, type MessagingKey } from './words';

const SPANS = [7, 14, 30] as const;
const FIGURES = ['SENT', 'DELIVERED', 'READ', 'CLICKED', 'SUPPRESSED', 'DEAD'] as const;
const FILTERS = ['state', 'channel', 'reason', 'member', 'template', 'originKind', 'originId'] as const;
const REASONS = [
  'NO_ADDRESS', 'BLOCKED', 'CONSENT_REFUSED', 'NO_CONSENT', 'QUIET_HOURS', 'FREQUENCY_CAP', 'HOLDOUT', 'KEPT_BACK', 'YIELDED', 'EXPIRED', 'GONE', 'JOURNEY_LEFT', 'JOURNEY_STOPPED', 'JOURNEY_PAUSED', 'BY_HAND',
  'TRY_LATER', 'NO_ANSWER', 'UNCERTAIN', 'REFUSED', 'EXHAUSTED', 'MISSING_VALUE', 'MISSING_CONTENT', 'MISSING_LINK_ADDRESS', 'TOO_LONG', 'NOT_DELIVERED',
] as const;

/** What was said, what was not and why, and every single message behind it. */
export default function OutboxPage() {
  const { t, format } = useWords(WORDS);
  const { at, set } = useAddress('');
  const days = SPANS.find((it) => String(it) === at('days')) ?? 14;
  const tallies = useTallies(days);
  const sent = total(tallies.data?.items ?? [], 'SENT');
  return (
    <>
      <PageHead title={t('nav.outbox')} note={t('messages.question')}>
        <Segmented value={days} onChange={(value) => set({ days: value === 14 ? undefined : String(value) })} options={SPANS.map((value) => ({ value, label: t('messages.days', { n: value }) }))} />
      </PageHead>
      <Answer of={tallies}>
        {({ items }) => (
          <div className="figures">
            {FIGURES.map((it) => {
              const n = total(items, it);
              const word = `messages.${it.toLowerCase() as Lowercase<typeof it>}` as const;
              const share = it === 'DELIVERED' || it === 'READ' || it === 'CLICKED';
              return <Figure key={it} name={it.toLowerCase()} label={t(word)} exact={n} shown={format.short(n)} title={format.whole(n)} note={share && sent > 0 ? t('messages.of', { share: format.share(n / sent) }) : undefined} />;
            })}
          </div>
        )}
      </Answer>
      <Pictures days={days} />
      <List at={at} set={set} />
      {at('message') !== undefined && <MessagePanel id={at('message') ?? ''} close={() => set({ message: undefined, cursor: at('cursor') })} />}
    </>
  );
}

function Pictures({ days }: { days: number }) {
  const { t, format } = useWords(WORDS);
  const { palette } = useLook();
  const tallies = useTallies(days).data?.items ?? [];
  const drawing = { t, format, palette };
  return (
    <div className="message-pictures">
      <Panel title={t('messages.byDay')} note={t('messages.byDay.note')} figures={dailyFigures(tallies, days, drawing)}>
        <Picture option={daily(tallies, days, drawing)} height={240} label={t('messages.byDay')} />
      </Panel>
      <Panel title={t('messages.reasons')} note={t('messages.reasons.note')} figures={whyFigures(tallies, drawing)}>
        {reasons(tallies).length === 0 ? <Nothing title={t('messages.reasons.none')} /> : <Picture option={why(tallies, drawing)} height={240} label={t('messages.reasons')} />}
      </Panel>
    </div>
  );
}

function List({ at, set }: { at: (name: string) => string | undefined; set: (changes: Record<string, string | undefined>) => void }) {
  const { t, format } = useWords(WORDS);
  const { message: toast } = App.useApp();
  const operator = useMay('OPERATOR');
  const cursor = at('cursor');
  const [state, channel, reason, member, template] = [at('state'), at('channel'), at('reason'), at('member'), at('template')];
  const filter = { channel, reason, member, template, originKind: at('originKind'), originId: at('originId') };
  const outbox = useOutbox({ ...filter, state, cursor });
  const channels = useChannels().data?.items ?? [];
  const resend = useResend();
  const say = (key: MessagingKey) => t(key);
  const columns: TableColumnsType<OutboxMessage> = [
    { title: t('messages.created'), dataIndex: 'createdAt', width: 150, render: format.time },
    { title: t('messages.state'), dataIndex: 'state', render: (_, it) => <><MessageSign state={it.state} />{it.doubts > 0 && <span className="quiet"> {t('messages.uncertain', { n: it.doubts })}</span>}</> },
    { title: t('messages.reason'), dataIndex: 'reason', render: (word: string | null) => (word === null ? <span className="quiet">—</span> : known(say, 'reason', word)) },
    { title: t('messages.member'), dataIndex: 'memberNo', align: 'right', render: (no: number) => <Link to={`/members/${no}`}>{no}</Link> },
    { title: t('messages.template'), dataIndex: 'template', render: (name: string, it) => <Link to={`/messages/templates/${it.templateId}`}>{name}</Link> },
    { title: t('messages.channel'), dataIndex: 'channel', render: (word: string) => channelInWords(word, t) },
    { title: t('messages.origin'), key: 'origin', render: (_, it) => <span className="quiet">{originOf(say, it.origin)}</span> },
    { title: t('messages.due'), dataIndex: 'dueAt', width: 150, render: (due: string, it) => (it.state === 'WAITING' ? format.time(due) : <span className="quiet">{format.time(it.sentAt ?? it.failedAt)}</span>) },
    { key: 'open', align: 'right', render: (_, it) => <Button size="small" type="link" onClick={() => set({ message: String(it.id), cursor })} aria-label={`${t('messages.timeline')} ${it.id}`}>{t('messages.timeline')}</Button> },
  ];
  return (
    <Panel
      title={t('messages.list')}
      tools={!operator ? undefined : state === 'WAITING' || state === 'HELD' ? <WithdrawButton filter={{ ...filter, state }} /> : state === 'DEAD' && (
        <Popconfirm
          title={t('messages.resendAll.sure')} okText={t('messages.resendAll')}
          onConfirm={() => resend.mutate(filter, { onSuccess: (n) => void toast.success(t('messages.resent', { n })) })}
        >
          <Button size="small" loading={resend.isPending}>{t('messages.resendAll')}</Button>
        </Popconfirm>
      )}
    >
      <div className="filters" role="search">
        <Select<string> className="choice" allowClear aria-label={t('messages.state')} placeholder={t('messages.state')} value={state ?? null} onChange={(value: string | undefined) => set({ state: value })} options={MESSAGE_STATES.map((value) => ({ value, label: t(`messages.state.${value}`) }))} />
        <Select<string> className="choice" allowClear aria-label={t('messages.channel')} placeholder={t('messages.channel')} value={channel ?? null} onChange={(value: string | undefined) => set({ channel: value })} options={channels.map(({ name }) => ({ value: name, label: channelInWords(name, t) }))} />
        <Select<string> className="choice" allowClear showSearch={{ optionFilterProp: 'label' }} aria-label={t('messages.reason')} placeholder={t('messages.reason')} value={reason ?? null} onChange={(value: string | undefined) => set({ reason: value })} options={REASONS.map((value) => ({ value, label: t(`reason.${value}`) }))} />
        <Input.Search key={member ?? ''} className="narrow" allowClear defaultValue={member} inputMode="numeric" aria-label={t('messages.member')} placeholder={t('messages.member')} onSearch={(value) => set({ member: /^\d{1,9}$/.test(value.trim()) ? value.trim() : undefined })} />
        {FILTERS.some((it) => at(it) !== undefined) && <Button type="link" onClick={() => set(Object.fromEntries(FILTERS.map((it) => [it, undefined])))}>{t('messages.clear')}</Button>}
      </div>
      {resend.isError && <Refusal error={resend.error} />}
      <Answer of={outbox}>
        {({ items, next }) => (
          <>
            <Table<OutboxMessage>
              size="middle" rowKey="id" pagination={false} loading={outbox.isPlaceholderData} scroll={{ x: 'max-content' }} columns={columns} dataSource={items}
              locale={{ emptyText: <Nothing title={t('messages.empty')}><p className="quiet">{t('messages.empty.hint')}</p><Link to="/messages/templates">{t('nav.templates')}</Link></Nothing> }}
            />
            <Paging cursor={cursor} next={next} go={(to) => set({ cursor: to })} />
          </>
        )}
      </Answer>
    </Panel>
  );
}
