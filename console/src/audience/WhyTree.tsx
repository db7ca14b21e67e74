import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons';
import { Link } from 'react-router';
import type { AudienceReason, AudienceReasonCommunity, AudienceReasonTag } from '../api/model';
import { By } from '../tag/TagChip';
import { useCommunityNames } from './calls';
import { FIGURES } from './expression';
import { inOneLanguage } from '../text/language';
import { sentenceIn, useAudienceText, type SayAudience, type Names } from './words';

const FACTS = [
  'count', 'days', 'amount', 'quantity', 'objects', 'first', 'last', 'joined_day', 'sum', 'distinct_values', 'stage', 'stage_before', 'layer', 'layer_before', 'level', 'channel', 'active_days', 'trait', 'granted', 'since', 'high_value', 'top_spender',
  'first_on', 'then_on', 'days_between', 'then_last', 'days_allowed', 'drawn', 'percent', 'list', 'on_list', 'uploaded_at', 'uploaded_by', 'audience', 'snapshot', 'in_snapshot',
] as const;
const TIMES = ['since', 'uploaded_at'];
const PERCENTS = ['drawn', 'percent'];

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
        <dl className="why-facts">{Object.entries(of.facts).map(([name, value]) => <div key={name}><dt>{factWord(name, t)}</dt><dd><Value name={name} of={value} /></dd></div>)}</dl>
      )}
      {of.tags.length > 0 && <ul className="why-list">{of.tags.map((it) => <Tagged key={it.tag} of={it} />)}</ul>}
      {of.communities.length > 0 && <Communities of={of.communities} />}
      {of.of.length > 0 && <ul>{of.of.map((part) => <li key={part.pointer}><WhyTree of={part} names={names} /></li>)}</ul>}
    </div>
  );
}

const CLASSES = ['stage.AWARENESS', 'stage.INTEREST', 'stage.PURCHASE', 'stage.LOYALTY', 'layer.NEW', 'layer.ACTING', 'layer.ACTIVE', 'layer.LOYAL', 'level.ORDINARY', 'level.ENGAGED', 'level.ADVOCATE', 'level.KOC'] as const;
const WORDS: Record<string, 'why.true' | 'why.false' | 'why.never'> = { true: 'why.true', false: 'why.false', never: 'why.never' };

/** What somebody typed stands as it is. */
const TYPED = ['list', 'uploaded_by', 'channel', 'trait'];

function Value({ name, of }: { name: string; of: string }) {
  const { t, format, language } = useAudienceText();
  if (TYPED.includes(name)) return <>{of}</>;
  if (name === 'audience') return <>{inOneLanguage(of, language)}</>;
  if (TIMES.includes(name)) return <>{format.time(of)}</>;
  if (PERCENTS.includes(name)) return <>{of} %</>;
  const word = WORDS[of];
  if (word !== undefined) return <>{t(word)}</>;
  const known = CLASSES.find((it) => it.endsWith(`.${of}`));
  return <>{known === undefined ? of : t(known)}</>;
}

/** A tag on the member: who or what put it there, when, and until when it holds. */
function Tagged({ of }: { of: AudienceReasonTag }) {
  const { t, format } = useAudienceText();
  return (
    <li>
      <Link to={`/tags/${of.tag}`}>{of.name}</Link> <span className="quiet">{t('why.tagged', { time: format.time(of.taggedAt) })}</span> <By of={of.by} />
      {of.expiresAt !== null && <span className="quiet"> {t('why.until', { time: format.time(of.expiresAt) })}</span>}
    </li>
  );
}

function Communities({ of }: { of: AudienceReasonCommunity[] }) {
  const { t } = useAudienceText();
  const known = useCommunityNames('').data?.items ?? [];
  return (
    <ul className="why-list">
      {of.map((it) => (
        <li key={`${it.community} ${it.belongs}`}>
          <Link to={`/communities/${encodeURIComponent(it.id)}`}>{known.find((community) => community.id === it.id)?.name ?? it.community}</Link>{' '}
          <span className="quiet">{[t(it.belongs ? 'why.belongs' : 'why.belonged'), it.stage === null ? '' : t(`period.${it.stage}`), it.role === null ? '' : t(`communityRole.${it.role}`)].filter((word) => word !== '').join(' · ')}</span>
        </li>
      ))}
    </ul>
  );
}
