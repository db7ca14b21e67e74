import { Alert, InputNumber } from 'antd';
import type { LevelRule, ValueModel } from '../api/model';
import { Panel } from '../chart/Panel';
import { Wide } from '../shell/Wide';
import { useSettingsText } from './words';
import { faultsOf } from './draft';
import { NumberField } from './NumberField';

const SCORES = ['influence', 'content', 'interaction', 'social'] as const;
const WEIGHED = ['content', 'interaction', 'social'] as const;
const RISING = [['engaged', 'ENGAGED'], ['advocate', 'ADVOCATE'], ['koc', 'KOC']] as const;

/** What a growth level asks for: least influence and least scores. */
export function LevelFields({ model, edit }: { model: ValueModel; edit: (model: ValueModel) => void }) {
  const { t } = useSettingsText();
  const { levels } = model;
  return (
    <Panel title={t('model.levels')} note={t('model.levels.note')}>
      <fieldset className="rule">
        <legend>{t('model.levels.influence')}</legend>
        <div className="fields">
          {WEIGHED.map((it) => (
            <NumberField key={it} label={t(`dimension.${it}`)} value={levels.influence[it]} max={1} step={0.01} percent onChange={(n) => edit({ ...model, levels: { ...levels, influence: { ...levels.influence, [it]: n } } })} />
          ))}
        </div>
        {faultsOf(model).includes('influence') && <Alert type="error" showIcon title={t('model.levels.sum')} />}
      </fieldset>
      <Wide label={t('model.levels')}>
        <table className="grid">
          <thead>
            <tr><th scope="col">{t('overview.level')}</th>{SCORES.map((it) => <th key={it} scope="col">{score(it)}</th>)}<th scope="col">{t('model.part.topShare')}</th></tr>
          </thead>
          <tbody>
            {RISING.map(([part, level]) => (
              <tr key={part}>
                <th scope="row">{t(`level.${level}`)}</th>
                {SCORES.map((it) => (
                  <td key={it}>
                    <InputNumber<number>
                      className="cell-number" min={0} max={100} value={levels[part][it]} aria-label={`${t(`level.${level}`)} · ${score(it)}`}
                      onChange={(n) => {
                        if (typeof n === 'number') edit({ ...model, levels: { ...levels, [part]: { ...levels[part], [it]: n } satisfies LevelRule } });
                      }}
                    />
                  </td>
                ))}
                <td>
                  {part === 'koc' && (
                    <InputNumber<number>
                      className="cell-number" min={0} max={100} step={0.1} suffix="%" value={Math.round(levels.koc.topShare * 1e5) / 1e3} aria-label={`${t(`level.${level}`)} · ${t('model.part.topShare')}`}
                      onChange={(n) => {
                        if (typeof n === 'number') edit({ ...model, levels: { ...levels, koc: { ...levels.koc, topShare: Math.round(n * 1e3) / 1e5 } } });
                      }}
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </Panel>
  );

  function score(it: (typeof SCORES)[number]): string {
    return it === 'influence' ? t('model.part.influence') : t(`dimension.${it}`);
  }
}
