import { Alert, Button, DatePicker, InputNumber, Select, Table, Timeline } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import type { JourneyGraph, NodeFigures } from '../api/model';
import { now } from '../api/now';
import { Figure } from '../shell/page';
import { ErrorWords } from '../shell/ErrorWords';
import { useChoices, useDryRun, useMemberTest } from './journeys';
import { sayOutcome } from './say';
import { useJourneyText } from './words';

/** What the journey would do, before it does: to an audience by what its members did, and to one member. */
export function Trial({ graph, journey, sound }: { graph: JourneyGraph; journey: number | null; sound: boolean }) {
  const { t, format } = useJourneyText();
  const choices = useChoices();
  const [from, setFrom] = useState(() => dayjs(now()).subtract(30, 'day').startOf('day'));
  const [audience, setAudience] = useState<number | null>(null);
  const [member, setMember] = useState<number | null>(null);
  const run = useDryRun();
  const test = useMemberTest();
  const at = from.toISOString();
  const refusal = run.error ?? test.error;
  return (
    <>
      <p className="quiet">{t('trial.note')}</p>
      <div className="filters">
        <DatePicker aria-label={t('trial.from')} showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" allowClear={false} value={from} minDate={dayjs(now()).subtract(399, 'day')} maxDate={dayjs(now())} onChange={(it) => { if (it !== null) setFrom(it); }} />
        <Select aria-label={t('trial.audience')} placeholder={t('trial.audience')} style={{ minWidth: 200 }} showSearch={{ optionFilterProp: 'label' }} value={audience} options={choices.audiences} onChange={(it: number | null) => setAudience(it)} />
        <Button data-testid="dry-run" disabled={!sound || audience === null} loading={run.isPending} onClick={() => { if (audience !== null) { test.reset(); run.mutate({ definition: graph, journey, audience, from: at }); } }}>{t('trial.run')}</Button>
        <InputNumber aria-label={t('trial.member')} placeholder={t('trial.member')} min={1} precision={0} value={member} onChange={(it) => setMember(it)} />
        <Button data-testid="member-test" disabled={!sound || member === null} loading={test.isPending} onClick={() => { if (member !== null) { run.reset(); test.mutate({ definition: graph, journey, member, at }); } }}>{t('trial.test')}</Button>
      </div>
      {!sound && <Alert type="info" showIcon title={t('trial.unsound')} />}
      {refusal !== null && <Alert type="error" showIcon title={<ErrorWords error={refusal} />} />}
      {run.data !== undefined && (
        <>
          <div className="figures journey-figures">
            <Figure name="trial-asked" label={t('trial.asked')} exact={run.data.asked} shown={format.short(run.data.asked)} note={t('trial.events', { n: format.whole(run.data.events), within: run.data.withinMinutes })} />
            <Figure name="trial-entered" label={t('journeys.entered')} exact={run.data.counts.entered} shown={format.short(run.data.counts.entered)} />
            <Figure name="trial-inside" label={t('journeys.inside')} exact={run.data.counts.inside} shown={format.short(run.data.counts.inside)} />
            <Figure name="trial-converted" label={t('journeys.converted')} exact={run.data.counts.converted} shown={format.short(run.data.counts.converted)} />
          </div>
          <Table<NodeFigures>
            size="middle" rowKey="node" pagination={false} scroll={{ x: 'max-content' }}
            dataSource={graph.nodes.flatMap((node) => run.data.counts.nodes.find((it) => it.node === node.key) ?? [])}
            columns={[
              { title: t('node.key'), dataIndex: 'node' },
              { title: t('trial.arrived'), dataIndex: 'arrived', align: 'right', render: format.whole },
              { title: t('trial.waiting'), dataIndex: 'waiting', align: 'right', render: format.whole },
              { title: t('trial.outcomes'), key: 'outcomes', render: (_, it) => Object.entries(it.outcomes).map(([outcome, n]) => `${sayOutcome(outcome, t)} ${format.whole(n)}`).join(' · ') },
            ]}
          />
        </>
      )}
      {test.data?.items.map(({ instance, steps }) => (
        <Timeline
          key={instance.id} style={{ marginTop: 16 }}
          items={[
            { content: `${format.time(instance.enteredAt)} · ${t('people.entered')}` },
            ...steps.map((step) => ({ content: `${format.time(step.at)} · ${step.node} · ${sayOutcome(step.outcome, t)}` })),
            { content: instance.endedAt === null ? `${instance.node} · ${t('people.due')} ${format.time(instance.dueAt)}` : `${format.time(instance.endedAt)} · ${sayOutcome(instance.outcome ?? '', t)}` },
          ]}
        />
      ))}
      {test.data?.items.length === 0 && <Alert type="info" showIcon title={t('people.none')} />}
    </>
  );
}
