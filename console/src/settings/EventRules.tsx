import { DeleteOutlined } from '@ant-design/icons';
import { AutoComplete, Button, InputNumber, Select, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { DIMENSIONS, type Dimension, type EventRule, type ValueModel } from '../api/model';
import { Panel } from '../chart/Panel';
import { useSettingsText } from './words';
import { EventName, eventInWords } from '../value/EventName';
import { useSeenEvents } from './events';

const FRESH = { dimension: 'interaction', points: 1, pointsPerAmount: 0, halfLifeDays: 21, dailyCap: 10 } as const;

/** What an event counts for: in which dimension, how much, for how long, and how often a day. */
export function EventRules({ model, edit }: { model: ValueModel; edit: (model: ValueModel) => void }) {
  const { t } = useSettingsText();
  const [name, setName] = useState('');
  const seen = useSeenEvents();
  const taken = new Set(model.events.map((it) => it.event));
  const set = (event: string, change: Partial<EventRule>) => edit({ ...model, events: model.events.map((it) => (it.event === event ? { ...it, ...change } : it)) });
  const add = (event: string) => {
    const wanted = event.trim();
    if (wanted === '' || taken.has(wanted)) return;
    edit({ ...model, events: [...model.events, { event: wanted, ...FRESH }] });
    setName('');
  };
  const number = (field: 'points' | 'pointsPerAmount' | 'halfLifeDays' | 'dailyCap', least: number) => (value: number | null, rule: EventRule) => (
    <InputNumber<number>
      className="cell-number"
      value={value}
      min={least}
      max={1e6}
      aria-label={`${eventInWords(rule.event, t)} · ${t(`model.part.${field}`)}`}
      placeholder={field === 'dailyCap' ? t('model.uncapped') : ''}
      onChange={(next) => {
        if (typeof next === 'number') set(rule.event, { [field]: next });
        else if (field === 'dailyCap') set(rule.event, { dailyCap: null });
      }}
    />
  );
  const columns: TableColumnsType<EventRule> = [
    { title: t('event.name'), dataIndex: 'event', fixed: 'start', render: (event: string) => <EventName of={event} /> },
    {
      title: t('model.part.dimension'), dataIndex: 'dimension', width: 134,
      render: (value: Dimension, rule) => (
        <Select
          className="cell-choice" value={value} aria-label={`${eventInWords(rule.event, t)} · ${t('model.part.dimension')}`}
          onChange={(dimension) => set(rule.event, { dimension })} options={DIMENSIONS.map((it) => ({ value: it, label: t(`dimension.${it}`) }))}
        />
      ),
    },
    { title: t('model.part.points'), dataIndex: 'points', render: number('points', -1e6) },
    { title: t('model.part.pointsPerAmount'), dataIndex: 'pointsPerAmount', render: number('pointsPerAmount', -1e6) },
    { title: t('model.part.halfLifeDays'), dataIndex: 'halfLifeDays', render: number('halfLifeDays', 0.1) },
    { title: t('model.part.dailyCap'), dataIndex: 'dailyCap', render: number('dailyCap', 1) },
    {
      title: <span className="unseen">{t('model.remove')}</span>, key: 'remove', width: 44,
      render: (_, rule) => (
        <Button type="text" icon={<DeleteOutlined />} aria-label={`${t('model.remove')} ${eventInWords(rule.event, t)}`} onClick={() => edit({ ...model, events: model.events.filter((it) => it.event !== rule.event) })} />
      ),
    },
  ];
  return (
    <Panel title={t('model.events')} note={t('model.events.note')}>
      <Table<EventRule> className="event-rules" size="small" rowKey="event" pagination={false} scroll={{ x: 620 }} columns={columns} dataSource={inOrder(model.events)} />
      <div className="adding">
        <AutoComplete
          value={name}
          aria-label={t('model.events.add')}
          placeholder={t('model.events.add')}
          onChange={setName}
          options={seen.filter((it) => !taken.has(it)).map((value) => ({ value, label: eventInWords(value, t) }))}
          showSearch={{ filterOption: (typed, option) => `${option?.value ?? ''} ${option?.label ?? ''}`.toLowerCase().includes(typed.toLowerCase()) }}
        />
        <Button disabled={name.trim() === '' || taken.has(name.trim())} onClick={() => add(name)}>{t('model.events.take')}</Button>
      </div>
    </Panel>
  );
}

/** By dimension, as they came within one: a row does not jump while its figures are edited. */
function inOrder(events: EventRule[]): EventRule[] {
  return DIMENSIONS.flatMap((dimension) => events.filter((it) => it.dimension === dimension));
}
