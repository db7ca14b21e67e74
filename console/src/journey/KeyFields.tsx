import { Input, Select } from 'antd';
import type { Until } from '../api/model';
import { Row } from './NodeForm';
import { useJourneyText } from './words';

type ByEvent = Extract<Until, { kind: 'event' }>;

const COLUMNS = ['COMMUNITY', 'OBJECT'] as const;

/** Whether only what concerns the instance's key is waited for: its order, the community somebody is invited to. */
export function KeyFields({ until, change }: { until: ByEvent; change: (until: ByEvent) => void }) {
  const { t } = useJourneyText();
  const { keyProperty, keyColumn, ...bare } = until;
  const by = keyColumn ?? (typeof keyProperty === 'string' ? 'property' : 'any');
  const pick = (to: string) => {
    const column = COLUMNS.find((it) => it === to);
    change(column !== undefined ? { ...bare, keyColumn: column } : to === 'property' ? { ...bare, keyProperty: '' } : bare);
  };
  return (
    <>
      <Row label={t('until.key')}><Select<string> aria-label={t('until.key')} style={{ width: '100%' }} value={by} options={[{ value: 'any', label: t('until.key.any') }, ...COLUMNS.map((value) => ({ value, label: t(`until.key.${value}`) })), { value: 'property', label: t('until.key.property') }]} onChange={pick} /></Row>
      {by === 'property' && <Row label={t('until.key.name')}><Input aria-label={t('until.key.name')} value={keyProperty ?? ''} maxLength={100} placeholder="order_id" onChange={(it) => change({ ...bare, keyProperty: it.target.value })} /></Row>}
    </>
  );
}
