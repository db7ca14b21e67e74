import { Input, InputNumber, Select, Switch } from 'antd';
import type { JourneyEntry, JourneyGraph } from '../api/model';
import { useJourneyText } from './words';
import { ExitRules } from './ExitRules';
import { DAYS, given } from './graph';
import { useChoices } from './journeys';
import { At, EventField, Row } from './NodeForm';

const ENTRIES = ['event', 'audience', 'schedule', 'api'] as const;
const REENTRIES = ['never', 'always', 'after'] as const;

/** Who comes in, whether again, and what for. */
export function EntryForm({ graph, may, change }: { graph: JourneyGraph; may: boolean; change: (graph: JourneyGraph) => void }) {
  const { t } = useJourneyText();
  const choices = useChoices();
  const { entry } = graph;
  const reentry = graph.reentry ?? { kind: 'never' as const };
  const set = (next: JourneyEntry) => change({ ...graph, entry: next });
  return (
    <fieldset disabled={!may} className="plain node-form">
      <Row label={t('journey.entry')}><Select aria-label={t('journey.entry')} style={{ width: '100%' }} value={entry.kind} options={ENTRIES.map((value) => ({ value, label: t(`entry.${value}`) }))} onChange={(kind) => set(fresh(kind))} /></Row>
      {entry.kind === 'event' && <EventField name={entry.event.name ?? ''} events={choices.events} change={(name) => set({ ...entry, event: { ...entry.event, name } })} />}
      {entry.kind === 'event' && <Row label={t('entry.key')}><Input aria-label={t('entry.key')} value={entry.keyProperty ?? ''} placeholder="order_id" onChange={(it) => set({ ...entry, keyProperty: it.target.value === '' ? null : it.target.value })} /></Row>}
      {(entry.kind === 'audience' || entry.kind === 'schedule') && <Row label={t('node.audience')}><Select aria-label={t('node.audience')} style={{ width: '100%' }} showSearch={{ optionFilterProp: 'label' }} value={entry.audience ?? null} options={choices.audiences} onChange={(audience: number | null) => { if (audience !== null) set({ ...entry, audience }); }} /></Row>}
      {entry.kind === 'audience' && <Row label={t('entry.change')}><Select aria-label={t('entry.change')} style={{ width: '100%' }} value={entry.change ?? 'ENTERED'} options={(['ENTERED', 'LEFT'] as const).map((value) => ({ value, label: t(`entry.change.${value}`) }))} onChange={(it) => set({ ...entry, change: it })} /></Row>}
      {entry.kind === 'audience' && <Row label={t('entry.existing')}><Switch aria-label={t('entry.existing')} checked={entry.existing ?? false} onChange={(existing) => set({ ...entry, existing })} /></Row>}
      {entry.kind === 'schedule' && <At at={entry.at} change={(at) => set({ ...entry, at })} />}
      {entry.kind === 'schedule' && <Row label={t('entry.days')}><Select aria-label={t('entry.days')} style={{ width: '100%' }} mode="multiple" placeholder={t('entry.days.all')} value={entry.days ?? []} options={DAYS.map((value) => ({ value, label: t(`day.${value}`) }))} onChange={(days) => set({ ...entry, days: DAYS.filter((it) => days.includes(it)) })} /></Row>}
      <Row label={t('journey.reentry')}><Select aria-label={t('journey.reentry')} style={{ width: '100%' }} value={reentry.kind} options={REENTRIES.map((value) => ({ value, label: t(`reentry.${value}`) }))} onChange={(kind) => change({ ...graph, reentry: kind === 'after' ? { kind, days: 30 } : { kind } })} /></Row>
      {reentry.kind === 'after' && <Row label={t('reentry.days')}><InputNumber aria-label={t('reentry.days')} min={1} max={3660} value={reentry.days ?? 30} onChange={(days) => change({ ...graph, reentry: { kind: 'after', days: days ?? 1 } })} /></Row>}
      <Row label={t('journey.goal')}><Switch aria-label={t('journey.goal')} checked={given(graph.goal)} onChange={(on) => change({ ...graph, goal: on ? { event: { name: 'Order Completed' }, exits: true } : null })} /></Row>
      {given(graph.goal) && <EventField name={graph.goal.event.name ?? ''} events={choices.events} change={(name) => change({ ...graph, goal: { ...graph.goal, event: { ...graph.goal?.event, name } } })} />}
      {given(graph.goal) && <Row label={t('goal.exits')}><Switch aria-label={t('goal.exits')} checked={graph.goal.exits ?? false} onChange={(exits) => { if (given(graph.goal)) change({ ...graph, goal: { ...graph.goal, exits } }); }} /></Row>}
      <ExitRules rules={graph.exitWhen ?? []} change={(exitWhen) => change({ ...graph, exitWhen })} />
      <Row label={t('journey.priority')}><InputNumber aria-label={t('journey.priority')} min={1} max={9} precision={0} value={graph.priority ?? 5} onChange={(priority) => change({ ...graph, priority: priority ?? 5 })} /><p className="quiet">{t('journey.priority.note')}</p></Row>
    </fieldset>
  );
}

function fresh(kind: JourneyEntry['kind']): JourneyEntry {
  switch (kind) {
    case 'event': return { kind, event: { name: '' } };
    case 'audience': return { kind, change: 'ENTERED', existing: false };
    case 'schedule': return { kind, at: '10:00' };
    case 'api': return { kind };
  }
}
