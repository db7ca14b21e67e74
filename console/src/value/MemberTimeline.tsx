import { BranchesOutlined, CloseOutlined, SwapOutlined } from '@ant-design/icons';
import { Button, Select, Skeleton, Tag, Timeline } from 'antd';
import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { LAYERS, STAGES, type Member, type Merge, type StandingChange, type TimelineEvent } from '../api/model';
import { Panel } from '../chart/Panel';
import { Behind } from '../shell/Behind';
import { Lost } from '../shell/Lost';
import { Answer, Nothing } from '../shell/states';
import { useText } from '../text/language';
import { eventInWords, EventName } from './EventName';
import { Identifier } from './Identifier';
import { choiceOf, SHOWN, type Shown } from './kinds';
import { useListText } from './listWords';
import { timelineKey, USUAL_WEEKS, useHistory, useKnown, useTimeline } from './members';
import { beginsAt, moments, weeksBackTo, type Moment } from './moments';
import { LayerSign, StageSign } from './signs';

/** Everything that happened to a member in one line: it goes on as one scrolls. */
export function MemberTimeline({ member: { no: number, scored, joined } }: { member: Member }) {
  const no = String(number);
  const { t, format } = useListText();
  const [parameters, setParameters] = useSearchParams();
  const one = oneDay(parameters);
  const choice = choiceOf(one === null ? parameters.get('kind') : null);
  const names = one?.event !== undefined ? [one.event] : choice.names;
  const span = one?.day === undefined ? null : { since: format.dayBegins(one.day), before: format.dayBegins(one.day, 1) };
  const timeline = useTimeline(no, names, span);
  const known = useKnown(no);
  const events = choice.events ? (timeline.data?.pages.flatMap((page) => page.items) ?? []) : [];
  const changes = one === null && choice.changes;
  const merges = one === null && choice.merges;
  const complete = !choice.events || !timeline.hasNextPage;
  const history = useReach(no, scored, changes ? (complete ? joined : (events.at(-1)?.ts ?? null)) : null);
  const line = moments(events, changes ? history.changes : [], merges ? (known.data?.merges ?? []) : [], complete, format.dayBegins);
  const before = changes && complete ? history.before(joined) : null;
  const besides = [...(changes ? [history] : []), ...(merges ? [known] : [])];
  const choose = (kinds: Shown[]) => {
    const next = everyDay(parameters);
    if (kinds.length === 0) next.delete('kind');
    else next.set('kind', SHOWN.filter((it) => kinds.includes(it)).join(','));
    setParameters(next, { replace: true });
  };
  return (
    <Panel
      title={t('timeline.title')}
      note={t('timeline.note')}
      tools={<Select<Shown[]> mode="multiple" size="small" className="kinds" maxTagCount={2} allowClear showSearch={{ optionFilterProp: 'label' }} aria-label={t('timeline.kinds')} placeholder={t('timeline.kind.all')} value={choice.kinds} onChange={choose} options={SHOWN.map((value) => ({ value, label: t(`timeline.kind.${value}`) }))} />}
    >
      <Behind of={timeline} queryKey={timelineKey(no, names, span)} />
      {one !== null && (
        <p>
          <Tag closable closeIcon={<CloseOutlined aria-label={t('timeline.all')} />} onClose={(event) => { event.preventDefault(); setParameters(everyDay(parameters), { replace: true }); }} data-testid="timeline-of">
            {[one.event === undefined ? null : eventInWords(one.event, t), one.day].filter((it) => it !== null && it !== undefined).join(' · ')}
          </Tag>
        </p>
      )}
      {changes && <Lost of={history} what={t('timeline.lost.changes')} />}
      {merges && <Lost of={known} what={t('timeline.lost.merges')} />}
      <Answer of={timeline}>
        {() => (
          <>
            {line.length === 0 && besides.some((it) => it.isPending) ? <Skeleton active /> : line.length === 0 && besides.some((it) => it.error !== null) ? null : line.length === 0 ? <Nothing title={t('timeline.none')} /> : <Timeline items={line.map((it, i) => ({ key: `${it.what}-${it.at}-${i}`, content: <Shape of={it} mark={one?.mark} />, ...(it.what === 'event' ? {} : { icon: it.what === 'merge' ? <BranchesOutlined /> : <SwapOutlined rotate={90} /> }) }))} />}
            {changes && history.reaching && <p className="quiet" role="status">{t('timeline.reaching')}</p>}
            {before !== null && <p className="quiet" data-testid="timeline-before">{t('timeline.before', { day: before })}</p>}
            {choice.events && timeline.hasNextPage && <Further busy={timeline.isFetchingNextPage} go={() => void timeline.fetchNextPage()} />}
          </>
        )}
      </Answer>
    </Panel>
  );
}

/** The changes of stage and layer as far back as the line goes: the last year at once, more when the line is longer. */
function useReach(no: string, scored: boolean, oldest: string | null) {
  const usual = useHistory(no, scored);
  const asOf = usual.data?.asOf;
  const weeks = asOf === undefined || oldest === null ? USUAL_WEEKS : weeksBackTo(oldest, asOf);
  const further = useHistory(no, scored && weeks > USUAL_WEEKS, weeks);
  const whole = weeks > USUAL_WEEKS ? further : usual;
  return {
    changes: (whole.data ?? usual.data)?.changes ?? [],
    isPending: scored && usual.isPending,
    reaching: scored && whole !== usual && whole.isFetching && whole.data === undefined,
    before: (joined: string | null) => (whole.data === undefined ? null : beginsAt(whole.data.asOf, weeks, joined)),
    error: usual.error ?? whole.error,
    isFetching: usual.isFetching || whole.isFetching,
    refetch: () => (usual.error !== null ? usual.refetch() : whole.refetch()),
  };
}

/** Asks for older events when it comes into sight; also a button, for those who do not scroll. */
function Further({ busy, go }: { busy: boolean; go: () => void }) {
  const { t } = useText();
  const place = useRef<HTMLDivElement>(null);
  const asked = useRef(go);
  useEffect(() => {
    asked.current = go;
  });
  useEffect(() => {
    const element = place.current;
    if (element === null || busy) return undefined;
    const watch = new IntersectionObserver((entries) => {
      if (entries.some((it) => it.isIntersecting)) asked.current();
    });
    // Not before one has scrolled: a page that is just opened shows its first events only.
    const begin = () => watch.observe(element);
    window.addEventListener('scroll', begin, { once: true, passive: true });
    return () => {
      window.removeEventListener('scroll', begin);
      watch.disconnect();
    };
  }, [busy]);
  return <div ref={place}><Button loading={busy} onClick={go}>{t('timeline.more')}</Button></div>;
}

/** The address may ask for the events of one name, of one day, and for one of them to be pointed at. */
function oneDay(parameters: URLSearchParams): { event: string | undefined; day: string | undefined; mark: string | undefined } | null {
  const [event, day, mark] = ['event', 'day', 'mark'].map((it) => parameters.get(it) ?? undefined);
  const known = day !== undefined && !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) ? day : undefined;
  return event === undefined && known === undefined ? null : { event, day: known, mark };
}

function everyDay(parameters: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(parameters);
  for (const name of ['event', 'day', 'mark']) next.delete(name);
  return next;
}

function Shape({ of, mark }: { of: Moment; mark: string | undefined }) {
  switch (of.what) {
    case 'event': return <Happened event={of.event} marked={of.event.eventId === mark} />;
    case 'change': return <Changed change={of.change} />;
    case 'merge': return <Merged merge={of.merge} />;
  }
}

function Happened({ event, marked }: { event: TimelineEvent; marked: boolean }) {
  const { format } = useText();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (marked) place.current?.scrollIntoView({ block: 'center' });
  }, [marked]);
  const facts = [event.object, event.community, event.source].filter((it) => it !== null && it !== '');
  return (
    <div ref={place} className={marked ? 'moment moment-marked' : 'moment'} aria-current={marked ? 'true' : undefined} data-event={event.eventId}>
      <div className="moment-head">
        <strong><EventName of={event.event} /></strong>
        {event.amount !== null && <span>{format.money(event.amount)}</span>}
        <span className="quiet">{format.time(event.ts)}</span>
      </div>
      {facts.length > 0 && <div className="quiet">{facts.join(' · ')}</div>}
    </div>
  );
}

function Changed({ change }: { change: StandingChange }) {
  const { t } = useText();
  const sign = (name: string | null) => {
    if (name === null) return <span className="quiet">{t('timeline.joined')}</span>;
    return change.kind === 'STAGE' ? <StageSign of={STAGES.find((it) => it === name) ?? null} /> : <LayerSign of={LAYERS.find((it) => it === name) ?? null} />;
  };
  return (
    <div className="moment">
      <div className="moment-head">
        <strong>{t(`timeline.change.${change.kind}`)}</strong>
        <span className="changed">{sign(change.from)} → {sign(change.to)}</span>
        <span className="quiet">{change.day}</span>
      </div>
    </div>
  );
}

function Merged({ merge }: { merge: Merge }) {
  const { t, format } = useText();
  return (
    <div className="moment">
      <div className="moment-head">
        <strong>{t('timeline.merge', { no: merge.memberNo })}</strong>
        <span className="quiet">{format.time(merge.mergedAt)}</span>
      </div>
      <div className="quiet"><Identifier of={{ kind: merge.kind, key: merge.key }} /> = <Identifier of={{ kind: merge.otherKind, key: merge.otherKey }} /></div>
    </div>
  );
}
