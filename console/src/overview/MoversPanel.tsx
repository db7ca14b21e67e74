import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Col, Row } from 'antd';
import { Link } from 'react-router';
import { get } from '../api/client';
import type { Mover, MoverReason, Movers } from '../api/model';
import { Panel, type Figures } from '../chart/Panel';
import { useLook } from '../shell/look';
import { Answer, Nothing } from '../shell/states';
import { EventName, eventInWords } from '../value/EventName';
import { useText, type Say } from '../text/language';

/** Whose value rose and fell most in a week, and which events did it. */
export function MoversPanel({ run }: { run: number | null }) {
  const { t } = useText();
  const movers = useQuery({ queryKey: ['movers', run], queryFn: () => get<Movers>('/api/movers', { limit: 6 }) });
  return (
    <Panel title={t('movers.title')} note={movers.data?.since === null || movers.data === undefined ? t('movers.note') : t('movers.since', { day: movers.data.since })} figures={movers.data === undefined ? { columns: [], rows: [] } : figuresOf(movers.data, t)}>
      <Answer of={movers}>
        {({ up, down }) => (
          <Row gutter={[32, 16]}>
            <Col xs={24} lg={12}><Side title={t('movers.up')} of={up} up /></Col>
            <Col xs={24} lg={12}><Side title={t('movers.down')} of={down} up={false} /></Col>
          </Row>
        )}
      </Answer>
    </Panel>
  );
}

function Side({ title, of, up }: { title: string; of: Mover[]; up: boolean }) {
  const { t, format } = useText();
  const { palette } = useLook();
  const color = up ? palette.good : palette.bad;
  return (
    <section aria-label={title}>
      <h3 className="movers-head" style={{ color }}>{up ? <ArrowUpOutlined /> : <ArrowDownOutlined />} {title}</h3>
      {of.length === 0 ? <Nothing title={t('movers.none')} /> : (
        <ol className="movers">
          {of.map((it) => (
            <li key={it.member.no}>
              <Link to={`/members/${it.member.no}`}>{it.member.name ?? `#${it.member.no}`}</Link>
              <span className="quiet">{format.score(it.before)} → {format.score(it.member.value)}</span>
              <data value={it.change} style={{ color }}>{format.change(it.change)}</data>
              <p className="quiet">{it.reasons.slice(0, 2).map((reason, i) => <span key={reason.event}>{i > 0 && ' · '}<Reason of={reason} /></span>)}</p>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** An event did something, or its past fades because there was none of it lately. */
function Reason({ of }: { of: MoverReason }) {
  const { t, format } = useText();
  return (
    <>
      <EventName of={of.event} /> {of.n === 0 ? t('movers.fading') : `×${format.whole(of.n)}`}
      {of.amount !== null && of.n > 0 && ` ${format.money(of.amount)}`} ({format.change(of.effect)})
    </>
  );
}

function figuresOf({ up, down }: Movers, t: Say): Figures {
  return {
    columns: [t('members.name'), t('movers.before'), t('member.value'), t('movers.change'), t('movers.reasons')],
    rows: [...up, ...down].map((it) => [
      it.member.name ?? `#${it.member.no}`, it.before, it.member.value, it.change, it.reasons.map((reason) => `${eventInWords(reason.event, t)} ×${reason.n} (${reason.effect})`).join('; '),
    ]),
  };
}
