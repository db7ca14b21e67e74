import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Select, Spin } from 'antd';
import { eventInWords } from '../../value/EventName';
import { useEventProperties, useEvents } from '../calls';
import { COLUMNS, type Column, type Condition, type EventMatch } from '../expression';
import { useAudienceText } from '../words';
import { Labelled } from './basics';
import { TestFields } from './TestFields';

const ANY_EVENT = '*';
const HOURS = Array.from({ length: 24 }, (_, hour) => ({ value: hour, label: `${hour}:00` }));

/** Which events count: by name, by what they carry, by the hour of the day. Names and properties are those of the catalogue. */
export function EventFields({ of, change, word }: { of: EventMatch; change: (event: EventMatch) => void; word: string }) {
  const { t } = useAudienceText();
  const events = useEvents();
  const where = of.where ?? [];
  const offered = (events.data?.items ?? []).map((it) => ({ value: it.event, label: eventInWords(it.event, t), search: `${it.event} ${it.standard?.zh ?? ''} ${eventInWords(it.event, t)}` }));
  const known = of.name === undefined || of.name === '' || offered.some((it) => it.value === of.name);
  const put = (changes: { [K in keyof EventMatch]?: EventMatch[K] | undefined }) => {
    const { name, where: conditions, hours } = { ...of, ...changes };
    change({ ...(name === undefined ? {} : { name }), ...(conditions === undefined || conditions.length === 0 ? {} : { where: conditions }), ...(hours === undefined ? {} : { hours }) });
  };
  return (
    <>
      <Labelled word={word}>
        <Select<string>
          className="aud-event" showSearch={{ optionFilterProp: 'search' }}
          aria-label={word} placeholder={t('aud.event.choose')} loading={events.isPending} {...(events.isPending ? { notFoundContent: <Spin size="small" /> } : {})} status={of.name === '' ? 'warning' : ''}
          value={of.name === '' ? null : (of.name ?? ANY_EVENT)} onChange={(name) => put({ name: name === ANY_EVENT ? undefined : name, where: undefined })}
          options={[{ value: ANY_EVENT, label: t('aud.event.any'), search: t('aud.event.any') }, ...(known ? [] : [{ value: of.name ?? '', label: of.name ?? '', search: of.name ?? '' }]), ...offered]}
        />
        <Button size="small" type="dashed" icon={<PlusOutlined />} disabled={where.length >= 10} onClick={() => put({ where: [...where, { column: 'AMOUNT', is: { moreThan: 0 } }] })}>{t('aud.where.add')}</Button>
        {of.hours === undefined && <Button size="small" type="dashed" icon={<PlusOutlined />} onClick={() => put({ hours: { from: 18, to: 23 } })}>{t('aud.hours.add')}</Button>}
      </Labelled>
      {where.map((condition, i) => (
        <ConditionFields
          // Conditions have no name of their own; their place is what tells them apart.
          key={i} of={condition} event={of.name}
          change={(it) => put({ where: where.map((old, at) => (at === i ? it : old)) })}
          remove={() => put({ where: where.filter((_, at) => at !== i) })}
        />
      ))}
      {of.hours !== undefined && (
        <Labelled word={t('aud.hours')}>
          <Select aria-label={`${t('aud.hours')} ${t('aud.from')}`} value={of.hours.from} options={HOURS} onChange={(from) => put({ hours: { from, to: of.hours?.to ?? 23 } })} />
          <span aria-hidden>–</span>
          <Select aria-label={`${t('aud.hours')} ${t('aud.to')}`} value={of.hours.to} options={HOURS.map((it) => ({ value: it.value, label: `${it.value}:59` }))} onChange={(to) => put({ hours: { from: of.hours?.from ?? 0, to } })} />
          <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t('aud.remove')} onClick={() => put({ hours: undefined })} />
        </Labelled>
      )}
    </>
  );
}

function ConditionFields({ of, event, change, remove }: { of: Condition; event: string | undefined; change: (condition: Condition) => void; remove: () => void }) {
  const { t } = useAudienceText();
  const detail = useEventProperties(event);
  const properties = detail.data?.properties ?? [];
  const property = properties.find((it) => it.name === of.property);
  const columns = COLUMNS.map((it) => ({ value: `c:${it}`, label: t(`column.${it}`) }));
  const named = properties.map((it) => ({ value: `p:${it.name}`, label: it.name }));
  const own = of.property === undefined || named.some((it) => it.value === `p:${of.property ?? ''}`) ? [] : [{ value: `p:${of.property}`, label: of.property }];
  const choose = (value: string) => change(value.startsWith('c:') ? { column: value.slice(2) as Column, is: of.is } : { property: value.slice(2), is: of.is });
  return (
    <Labelled word={t('aud.where')}>
      <Select<string>
        className="aud-property" showSearch aria-label={t('aud.property')} value={of.column === undefined ? `p:${of.property ?? ''}` : `c:${of.column}`} onChange={choose}
        options={[{ label: t('aud.columns'), options: columns }, { label: t('aud.properties'), options: [...own, ...named] }]}
      />
      <TestFields of={of.is} change={(is) => change({ ...of, is })} label={of.column === undefined ? (of.property ?? '') : t(`column.${of.column}`)} offered={property?.examples ?? []} />
      <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t('aud.remove')} onClick={remove} />
    </Labelled>
  );
}
