import { DeleteOutlined } from '@ant-design/icons';
import { Button, Input, InputNumber, Select, Switch, TimePicker } from 'antd';
import dayjs from 'dayjs';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { JourneyGraph, JourneyNode, Span, Until } from '../api/model';
import { EventInput } from '../value/EventInput';
import { useJourneyText } from './words';
import { lead, waysOf } from './graph';
import { KeyFields } from './KeyFields';
import { useChoices } from './journeys';
import { sayOutcome } from './say';

interface Props {
  graph: JourneyGraph;
  node: JourneyNode;
  may: boolean;
  change: (node: JourneyNode) => void;
  remove: () => void;
}

const UNTILS = ['day', 'for', 'time', 'date', 'event'] as const;

/** What a node does, and where it leads. */
export function NodeForm({ graph, node, may, change, remove }: Props) {
  const { t } = useJourneyText();
  const [key, setKey] = useState(node.key);
  const taken = graph.nodes.some((it) => it.key !== node.key && it.key === key.trim());
  return (
    <div className="node-form">
      <Row label={t('node.key')}><Input aria-label={t('node.key')} value={key} maxLength={100} disabled={!may} status={taken ? 'error' : ''} onChange={(it) => setKey(it.target.value)} onBlur={() => { if (key.trim() !== '' && key.trim() !== node.key && !taken) change({ ...node, key: key.trim() }); }} />{taken && <p className="quiet" role="alert">{t('node.key.taken')}</p>}</Row>
      <fieldset disabled={!may} className="plain"><Own node={node} change={change} /></fieldset>
      {waysOf(node).map((way) => (
        <Row key={way.outcome} label={waysOf(node).length > 1 ? t('node.leads.if', { outcome: way.label ?? sayOutcome(way.outcome, t) }) : t('node.leads')}>
          <Select
            aria-label={t('node.leads')} value={way.next ?? ''} disabled={!may} style={{ width: '100%' }}
            options={[{ value: '', label: t('journey.end') }, ...graph.nodes.map((it) => ({ value: it.key, label: it.key }))]}
            onChange={(next) => change(lead(node, way.outcome, next === '' ? undefined : next))}
          />
        </Row>
      ))}
      {may && <Button danger icon={<DeleteOutlined />} onClick={remove}>{t('node.remove')}</Button>}
    </div>
  );
}

function Own({ node, change }: { node: JourneyNode; change: (node: JourneyNode) => void }) {
  const { t } = useJourneyText();
  const choices = useChoices();
  switch (node.kind) {
    case 'wait':
      return (
        <>
          <Row label={t('node.until')}><Select aria-label={t('node.until')} style={{ width: '100%' }} value={node.until.kind} options={UNTILS.map((value) => ({ value, label: t(`until.${value}`) }))} onChange={(kind) => { const { otherwise, ...rest } = node; change({ ...rest, until: fresh(kind), ...(kind === 'event' || kind === 'date' ? { otherwise } : {}) }); }} /></Row>
          <UntilFields until={node.until} change={(until) => change({ ...node, until })} events={choices.events} />
        </>
      );
    case 'branch':
      return (
        <Row label={t('node.audience')}>
          <Select aria-label={t('node.audience')} style={{ width: '100%' }} showSearch={{ optionFilterProp: 'label' }} placeholder={t('node.asked')} options={choices.audiences} {...(node.audience.kind === 'audience' ? { value: node.audience.id ?? null } : {})} onChange={(id: number | null) => { if (id !== null) change({ ...node, audience: { kind: 'audience', id } }); }} />
          {node.audience.kind !== 'audience' && <p className="quiet">{t('node.asked.note')}</p>}
        </Row>
      );
    case 'reply':
      return (
        <>
          {node.answers.map((answer, i) => (
            <Row key={i} label={t('outcome.answer', { n: i + 1 })}><Select mode="tags" open={false} suffix={null} tokenSeparators={[',', '，', '、']} aria-label={t('outcome.answer', { n: i + 1 })} placeholder={t('node.answer.is')} style={{ width: '100%' }} value={answer.is} onChange={(is: string[]) => change({ ...node, answers: node.answers.map((it, k) => (k === i ? { ...it, is } : it)) })} /></Row>
          ))}
          <Button size="small" disabled={node.answers.length >= 10} onClick={() => change({ ...node, answers: [...node.answers, { is: [String(node.answers.length + 1)] }] })}>{t('node.answer.add')}</Button>{' '}
          <Button size="small" disabled={node.answers.length <= 1} onClick={() => change({ ...node, answers: node.answers.slice(0, -1) })}>{t('node.answer.remove')}</Button>
          <p className="quiet">{t('node.answer.note')}</p>
        </>
      );
    case 'split':
      return (
        <>
          {node.arms.map((arm, i) => (
            <Row key={i} label={t('outcome.arm', { n: i + 1 })}><InputNumber aria-label={t('outcome.arm', { n: i + 1 })} min={1} max={99} suffix="%" value={arm.percent} onChange={(percent) => change({ ...node, arms: node.arms.map((it, k) => (k === i ? { ...it, percent: percent ?? 1 } : it)) })} /></Row>
          ))}
          <Button size="small" disabled={node.arms.length >= 10} onClick={() => change({ ...node, arms: [...node.arms, { percent: 1 }] })}>{t('node.arm.add')}</Button>{' '}
          <Button size="small" disabled={node.arms.length <= 2} onClick={() => change({ ...node, arms: node.arms.slice(0, -1) })}>{t('node.arm.remove')}</Button>
        </>
      );
    case 'experiment':
      return (
        <>
          <Row label={t('node.trial')}><Select aria-label={t('node.trial')} style={{ width: '100%' }} showSearch={{ optionFilterProp: 'label' }} value={node.experiment ?? null} options={choices.experiments} onChange={(experiment: number | null) => { const arms = choices.experiments.find((it) => it.value === experiment)?.arms; if (experiment !== null && arms !== undefined) change({ ...node, experiment, arms: arms.map((arm) => node.arms.find((it) => it.arm === arm) ?? { arm }) }); }} /></Row>
          <p className="quiet">{t('node.trial.note')}{' '}{node.experiment !== undefined && <Link to={`/experiments/${node.experiment}`}>{t('node.trial.open')}</Link>}</p>
        </>
      );
    case 'message':
      return (
        <>
          <Row label={t('node.template')}><Select aria-label={t('node.template')} style={{ width: '100%' }} showSearch={{ optionFilterProp: 'label' }} value={node.template ?? null} options={choices.templates} onChange={(template: number | null) => { if (template !== null) change({ ...node, template }); }} /><p className="quiet">{t('node.template.note')}</p></Row>
          <Row label={t('node.within')}><Switch aria-label={t('node.within')} checked={node.within !== undefined} onChange={(on) => { const { within, ...rest } = node; change(on ? { ...rest, within: within ?? { hours: 1 } } : rest); }} /></Row>
          {node.within !== undefined && <SpanFields span={node.within} change={(within) => change({ ...node, within })} />}
          <p className="quiet">{t('node.within.note')}</p>
        </>
      );
    case 'tag':
      return (
        <>
          <Row label={t('node.add')}><Select aria-label={t('node.add')} style={{ width: '100%' }} mode="multiple" showSearch={{ optionFilterProp: 'label' }} value={node.add ?? []} options={choices.tags} onChange={(add) => change({ ...node, add })} /></Row>
          <Row label={t('node.take')}><Select aria-label={t('node.take')} style={{ width: '100%' }} mode="multiple" showSearch={{ optionFilterProp: 'label' }} value={node.remove ?? []} options={choices.tags} onChange={(remove) => change({ ...node, remove })} /></Row>
        </>
      );
    case 'points':
      return (
        <>
          <Row label={t('node.points.n')}><InputNumber aria-label={t('node.points.n')} min={-1_000_000} max={1_000_000} precision={0} value={node.points ?? null} onChange={(points) => change({ kind: 'points', key: node.key, ...(node.reason === undefined ? {} : { reason: node.reason }), next: node.next, ...(points === null ? {} : { points }) })} /></Row>
          <Row label={t('node.points.reason')}><Input aria-label={t('node.points.reason')} value={node.reason ?? ''} maxLength={100} placeholder={node.key} onChange={(it) => change({ ...node, reason: it.target.value })} /></Row>
          <p className="quiet">{t('node.points.note')}</p>
        </>
      );
    case 'webhook':
      return (
        <>
          <Row label={t('node.url')}><Input aria-label={t('node.url')} value={node.url ?? ''} maxLength={2000} placeholder="https://…" onChange={(it) => change({ ...node, url: it.target.value.trim() })} /></Row>
          <p className="quiet">{t('node.url.note')}</p>
        </>
      );
    case 'journey':
      return (
        <>
          <Row label={t('node.journey')}><Select aria-label={t('node.journey')} style={{ width: '100%' }} showSearch={{ optionFilterProp: 'label' }} value={node.journey ?? null} options={choices.journeys} onChange={(journey: number | null) => { if (journey !== null) change({ ...node, journey }); }} /></Row>
          <Row label={t('node.await')}><Switch aria-label={t('node.await')} checked={node.await ?? false} onChange={(it) => change({ ...node, await: it })} /></Row>
        </>
      );
    case 'goal': return <p className="quiet">{t('node.goal.note')}</p>;
    case 'exit': return <p className="quiet">{t('node.exit.note')}</p>;
  }
}

function fresh(kind: Until['kind']): Until {
  switch (kind) {
    case 'for': return { kind, days: 1 };
    case 'day': return { kind, day: 1, at: '10:00' };
    case 'time': return { kind, at: '10:00' };
    case 'date': return { kind, trait: 'birthday', days: 0, at: '10:00', yearly: true };
    case 'event': return { kind, event: { name: 'Order Completed' }, within: { days: 3 } };
  }
}

function UntilFields({ until, change, events }: { until: Until; change: (until: Until) => void; events: string[] }) {
  const { t } = useJourneyText();
  switch (until.kind) {
    case 'for': return <SpanFields span={until} change={(span) => change({ kind: 'for', ...span })} />;
    case 'day': return <><Row label={t('until.n')}><InputNumber aria-label={t('until.n')} min={0} max={3660} prefix="T+" value={until.day} onChange={(day) => change({ ...until, day: day ?? 0 })} /></Row><At at={until.at} change={(at) => change({ ...until, at })} /><p className="quiet">{t('until.zone')}</p></>;
    case 'time': return <><At at={until.at} change={(at) => change({ ...until, at })} /><p className="quiet">{t('until.zone')}</p></>;
    case 'date':
      return (
        <>
          <Row label={t('until.trait')}><Input aria-label={t('until.trait')} value={until.trait} onChange={(it) => change({ ...until, trait: it.target.value })} /></Row>
          <Row label={t('until.offset')}><InputNumber aria-label={t('until.offset')} min={-3660} max={3660} value={until.days ?? 0} onChange={(days) => change({ ...until, days: days ?? 0 })} /></Row>
          <At at={until.at} change={(at) => change({ ...until, at })} />
          <p className="quiet">{t('until.zone')}</p>
          <Row label={t('until.yearly')}><Switch aria-label={t('until.yearly')} checked={until.yearly ?? false} onChange={(yearly) => change({ ...until, yearly })} /></Row>
        </>
      );
    case 'event': return <><EventField name={until.event.name ?? ''} events={events} change={(name) => change({ ...until, event: { ...until.event, name } })} /><p className="quiet">{t('until.within')}</p><SpanFields span={until.within} change={(within) => change({ ...until, within })} /><KeyFields until={until} change={change} /></>;
  }
}

export function EventField({ name, events, change }: { name: string; events: string[]; change: (name: string) => void }) {
  const { t } = useJourneyText();
  return <Row label={t('journey.event')}><EventInput label={t('journey.event')} style={{ width: '100%' }} value={name} events={events} change={change} /></Row>;
}

export function At({ at, change }: { at: string; change: (at: string) => void }) {
  const { t } = useJourneyText();
  return <Row label={t('until.at')}><TimePicker aria-label={t('until.at')} format="HH:mm" allowClear={false} needConfirm={false} value={dayjs(`2000-01-01T${at}`)} onChange={(it) => { if (it !== null) change(it.format('HH:mm')); }} /></Row>;
}

function SpanFields({ span, change }: { span: Span; change: (span: Span) => void }) {
  const { t } = useJourneyText();
  const field = (unit: 'days' | 'hours' | 'minutes') => (
    <InputNumber aria-label={t(`span.${unit}`, { n: '' })} min={0} max={3660} value={span[unit] ?? 0} suffix={t(`span.${unit}`, { n: '' })} onChange={(n) => change({ days: span.days ?? 0, hours: span.hours ?? 0, minutes: span.minutes ?? 0, [unit]: n ?? 0 })} />
  );
  return <div className="span-fields">{field('days')}{field('hours')}{field('minutes')}</div>;
}

export function Row({ label, children }: { label: string; children: ReactNode }) {
  return <div className="node-row"><div className="node-label">{label}</div><div>{children}</div></div>;
}
