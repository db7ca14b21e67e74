import { Button, Timeline } from 'antd';
import type { TimelineEvent } from '../api/model';
import { Panel } from '../chart/Panel';
import { Answer, Nothing } from '../shell/states';
import { useText } from '../text/language';
import { EventName } from './EventName';
import { useTimeline } from './members';

export function MemberTimeline({ no }: { no: string }) {
  const { t } = useText();
  const timeline = useTimeline(no);
  return (
    <Panel title={t('timeline.title')} note={t('timeline.note')}>
      <Answer of={timeline}>
        {({ pages }) => {
          const events = pages.flatMap((page) => page.items);
          if (events.length === 0) return <Nothing title={t('timeline.none')} />;
          return (
            <>
              <Timeline items={events.map((event, i) => ({ key: `${event.eventId}-${i}`, content: <Moment event={event} /> }))} />
              {timeline.hasNextPage && <Button loading={timeline.isFetchingNextPage} onClick={() => void timeline.fetchNextPage()}>{t('timeline.more')}</Button>}
            </>
          );
        }}
      </Answer>
    </Panel>
  );
}

function Moment({ event }: { event: TimelineEvent }) {
  const { format } = useText();
  const facts = [event.object, event.community, event.source].filter((it) => it !== null && it !== '');
  return (
    <div className="moment">
      <div className="moment-head">
        <strong><EventName of={event.event} /></strong>
        {event.amount !== null && <span>{format.money(event.amount)}</span>}
        <span className="quiet">{format.time(event.ts)}</span>
      </div>
      {facts.length > 0 && <div className="quiet">{facts.join(' · ')}</div>}
    </div>
  );
}
