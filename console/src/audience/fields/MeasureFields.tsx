import { AutoComplete } from 'antd';
import { useEventProperties } from '../calls';
import { MEASURES, type LeafOf, type Measure } from '../expression';
import { useAudienceText } from '../words';
import { Labelled, One } from './basics';
import { RangeFields } from './RangeFields';

const SOME = { atLeast: 1 };

/** What is counted of the events, and how much of it there must be. */
export function MeasureFields({ of, change }: { of: LeafOf<'did'>; change: (leaf: LeafOf<'did'>) => void }) {
  const { t } = useAudienceText();
  const measure = of.measure ?? 'COUNT';
  const edge = measure === 'FIRST' || measure === 'LAST';
  const known = useEventProperties(ofProperty(measure) ? of.event.name : undefined).data?.properties ?? [];
  const choose = (next: Measure) => {
    const { property, ...rest } = of;
    const is = next === 'FIRST' || next === 'LAST' ? SOME : (of.is ?? SOME);
    change({ ...rest, measure: next, is, ...(ofProperty(next) ? { property: property ?? '' } : {}) });
  };
  return (
    <Labelled word={t('aud.measure')}>
      <One value={measure} of={MEASURES} word={(it) => t(`measure.${it}`)} label={t('aud.measure')} change={choose} width={168} />
      {ofProperty(measure) && (
        <AutoComplete
          className="aud-property" aria-label={t('aud.measure.property')} placeholder={t('aud.measure.property')} status={of.property === '' ? 'warning' : ''} value={of.property ?? ''}
          onChange={(property: string) => change({ ...of, property })} options={known.map((it) => ({ value: it.name }))} showSearch={{ filterOption: (typed, option) => (option?.value ?? '').includes(typed) }}
        />
      )}
      {!edge && <RangeFields of={of.is ?? SOME} change={(is) => change({ ...of, is })} label={t(`measure.${measure}`)} />}
    </Labelled>
  );
}

function ofProperty(measure: Measure): boolean {
  return measure === 'SUM' || measure === 'DISTINCT';
}
