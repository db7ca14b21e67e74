import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons';
import type { AudienceReason } from '../api/model';
import { FIGURES } from './expression';
import { sentenceIn, useAudienceText, type SayAudience, type Names } from './words';

const FACTS = ['count', 'amount', 'objects', 'first', 'last', 'joined_day', 'sum', 'distinct_values', 'stage', 'stage_before', 'layer', 'layer_before', 'roles', 'level', 'channel', 'active_days', 'belongs_to', 'belonged_to', 'trait', 'granted', 'since', 'high_value', 'top_spender'] as const;

function factWord(name: string, t: SayAudience): string {
  const known = FACTS.find((it) => it === name);
  if (known !== undefined) return t(`fact.${known}`);
  const figure = FIGURES.find((it) => it === name.toUpperCase());
  if (figure !== undefined) return t(`figure.${figure}`);
  const ago = /^months_ago_(\d+)$/.exec(name)?.[1];
  return ago === undefined ? name : t('fact.monthsAgo', { n: ago });
}

/** Why a member is in or out: every part, whether it holds, and the facts that decide it. */
export function WhyTree({ of, names }: { of: AudienceReason; names: Names }) {
  const { t, language } = useAudienceText();
  return (
    <div className="why-node">
      <p className="why-line">
        {of.holds ? <CheckCircleFilled className="why-yes" aria-label={t('why.yes')} /> : <CloseCircleFilled className="why-no" aria-label={t('why.no')} />}
        <span>{sentenceIn(of.sentence, language, t, names)}</span>
      </p>
      {Object.keys(of.facts).length > 0 && (
        <dl className="why-facts">{Object.entries(of.facts).map(([name, value]) => <div key={name}><dt>{factWord(name, t)}</dt><dd>{valueWord(value, t)}</dd></div>)}</dl>
      )}
      {of.of.length > 0 && <ul>{of.of.map((part) => <li key={part.pointer}><WhyTree of={part} names={names} /></li>)}</ul>}
    </div>
  );
}

const CLASSES = ['stage.AWARENESS', 'stage.INTEREST', 'stage.PURCHASE', 'stage.LOYALTY', 'layer.NEW', 'layer.ACTING', 'layer.ACTIVE', 'layer.LOYAL', 'level.ORDINARY', 'level.ENGAGED', 'level.ADVOCATE', 'level.KOC'] as const;

function valueWord(value: string, t: SayAudience): string {
  if (value === 'true') return t('why.true');
  if (value === 'false') return t('why.false');
  const known = CLASSES.find((it) => it.endsWith(`.${value}`));
  return known === undefined ? value : t(known);
}
