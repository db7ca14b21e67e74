import { Alert, App, Button, Descriptions, Drawer, Popconfirm, Timeline } from 'antd';
import { Link } from 'react-router';
import { useMay } from '../access/roles';
import type { MessageTimeline } from '../api/model';
import { Refusal } from '../collect/Refusal';
import { Answer } from '../shell/states';
import { useWords } from '../text/language';
import { channelInWords } from '../value/channels';
import { useBlocks, useLiftBlock, useMessage, useResend } from './calls';
import { MessageSign } from './MessageSign';
import { known, originOf, WORDS, type MessagingKey } from './words';

const TIMES = ['admittedAt', 'sentAt', 'deliveredAt', 'readAt', 'clickedAt', 'repliedAt', 'complainedAt', 'unsubscribedAt', 'failedAt'] as const;

/** What is told of a time: `sentAt` of `sent`. */
type Told<Time> = Time extends `${infer What}At` ? What : never;

interface Moment {
  at: string;
  what: string;
  more: string[];
  bad: boolean;
}

/** One message from beginning to end: what held it up, and why. */
export function MessagePanel({ id, close }: { id: string; close: () => void }) {
  const { t, format } = useWords(WORDS);
  const { message: toast } = App.useApp();
  const operator = useMay('OPERATOR');
  const found = useMessage(id);
  const resend = useResend();
  const say = (key: MessagingKey) => t(key);
  const line = ({ message, notes }: MessageTimeline): Moment[] => [
    { at: message.createdAt, what: t('messages.line.intended'), more: [], bad: false },
    ...TIMES.flatMap((name) => {
      const at = message[name];
      return at === null ? [] : [{ at, what: t(`messages.line.${name.slice(0, -2) as Told<typeof name>}`), more: [], bad: name === 'failedAt' || name === 'complainedAt' || name === 'unsubscribedAt' }];
    }),
    ...notes.map((note) => ({
      at: note.at,
      what: known(say, 'messages.outcome', note.kind),
      more: [known(say, 'reason', note.reason), note.rule, note.until === null ? null : t('messages.until', { at: format.time(note.until) }), note.detail].filter((it): it is string => it !== null),
      bad: note.kind === 'DEAD' || note.kind === 'FAILED',
    })),
  ].sort((a, b) => a.at.localeCompare(b.at));
  return (
    <Drawer open onClose={close} title={t('messages.timeline')} size={480}>
      <Answer of={found}>
        {(it) => (
          <>
            <div className="message-head">
              <MessageSign state={it.message.state} />
              {it.message.state === 'DEAD' && operator && (
                <Button type="primary" size="small" loading={resend.isPending} onClick={() => resend.mutate({ one: it.message.id }, { onSuccess: (n) => void toast.success(t('messages.resent', { n })) })} data-testid="resend">{t('messages.resend')}</Button>
              )}
            </div>
            {resend.isError && <Refusal error={resend.error} />}
            {it.message.reason === 'BLOCKED' && <Blocked memberNo={it.message.memberNo} channel={it.message.channel} />}
            <Descriptions
              size="small" column={1}
              items={[
                { key: 'member', label: t('messages.member'), children: <Link to={`/members/${it.message.memberNo}`}>{it.message.memberNo}</Link> },
                { key: 'template', label: t('messages.template'), children: <><Link to={`/messages/templates/${it.message.templateId}`}>{it.message.template}</Link>{it.message.templateVersion !== null && <span className="quiet">&nbsp;· {t('templates.version', { n: it.message.templateVersion })}</span>}</> },
                { key: 'channel', label: t('messages.channel'), children: channelInWords(it.message.channel, t) },
                { key: 'category', label: t('messages.category'), children: known(say, 'category', it.message.category) },
                { key: 'priority', label: t('messages.priority'), children: it.message.priority },
                { key: 'origin', label: t('messages.origin'), children: originOf(say, it.message.origin) },
                { key: 'key', label: t('messages.key'), children: <code className="code">{it.message.key}</code> },
              ]}
            />
            <Timeline
              className="message-line"
              items={line(it).map((moment, i) => ({
                key: i, color: moment.bad ? 'red' : 'gray',
                content: <><strong>{moment.what}</strong> <span className="quiet">{format.time(moment.at)}</span>{moment.more.map((word, n) => <div key={n} className="quiet">{word}</div>)}</>,
              }))}
            />
            {it.links.length > 0 && (
              <>
                <h3>{t('messages.links')}</h3>
                <ul className="message-links">{it.links.map((link) => <li key={link.url}><span className="detail">{link.url}</span> <span className="quiet">{t('messages.clicks', { n: link.clicks })}</span></li>)}</ul>
              </>
            )}
          </>
        )}
      </Answer>
    </Drawer>
  );
}

/** Why a channel does not reach the member any more, and the way back for who was blocked by mistake. */
function Blocked({ memberNo, channel }: { memberNo: number; channel: string }) {
  const { t, format } = useWords(WORDS);
  const { message: toast } = App.useApp();
  const operator = useMay('OPERATOR');
  const blocks = useBlocks(memberNo);
  const lift = useLiftBlock();
  const block = blocks.data?.items.find((it) => it.channel === channel);
  return (
    <>
      {block !== undefined && (
        <Alert
          className="message-alert" type="warning" showIcon title={t('reason.BLOCKED')} description={<>{block.reason} <span className="quiet">{format.time(block.since)}</span></>}
          action={operator && (
            <Popconfirm title={t('messages.blocked.lift.sure')} okText={t('messages.blocked.lift')} onConfirm={() => lift.mutate({ channel, memberNo }, { onSuccess: () => void toast.success(t('messages.blocked.lifted')) })}>
              <Button size="small" loading={lift.isPending} data-testid="lift-block">{t('messages.blocked.lift')}</Button>
            </Popconfirm>
          )}
        />
      )}
      {lift.isError && <Refusal error={lift.error} />}
    </>
  );
}
