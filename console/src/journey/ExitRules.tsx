import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import type { JourneyExitRule } from '../api/model';
import { useChoices } from './journeys';
import { EventField, Row } from './NodeForm';
import { useJourneyText } from './words';

const KINDS = ['event', 'ENTERED', 'LEFT'] as const;
const MOST = 20;

/** When members leave before the end, wherever they stand: what they do, or an audience they come into or go out of. */
export function ExitRules({ rules, change }: { rules: JourneyExitRule[]; change: (rules: JourneyExitRule[]) => void }) {
  const { t } = useJourneyText();
  const choices = useChoices();
  const set = (at: number, rule: JourneyExitRule) => change(rules.map((it, i) => (i === at ? rule : it)));
  const pick = (at: number, to: (typeof KINDS)[number]) => {
    const held = rules[at];
    if (to === 'event') set(at, { kind: 'event', event: { name: '' } });
    else set(at, { kind: 'audience', change: to, ...(held?.kind === 'audience' && held.audience !== undefined ? { audience: held.audience } : {}) });
  };
  return (
    <fieldset className="plain exit-rules">
      <legend className="node-label">{t('exits.title')}</legend>
      {rules.map((rule, i) => (
        <div key={i} className="exit-rule" role="group" aria-label={t('exits.rule', { n: i + 1 })}>
          <div className="exit-rule-kind">
            <Select<(typeof KINDS)[number]> aria-label={t('exits.kind')} value={rule.kind === 'event' ? 'event' : rule.change ?? 'ENTERED'} options={KINDS.map((value) => ({ value, label: t(`exits.${value}`) }))} onChange={(kind) => pick(i, kind)} />
            <Button type="text" icon={<DeleteOutlined />} aria-label={t('exits.remove', { n: i + 1 })} title={t('exits.remove', { n: i + 1 })} onClick={() => change(rules.filter((_, k) => k !== i))} />
          </div>
          {rule.kind === 'event' ? (
            <>
              <EventField name={rule.event.name ?? ''} events={choices.events} change={(name) => set(i, { ...rule, event: { ...rule.event, name } })} />
              {(rule.event.where ?? []).length > 0 && <p className="quiet">{t('exits.where', { n: (rule.event.where ?? []).length })}</p>}
            </>
          ) : (
            <Row label={t('node.audience')}><Select aria-label={t('node.audience')} style={{ width: '100%' }} showSearch={{ optionFilterProp: 'label' }} value={rule.audience ?? null} options={choices.audiences} onChange={(audience: number | null) => { if (audience !== null) set(i, { ...rule, audience }); }} /></Row>
          )}
        </div>
      ))}
      <Button icon={<PlusOutlined />} disabled={rules.length >= MOST} onClick={() => change([...rules, { kind: 'event', event: { name: '' } }])} data-testid="add-exit">{t('exits.add')}</Button>
    </fieldset>
  );
}
