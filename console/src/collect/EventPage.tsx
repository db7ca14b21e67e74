import { Table, type TableColumnsType } from 'antd';
import { Link, useParams } from 'react-router';
import type { Drift, EventDetail, EventProperty, EventSummary } from '../api/model';
import type { Drawing } from '../chart/drawing';
import { axis, tip, tooltip, type Option } from '../chart/option';
import { Panel, Picture } from '../chart/Panel';
import { useLook } from '../shell/look';
import { Figure, PageHead } from '../shell/page';
import { Answer, Nothing } from '../shell/states';
import { Wide } from '../shell/Wide';
import { eventInWords } from '../value/EventName';
import { standing } from './standing';
import { useEventDetail } from './events';
import { thirtyDays } from './Volume';
import { useDataText, type SayData } from './words';
import './data.css';

/** One event name: how often it comes, and which properties it carries, also those that appeared, went or changed. */
export default function EventPage() {
  const { name = '' } = useParams();
  const { t } = useDataText();
  const detail = useEventDetail(name);
  return (
    <>
      <PageHead title={eventInWords(name, t)} note={<Link to="/data/events">{t('events.back')}</Link>} />
      <Answer of={detail}>{(it) => <Detail of={it} />}</Answer>
    </>
  );
}

function Detail({ of: { summary, sampled, properties } }: { of: EventDetail }) {
  const { t, format, language } = useDataText();
  const { palette } = useLook();
  const drifted = properties.filter((it) => it.drift !== 'SAME').length;
  const columns: TableColumnsType<EventProperty> = [
    { title: t('events.property'), dataIndex: 'name', fixed: 'start', render: (name: string) => <strong>{name}</strong> },
    { title: t('events.types'), dataIndex: 'types', render: (types: string[]) => <span className={types.length > 1 ? 'warned' : ''}>{types.join(' | ')}</span> },
    { title: t('events.filled'), dataIndex: 'filled', align: 'right', render: format.share },
    { title: t('events.examples'), dataIndex: 'examples', render: (examples: string[]) => <span className="detail">{examples.join(' · ')}</span> },
    { title: t('events.drift'), dataIndex: 'drift', render: (drift: Drift) => <span className={drift === 'SAME' ? 'quiet' : 'tag'}>{t(`events.drift.${drift}`)}</span> },
  ];
  return (
    <>
      <div className="figures figures-4">
        <Figure name="count" label={t('events.count')} exact={summary.count} shown={format.short(summary.count)} title={format.whole(summary.count)} />
        <Figure label={t('events.known')} exact={null} shown={standing(summary, t)} note={<code className="code">{summary.event}</code>} />
        <Figure label={t('events.last')} exact={null} shown={format.day(summary.lastSeen)} note={format.time(summary.lastSeen)} />
        <Figure name="drifted" label={t('events.drifted')} exact={drifted} shown={format.whole(drifted)} note={t('events.sampled', { n: format.whole(sampled) })} />
      </div>
      <div className="stack">
        <Panel title={t('events.days')} note={summary.standard === null ? t('events.own.note') : language === 'en' ? summary.standard.meaning : summary.standard.meaningZh} figures={{ columns: [t('overview.day'), t('events.count')], rows: summary.days.map((it) => [it.day, it.count]) }}>
          {summary.days.length === 0 ? <Nothing title={t('events.quiet')} /> : <Picture option={volume(summary, { t, format, palette })} height={240} label={t('events.days')} />}
        </Panel>
        <Panel title={t('events.properties')} note={t('events.properties.note')}>
          {properties.length === 0 ? <Nothing title={t('events.properties.none')} /> : <Wide label={t('event.properties')}><Table<EventProperty> size="middle" rowKey="name" pagination={false} columns={columns} dataSource={properties} /></Wide>}
        </Panel>
      </div>
    </>
  );
}

function volume(summary: EventSummary, { t, format, palette }: Omit<Drawing, 't'> & { t: SayData }): Option {
  const days = thirtyDays(summary);
  const base = axis(palette);
  return {
    tooltip: { ...tooltip(palette), trigger: 'axis', formatter: (at) => {
      const it = days[(Array.isArray(at) ? at[0] : at)?.dataIndex ?? 0];
      return it === undefined ? '' : tip(it.day, [[t('events.count'), format.whole(it.count)]]);
    } },
    grid: { left: 58, right: 12, top: 28, bottom: 28 },
    xAxis: { ...base, type: 'category', data: days.map((it) => it.day), axisLabel: { ...base.axisLabel, formatter: (day: string) => day.slice(5), hideOverlap: true } },
    yAxis: { ...base, type: 'value', min: 0, name: t('events.count'), nameTextStyle: { color: palette.faint, align: 'left', padding: [0, 0, 0, -44] }, axisLabel: { ...base.axisLabel, formatter: (n: number) => format.short(n) }, splitNumber: 4 },
    series: [{ type: 'bar', data: days.map((it) => it.count), itemStyle: { color: palette.accent, borderRadius: [2, 2, 0, 0] }, barCategoryGap: '18%' }],
  };
}
