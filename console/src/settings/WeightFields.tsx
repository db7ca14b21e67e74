import { Alert, Button } from 'antd';
import { DIMENSIONS, type ValueModel } from '../api/model';
import { Panel } from '../chart/Panel';
import { useLook } from '../shell/look';
import { useSettingsText } from './words';
import { Calibrate } from './Calibrate';
import { faultsOf, spread } from './draft';
import { NumberField } from './NumberField';

/** What each dimension weighs in the value, by which yardstick it is measured, and where high value begins. */
export function WeightFields({ model, edit }: { model: ValueModel; edit: (model: ValueModel) => void }) {
  const { t, format } = useSettingsText();
  const { palette } = useLook();
  const sum = DIMENSIONS.reduce((all, it) => all + model.dimensions[it].weight, 0);
  const set = (dimension: (typeof DIMENSIONS)[number], change: Partial<ValueModel['dimensions']['content']>) =>
    edit({ ...model, dimensions: { ...model.dimensions, [dimension]: { ...model.dimensions[dimension], ...change } } });
  return (
    <Panel title={t('model.weights')} note={t('model.weights.note')} tools={<Calibrate model={model} apply={edit} />}>
      <div className="weights">
        {DIMENSIONS.map((it) => (
          <fieldset key={it} className="weight" style={{ borderTopColor: palette.dimension[it] }}>
            <legend>{t(`dimension.${it}`)}</legend>
            <NumberField label={t('model.part.weight')} value={model.dimensions[it].weight} max={1} step={0.01} percent onChange={(weight) => set(it, { weight })} />
            <NumberField label={t('model.part.scale')} value={model.dimensions[it].scale} min={0.01} onChange={(scale) => set(it, { scale })} />
          </fieldset>
        ))}
      </div>
      {faultsOf(model).includes('weights') && (
        <Alert
          type="error"
          showIcon
          title={t('model.weights.sum', { sum: format.share(sum) })}
          action={<Button size="small" onClick={() => edit({ ...model, dimensions: spread(model.dimensions) })}>{t('model.weights.spread')}</Button>}
        />
      )}
      <div className="fields">
        <NumberField label={t('model.field.highValueAbove')} value={model.highValueAbove} max={100} onChange={(highValueAbove) => edit({ ...model, highValueAbove })} />
      </div>
    </Panel>
  );
}
