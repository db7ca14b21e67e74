import { Alert, Segmented, Select } from 'antd';
import { useId, type ReactNode } from 'react';
import type { ValueModel } from '../api/model';
import { Panel } from '../chart/Panel';
import { useSettingsText } from './words';
import { faultsOf } from './draft';
import { useEventChoices } from './events';
import type { NamedField } from './fields';
import { LevelFields } from './LevelFields';
import { NumberField } from './NumberField';

const FIXED = { recencyDays: [90, 60, 30, 14], frequency: [1, 2, 3, 5], monetary: [100, 300, 600, 1200] };

/** Where a member stands: AIPL stages, relationship layers, growth levels, RFM and the top tier. */
export function RuleFields({ model, edit }: { model: ValueModel; edit: (model: ValueModel) => void }) {
  const { t } = useSettingsText();
  const { stages, layers, rfm, topSpenders } = model;
  const faults = faultsOf(model);
  const number = (field: NamedField, value: number | null, set: (n: number) => void, range: { min?: number; max?: number; step?: number; percent?: boolean } = {}) => (
    <NumberField label={t(`model.field.${field}`)} value={value} min={1} max={36_500} {...range} onChange={set} />
  );
  return (
    <>
      <Panel title={t('model.stages')} note={t('model.stages.note')}>
        <Rule name={t('stage.INTEREST')}>
          {number('stages.interest.months', stages.interest.months, (months) => edit({ ...model, stages: { ...stages, interest: { ...stages.interest, months } } }), { max: 24 })}
          <Events label={t('model.field.stages.interest.events')} chosen={stages.interest.events} choose={(events) => edit({ ...model, stages: { ...stages, interest: { ...stages.interest, events } } })} />
        </Rule>
        <Rule name={t('stage.PURCHASE')}>
          {number('stages.purchase.months', stages.purchase.months, (months) => edit({ ...model, stages: { ...stages, purchase: { months } } }), { max: 24 })}
        </Rule>
        <Rule name={t('stage.LOYALTY')}>
          {number('stages.loyalty.months', stages.loyalty.months, (months) => edit({ ...model, stages: { ...stages, loyalty: { ...stages.loyalty, months } } }), { max: 24 })}
          {number('stages.loyalty.orders', stages.loyalty.orders, (orders) => edit({ ...model, stages: { ...stages, loyalty: { ...stages.loyalty, orders } } }), { min: 2, max: 1000 })}
          {number('stages.loyalty.withinDays', stages.loyalty.withinDays, (withinDays) => edit({ ...model, stages: { ...stages, loyalty: { ...stages.loyalty, withinDays } } }))}
          <Events label={t('model.field.stages.loyalty.advocacy')} chosen={stages.loyalty.advocacy} choose={(advocacy) => edit({ ...model, stages: { ...stages, loyalty: { ...stages.loyalty, advocacy } } })} />
        </Rule>
      </Panel>
      <Panel title={t('model.layers')} note={t('model.layers.note')}>
        <Rule name={t('layer.ACTIVE')}>
          {number('layers.activeDays', layers.activeDays, (activeDays) => edit({ ...model, layers: { ...layers, activeDays } }), { max: 60 })}
          {number('layers.withinDays', layers.withinDays, (withinDays) => edit({ ...model, layers: { ...layers, withinDays } }), { max: 60 })}
        </Rule>
        <Rule name={t('layer.LOYAL')}>
          {number('layers.orders', layers.orders, (orders) => edit({ ...model, layers: { ...layers, orders } }), { max: 1000 })}
          {number('layers.ordersWithinDays', layers.ordersWithinDays, (ordersWithinDays) => edit({ ...model, layers: { ...layers, ordersWithinDays } }))}
        </Rule>
        {faults.includes('activeDays') && <Alert type="error" showIcon title={t('model.layers.days')} />}
        <Events label={t('model.field.passive')} chosen={model.passive} choose={(passive) => edit({ ...model, passive })} />
      </Panel>
      <LevelFields model={model} edit={edit} />
      <Panel title={t('model.rfm')} note={t('model.rfm.note')}>
        <Segmented
          value={rfm.method}
          onChange={(method) => edit({ ...model, rfm: method === 'FIXED' ? { ...rfm, method, ...FIXED } : { ...rfm, method, recencyDays: null, frequency: null, monetary: null } })}
          options={(['QUINTILES', 'FIXED'] as const).map((value) => ({ value, label: t(`model.rfm.${value}`) }))}
        />
        <Rule name={t('model.rfm.orders')}>
          <NumberField
            label={t('model.field.rfm.windowDays')} value={rfm.windowDays} min={1} max={36_500}
            onChange={(windowDays) => edit({ ...model, rfm: { ...rfm, windowDays } })}
            none={{ word: t('model.rfm.all'), choose: () => edit({ ...model, rfm: { ...rfm, windowDays: null } }) }}
          />
        </Rule>
        {rfm.method === 'FIXED' && (['recencyDays', 'frequency', 'monetary'] as const).map((which) => (
          <Rule key={which} name={t(`model.field.rfm.${which}`)}>
            {(rfm[which] ?? []).map((bound, i, all) => (
              <NumberField key={i} label={t('model.rfm.bound', { n: i + 1 })} value={bound} onChange={(n) => edit({ ...model, rfm: { ...rfm, [which]: all.map((it, j) => (j === i ? n : it)) } })} />
            ))}
          </Rule>
        ))}
        {faults.includes('bounds') && <Alert type="error" showIcon title={t('model.rfm.rise')} />}
      </Panel>
      <Panel title={t('model.top')} note={t('model.top.note')}>
        <Rule name={t('member.top')}>
          {number('topSpenders.share', topSpenders.share, (share) => edit({ ...model, topSpenders: { ...topSpenders, share } }), { min: 0.001, max: 1, step: 0.01, percent: true })}
          {number('topSpenders.days', topSpenders.days, (days) => edit({ ...model, topSpenders: { ...topSpenders, days } }))}
          {number('topSpenders.monthDays', topSpenders.monthDays, (monthDays) => edit({ ...model, topSpenders: { ...topSpenders, monthDays } }), { max: 366 })}
        </Rule>
      </Panel>
    </>
  );
}

function Rule({ name, children }: { name: string; children: ReactNode }) {
  return (
    <fieldset className="rule">
      <legend>{name}</legend>
      <div className="fields">{children}</div>
    </fieldset>
  );
}

/** A list of events; one that was never seen may be typed. */
function Events({ label, chosen, choose }: { label: string; chosen: string[]; choose: (events: string[]) => void }) {
  const id = useId();
  return (
    <div className="field field-wide">
      <label htmlFor={id}>{label}</label>
      <Select id={id} mode="tags" value={chosen} onChange={(events: string[]) => choose(events)} options={useEventChoices(chosen)} />
    </div>
  );
}
