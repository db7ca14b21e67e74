import { CopyOutlined, SendOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Dropdown, Input, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { send } from '../api/client';
import type { Content, TaskCard, TaskOutcome } from '../api/model';
import { useJourneyText } from '../journey/words';
import { ErrorWords } from '../shell/ErrorWords';
import { copyText } from '../shell/copy';
import { LevelSign, StageSign } from '../value/signs';
import { AskAnswer, HandOver } from './TaskDialogs';
import { sayMessage, sayPlace } from './say';

const OUTCOMES = ['SENT', 'REPLIED', 'NOT_REACHED', 'REFUSED', 'NOT_NEEDED'] as const;
const SNOOZES = [1, 3, 24, 72] as const;

interface Deed {
  path: string;
  body?: unknown;
}

/** A task with its member: why it stands here, what to say, and what came of it. */
export function TaskView({ card, own }: { card: TaskCard; own: boolean }) {
  const { t, format } = useJourneyText();
  const { task } = card;
  return (
    <article className="task" aria-label={`${task.title} ${card.name ?? ''}`}>
      <div className="task-head">
        <Link to={`/members/${task.memberNo}`}><strong>{card.name ?? `#${task.memberNo}`}</strong></Link>
        {card.stage !== null && <StageSign of={card.stage} />}
        {card.level !== null && <LevelSign of={card.level} />}
        {card.value !== null && <span className="quiet">{t('task.value', { value: format.score(card.value) })}</span>}
        {card.late && <Tag color="error">{t('task.late')}</Tag>}
        <Tag>{task.owner ?? t('task.free')}</Tag>
      </div>
      <div className="quiet">{t('task.last', { order: card.lastOrder ?? t('task.never'), contact: card.lastContact === null ? t('task.never') : format.time(card.lastContact) })}</div>
      <div>{task.title}{task.originNode !== null && <span className="quiet"> · {task.originNode}</span>}</div>
      {task.outcome === null
        ? <Open card={card} />
        : <Done card={card} own={own} />}
    </article>
  );
}

function useDeed(task: number) {
  const { message } = App.useApp();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ path, body }: Deed) => send('POST', `/api/workbench/tasks/${task}/${path}`, body),
    onSuccess: () => Promise.all([queries.invalidateQueries({ queryKey: ['tasks'] }), queries.invalidateQueries({ queryKey: ['guide-figures'] })]),
    onError: (error) => void message.error(<ErrorWords error={error} />),
  });
}

function Open({ card }: { card: TaskCard }) {
  const { t, format } = useJourneyText();
  const { message } = App.useApp();
  const { task } = card;
  const [words, setWords] = useState(task.words);
  const [noting, setNoting] = useState(false);
  const [answer, setAnswer] = useState('');
  const [note, setNote] = useState('');
  const [handing, setHanding] = useState(false);
  const act = useDeed(task.id);
  const done = (outcome: TaskOutcome) => act.mutate({ path: 'outcome', body: { outcome, said: words, note, ...(outcome === 'REPLIED' ? { answer } : {}) } });
  const copy = () => void copyText(words).then(() => message.success(t('task.copied')));
  return (
    <>
      <Input.TextArea className="task-words" aria-label={t('task.words')} autoSize maxLength={2000} value={words} onChange={(it) => setWords(it.target.value)} />
      {words !== task.words && <Button size="small" type="link" className="task-restore" onClick={() => setWords(task.words)}>{t('task.restore')}</Button>}
      {task.attachments.length > 0 && <ul className="faults">{task.attachments.map((it, i) => <li key={i}><Attachment content={it} /></li>)}</ul>}
      {card.sendable && task.attachments.length > 0 && <p className="quiet">{t('task.attachments.apart')}</p>}
      <div className="quiet">{t('task.due', { time: format.time(task.dueAt) })} · {sayPlace(card, t, format)}</div>
      <div className="task-actions">
        {task.owner === null && <Button loading={act.isPending} onClick={() => act.mutate({ path: 'take' })}>{t('task.take')}</Button>}
        <Button icon={<CopyOutlined />} onClick={copy}>{t('task.copy')}</Button>
        {card.sendable && <Button type="primary" icon={<SendOutlined />} disabled={words.trim() === ''} loading={act.isPending} onClick={() => act.mutate({ path: 'send', body: { words } })}>{t('task.send')}</Button>}
        <Dropdown trigger={['click']} menu={{
          items: [
            ...SNOOZES.map((hours) => ({ key: `snooze-${hours}`, label: t('task.snooze', { n: hours }) })),
            { type: 'divider' as const },
            { key: 'hand', label: t('task.hand') },
          ],
          onClick: ({ key }) => {
            if (key === 'hand') setHanding(true);
            else act.mutate({ path: 'snooze', body: { hours: Number(key.slice(7)) } });
          },
        }}><Button>{t('task.more')}</Button></Dropdown>
        <Button type="link" aria-expanded={noting} onClick={() => setNoting(!noting)}>{t('task.noting')}</Button>
      </div>
      {noting && (
        <>
          <Input.TextArea aria-label={t('task.answer')} placeholder={t('task.answer')} autoSize maxLength={1000} value={answer} onChange={(it) => setAnswer(it.target.value)} />
          <Input.TextArea aria-label={t('task.note')} placeholder={t('task.note')} autoSize maxLength={1000} value={note} onChange={(it) => setNote(it.target.value)} />
          <div className="quiet">{t('task.answer.note')}</div>
        </>
      )}
      <div className="task-outcomes" role="group" aria-label={t('task.outcomes')}>
        {OUTCOMES.map((outcome) => <Button key={outcome} type={outcome === 'SENT' && !card.sendable ? 'primary' : 'default'} disabled={act.isPending} onClick={() => done(outcome)}>{t(`task.outcome.${outcome}`)}</Button>)}
      </div>
      {handing && <HandOver done={(to) => { setHanding(false); if (to !== null) act.mutate({ path: 'hand-over', body: { to } }); }} />}
    </>
  );
}

function Done({ card, own }: { card: TaskCard; own: boolean }) {
  const { t, format } = useJourneyText();
  const { task } = card;
  const [asking, setAsking] = useState(false);
  const act = useDeed(task.id);
  return (
    <>
      <p className="task-words">{task.said ?? task.words}</p>
      {task.note !== '' && <p className="task-answer">{t('task.noted', { note: task.note })}</p>}
      {task.answer !== null && <p className="task-answer">{t('task.answered', { answer: task.answer })}</p>}
      <div className="quiet">
        {task.outcome !== null && `${t(`task.outcome.${task.outcome}`)} · ${format.time(task.doneAt)}`}
        {card.message !== null && ` · ${sayMessage(card.message, t)}`}
      </div>
      {own && task.outcome === 'SENT' && <div className="task-actions"><Button loading={act.isPending} onClick={() => setAsking(true)}>{t('task.outcome.REPLIED')}</Button></div>}
      {asking && <AskAnswer done={(answer) => { setAsking(false); if (answer !== null) act.mutate({ path: 'outcome', body: { outcome: 'REPLIED', answer } }); }} />}
    </>
  );
}

/** What goes with the words: a link to it, or the text itself. */
function Attachment({ content }: { content: Content }) {
  switch (content.kind) {
    case 'TEXT': return <>{content.text}</>;
    case 'PICTURE': return <a href={content.url} target="_blank" rel="noreferrer">{content.alternative}</a>;
    case 'LINK': return <a href={content.url} target="_blank" rel="noreferrer">{content.title}</a>;
    case 'MINI_PROGRAM': return <>{content.title}<span className="quiet"> · {content.path}</span></>;
  }
}
