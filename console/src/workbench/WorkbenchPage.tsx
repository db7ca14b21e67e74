import { CopyOutlined, SettingOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Dropdown, Modal, Segmented, Select, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../access/roles';
import { get, send } from '../api/client';
import type { Content, PageOf, TaskCard, TaskOutcome } from '../api/model';
import '../journey/journey.css';
import { copyText } from '../shell/copy';
import { useAddress } from '../shell/address';
import { PageHead } from '../shell/page';
import { Answer, Nothing } from '../shell/states';
import { useJourneyText } from '../journey/words';

const SHELVES = ['TODAY', 'SNOOZED', 'DONE', 'ALL'] as const;
const OTHERS = ['NOT_REACHED', 'REFUSED', 'NOT_NEEDED'] as const;
const SNOOZES = [1, 3, 24, 72] as const;

/** What a guide has to do now: to whom, why, and what to say. */
export default function WorkbenchPage() {
  const { t } = useJourneyText();
  const { at, set } = useAddress('');
  const operator = useMay('OPERATOR');
  const shelf = SHELVES.find((it) => it === at('shelf')) ?? 'TODAY';
  const tasks = useQuery({ queryKey: ['tasks', shelf], queryFn: () => get<PageOf<TaskCard>>('/api/workbench/tasks', { shelf }), refetchInterval: 15_000 });
  return (
    <>
      <PageHead title={t('nav.workbench')} note={t('workbench.question')}>
        {operator && <Link to="/workbench/workload"><Button icon={<SettingOutlined />}>{t('workload.title')}</Button></Link>}
      </PageHead>
      <Segmented className="filter" block aria-label={t('nav.workbench')} value={shelf} onChange={(to) => set({ shelf: to === 'TODAY' ? undefined : to })} options={SHELVES.filter((it) => it !== 'ALL' || operator).map((value) => ({ value, label: value === shelf && tasks.data !== undefined ? `${t(`shelf.${value}`)} ${tasks.data.items.length}` : t(`shelf.${value}`) }))} />
      <Answer of={tasks}>
        {({ items }) => (items.length === 0 ? <Nothing title={t(`shelf.none.${shelf}`)} /> : <div className="tasks">{items.map((card) => <Card key={card.task.id} card={card} />)}</div>)}
      </Answer>
    </>
  );
}

function Card({ card }: { card: TaskCard }) {
  const { t, format } = useJourneyText();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [handing, setHanding] = useState(false);
  const { task } = card;
  const act = useMutation({
    mutationFn: ({ path, body }: { path: string; body?: unknown }) => send('POST', `/api/workbench/tasks/${task.id}/${path}`, body),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['tasks'] }),
    onError: (error) => void message.error(error.message),
  });
  const done = (outcome: TaskOutcome) => act.mutate({ path: 'outcome', body: { outcome } });
  const copy = () => void copyText(task.words).then(() => message.success(t('task.copied')));
  return (
    <article className="task" aria-label={`${task.title} ${card.name ?? ''}`}>
      <div className="task-head">
        <Link to={`/members/${task.memberNo}`}><strong>{card.name ?? `#${task.memberNo}`}</strong></Link>
        {card.value !== null && <span className="quiet">{t('task.value', { value: format.score(card.value) })}</span>}
        {card.late && <Tag color="error">{t('task.late')}</Tag>}
        <Tag>{task.owner ?? t('task.free')}</Tag>
      </div>
      <div>{task.title}{task.originNode !== null && <span className="quiet"> · {task.originNode}</span>}</div>
      <p className="task-words">{task.words}</p>
      {task.attachments.length > 0 && <ul className="faults">{task.attachments.map((it, i) => <li key={i}><Attachment content={it} /></li>)}</ul>}
      <div className="quiet">{task.outcome === null ? t('task.due', { time: format.time(task.dueAt) }) : `${t(`task.outcome.${task.outcome}`)} · ${format.time(task.doneAt)}`}</div>
      {task.outcome === null && (
        <div className="task-actions">
          {task.owner === null && <Button loading={act.isPending} onClick={() => act.mutate({ path: 'take' })}>{t('task.take')}</Button>}
          <Button icon={<CopyOutlined />} onClick={copy}>{t('task.copy')}</Button>
          <Button type="primary" loading={act.isPending} onClick={() => done('SENT')}>{t('task.outcome.SENT')}</Button>
          <Button onClick={() => done('REPLIED')}>{t('task.outcome.REPLIED')}</Button>
          <Dropdown trigger={['click']} menu={{
            items: [
              ...OTHERS.map((outcome) => ({ key: outcome, label: t(`task.outcome.${outcome}`) })),
              { type: 'divider' as const },
              ...SNOOZES.map((hours) => ({ key: `snooze-${hours}`, label: t('task.snooze', { n: hours }) })),
              { type: 'divider' as const },
              { key: 'hand', label: t('task.hand') },
            ],
            onClick: ({ key }) => {
              if (key === 'hand') setHanding(true);
              else if (key.startsWith('snooze-')) act.mutate({ path: 'snooze', body: { hours: Number(key.slice(7)) } });
              else done(key as TaskOutcome);
            },
          }}><Button>{t('task.more')}</Button></Dropdown>
        </div>
      )}
      {handing && <HandOver done={(to) => { setHanding(false); if (to !== null) act.mutate({ path: 'hand-over', body: { to } }); }} />}
    </article>
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

function HandOver({ done }: { done: (to: string | null) => void }) {
  const { t } = useJourneyText();
  const [to, setTo] = useState<string | null>(null);
  const colleagues = useQuery({ queryKey: ['colleagues'], queryFn: () => get<PageOf<string>>('/api/workbench/colleagues'), staleTime: 60_000 });
  return (
    <Modal open title={t('task.hand')} okText={t('task.hand')} onCancel={() => done(null)} onOk={() => done(to ?? '')}>
      <p className="quiet">{t('task.hand.note')}</p>
      <Select allowClear aria-label={t('task.hand.to')} placeholder={t('task.hand.to')} style={{ width: '100%' }} showSearch value={to} options={(colleagues.data?.items ?? []).map((value) => ({ value, label: value }))} onChange={(it: string | null | undefined) => setTo(it ?? null)} />
    </Modal>
  );
}
