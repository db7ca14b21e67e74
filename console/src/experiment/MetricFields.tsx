import { DeleteOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, InputNumber, Select } from 'antd';
import type { Measurement, Metric } from '../api/model';
import { EventInput } from '../value/EventInput';
import { useExperimentText } from './words';
import { useEventNames } from './experiments';
import { WinsorField } from './WinsorField';

const KINDS = ['conversion', 'count', 'sum', 'ratio', 'retention', 'timeToEvent'] as const;
export type Kind = (typeof KINDS)[number];

const ORDER = 'Order Completed';
const WINSOR = 0.999;
/** Noughts and ones have no outliers. */
const SHARES: Kind[] = ['conversion', 'retention'];
const DIRECTIONS = ['more', 'less', 'neither'] as const;
type Direction = (typeof DIRECTIONS)[number];

export function newMetric(name: string, kind: Kind): Metric {
  return { name, measurement: measurement(kind, ORDER), windowDays: 14, winsorAt: kind === 'sum' ? WINSOR : null, lookBackDays: 14, moreIsBetter: kind !== 'timeToEvent', guardRail: false };
}

function measurement(kind: Kind, event: string): Measurement {
  switch (kind) {
    case 'conversion':
    case 'count':
    case 'timeToEvent':
      return { kind, event };
    case 'sum':
      return { kind, event, of: 'AMOUNT' };
    case 'ratio':
      return { kind, numerator: event, of: null, denominator: 'Product Viewed' };
    case 'retention':
      return { kind, event: null, day: 7 };
  }
}

function eventOf(of: Measurement): string {
  return of.kind === 'ratio' ? of.numerator : of.event ?? '';
}

/** One figure by which the arms are compared. */
export function MetricFields({ of, change, remove }: { of: Metric; change: (to: Metric) => void; remove: () => void }) {
  const { t } = useExperimentText();
  const events = (useEventNames().data?.items ?? []).map((it) => it.event);
  const { measurement: measured } = of;
  const named = (event: string): Measurement => {
    switch (measured.kind) {
      case 'ratio': return { ...measured, numerator: event };
      case 'retention': return { ...measured, event: event === '' ? null : event };
      default: return { ...measured, event };
    }
  };
  const event = (value: string, label: string, to: (name: string) => void) => (
    <EventInput style={{ width: 190 }} events={events} value={value} label={label} change={to} />
  );
  return (
    <div className="design-metric">
      <div className="design-row">
        <Input style={{ width: 180 }} value={of.name} maxLength={100} aria-label={t('metric.name')} placeholder={t('metric.name')} onChange={({ target }) => change({ ...of, name: target.value })} />
        <Select style={{ width: 150 }} value={measured.kind} aria-label={t('metric.kind')} onChange={(kind: Kind) => change({ ...of, measurement: measurement(kind, eventOf(measured) || ORDER), winsorAt: kind === 'sum' ? WINSOR : null, moreIsBetter: kind !== 'timeToEvent' })} options={KINDS.map((value) => ({ value, label: t(`metric.${value}`) }))} />
        {event(eventOf(measured), measured.kind === 'retention' ? t('metric.anyEvent') : t('metric.event'), (name) => change({ ...of, measurement: named(name) }))}
        {measured.kind === 'ratio' && event(measured.denominator, t('metric.per'), (denominator) => change({ ...of, measurement: { ...measured, denominator } }))}
        {measured.kind === 'retention' && <InputNumber min={1} max={of.windowDays} value={measured.day} prefix={t('metric.day')} aria-label={t('metric.day')} onChange={(day) => change({ ...of, measurement: { ...measured, day: day ?? 1 } })} />}
        {measured.kind === 'sum' && <Select style={{ width: 110 }} value={measured.of} aria-label={t('metric.of')} onChange={(what) => change({ ...of, measurement: { ...measured, of: what } })} options={[{ value: 'AMOUNT', label: t('metric.AMOUNT') }, { value: 'QUANTITY', label: t('metric.QUANTITY') }]} />}
        <Button type="text" icon={<DeleteOutlined />} aria-label={t('metric.remove', { name: of.name })} onClick={remove} />
      </div>
      <div className="design-row">
        <InputNumber style={{ width: 170 }} min={1} max={365} value={of.windowDays} prefix={t('metric.window')} suffix={t('metric.days')} aria-label={t('metric.window')} onChange={(days) => change({ ...of, windowDays: days ?? 14 })} />
        <InputNumber style={{ width: 170 }} min={0} max={365} value={of.lookBackDays} prefix={t('metric.lookBack')} suffix={t('metric.days')} aria-label={t('metric.lookBack')} onChange={(days) => change({ ...of, lookBackDays: days ?? 0 })} />
        {!SHARES.includes(measured.kind) && <WinsorField value={of.winsorAt} change={(winsorAt) => change({ ...of, winsorAt })} />}
        <Select<Direction>
          style={{ width: 160 }} value={of.moreIsBetter === null ? 'neither' : of.moreIsBetter ? 'more' : 'less'} aria-label={t('metric.direction')}
          onChange={(to) => change({ ...of, moreIsBetter: to === 'neither' ? null : to === 'more', guardRail: of.guardRail && to !== 'neither' })}
          options={DIRECTIONS.map((value) => ({ value, label: t(`metric.${value}`) }))}
        />
        <Checkbox checked={of.guardRail} disabled={of.moreIsBetter === null} onChange={({ target }) => change({ ...of, guardRail: target.checked })}>{t('experiment.guard')}</Checkbox>
      </div>
      {measured.kind === 'sum' && measured.of === 'AMOUNT' && <p className="quiet">{t('metric.currency')}</p>}
    </div>
  );
}
