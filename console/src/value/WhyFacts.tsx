import type { ReactNode } from 'react';
import { LAYERS, LEVELS, STAGES, type ClassReason, type Explanation } from '../api/model';
import { LayerSign, LevelSign, StageSign } from './signs';
import { points, useWhy, type SayWhy } from './whyWords';

const SIGNALS = ['lastInterest', 'lastOrder', 'lastRepeatOrder', 'lastAdvocacy'] as const;
const LEAST = ['content', 'interaction', 'social'] as const;
const REACHED = { ENGAGED: 'engaged', ADVOCATE: 'advocate', KOC: 'koc' } as const;

/** Where a member stands, and the figures it rests on beside what the model asks for. */
export function WhyFacts({ of }: { of: Explanation }) {
  const { t, format } = useWhy();
  return (
    <section className="why-part">
      <h3>{t('why.classes')}</h3>
      <dl className="reasons">
        <Reason label={t('member.stage')} of={of.stage} sign={<StageSign of={STAGES.find((it) => it === of.stage?.is) ?? null} />} facts={(facts) => ofStage(facts, t)} />
        <Reason label={t('member.layer')} of={of.layer} sign={<LayerSign of={LAYERS.find((it) => it === of.layer?.is) ?? null} />} facts={(facts) => ofLayer(facts, t)} />
        <Reason label={t('overview.level')} of={of.level} sign={<LevelSign of={LEVELS.find((it) => it === of.level?.is) ?? null} />} facts={(facts) => ofLevel(facts, t, format.share)} />
      </dl>
    </section>
  );
}

function Reason({ label, of, sign, facts }: { label: string; of: ClassReason | null; sign: ReactNode; facts: (of: Facts) => string[] }) {
  const { language } = useWhy();
  if (of === null) return null;
  return (
    <>
      <dt>{label} {sign}</dt>
      <dd className="quiet">
        {language === 'en' && of.because}
        <ul className="why-facts-list">{facts(of.facts).map((it) => <li key={it}>{it}</li>)}</ul>
      </dd>
    </>
  );
}

type Facts = ClassReason['facts'];

const number = (of: unknown): number => (typeof of === 'number' ? of : 0);

function ofStage(facts: Facts, t: SayWhy): string[] {
  const given = SIGNALS.flatMap((it) => (typeof facts[it] === 'string' ? [t(`why.fact.${it}`, { month: facts[it] })] : []));
  return given.length === 0 ? [t('why.fact.noSignal')] : given;
}

function ofLayer(facts: Facts, t: SayWhy): string[] {
  return [
    t('why.fact.active', { within: number(facts.withinDays), days: number(facts.activeDays), needed: number(facts.activeDaysNeeded) }),
    t('why.fact.orders', { within: number(facts.ordersWithinDays), orders: number(facts.orders), needed: number(facts.ordersNeeded) }),
  ];
}

function ofLevel(facts: Facts, t: SayWhy, share: (n: number) => string): string[] {
  const reached = (level: keyof typeof REACHED): string[] => {
    const rule = facts[REACHED[level]];
    if (typeof rule !== 'object' || rule === null) return [];
    const line: Facts = { ...rule };
    const least = LEAST.flatMap((it) => (number(line[it]) > 0 ? [t(`why.fact.level.${it}`, { n: number(line[it]) })] : []));
    const top = typeof line.topShare === 'number' ? [t('why.fact.level.top', { share: share(line.topShare) })] : [];
    return [t('why.fact.level', { level: t(`level.${level}`), influence: number(line.influence), least: [...least, ...top].join('') })];
  };
  return [t('why.fact.influence', { influence: points(number(facts.influence)) }), ...(['ENGAGED', 'ADVOCATE', 'KOC'] as const).flatMap(reached)];
}
