import { DIMENSIONS, LEVELS, type ClassReason, type ErasedPart, type Level } from '../api/model';
import { reasons as en } from '../text/en/reasons';
import type { Format } from '../text/format';
import { useWords, type Say, type TextKey } from '../text/language';
import { reasons as zh } from '../text/zh/reasons';

const WORDS = { 'zh-CN': zh, en };
const NEXT: Record<string, Level> = { ORDINARY: 'ENGAGED', ENGAGED: 'ADVOCATE', ADVOCATE: 'KOC' };

export type ReasonKey = keyof typeof zh | TextKey;
export type SayReason = Say<ReasonKey>;

/** The words of all pages and of why a member is where it is. */
export function useReasonText() {
  return useWords(WORDS);
}

/** The rule that fits in one or two sentences, or null where this console has no words for it. */
export function reasonInWords(of: ClassReason, t: SayReason, format: Format): string[] | null {
  const key = `reason.${of.code}`;
  if (!(key in zh)) return null;
  const values = of.code.startsWith('level.') ? level(of, t, format) : of.code.startsWith('top-spender.') ? spend(of, format) : plain(of.facts);
  return [t(key as ReasonKey, values), ...next(of, t, format)];
}

/** What a store removed, by the store's name; a certificate of before tells only the server's words. */
export function partInWords(of: ErasedPart, t: SayReason): string | null {
  const key = `certificate.part.${of.store ?? ''}`;
  return key in zh ? t(key as ReasonKey) : null;
}

function plain(facts: Record<string, unknown>): Record<string, string | number> {
  return Object.fromEntries(Object.entries(facts).filter((it): it is [string, string | number] => typeof it[1] === 'string' || typeof it[1] === 'number'));
}

function level({ is, facts }: ClassReason, t: SayReason, format: Format): Record<string, string> {
  return { influence: format.score(number(facts.influence)), is: levelWord(is, t), least: format.score(number(rule(facts, is).influence)), next: nextLevel(is, t), topShare: format.share(number(rule(facts, 'KOC').topShare)) };
}

function spend({ facts }: ClassReason, format: Format): Record<string, string | number> {
  return { days: number(facts.days) ?? 0, spend: format.money(number(facts.spend)), line: format.money(number(facts.line)), share: format.share(number(facts.share)) };
}

/** What a member lacks of the next growth level. */
function next({ is, facts }: ClassReason, t: SayReason, format: Format): string[] {
  if (typeof facts.lacks !== 'object' || facts.lacks === null) return [];
  const lacks = Object.entries(facts.lacks).map(([figure, least]) => t('reason.next.lack', { figure: figureWord(figure, t), is: format.score(number(facts[figure])), least: format.score(number(least)) }));
  const name = nextLevel(is, t);
  return [lacks.length === 0 ? t('reason.next.place', { next: name, topShare: format.share(number(rule(facts, 'KOC').topShare)) }) : t('reason.next.lacks', { next: name, lacks: lacks.join(' · ') })];
}

function nextLevel(is: string, t: SayReason): string {
  const found = NEXT[is];
  return found === undefined ? '' : t(`level.${found}`);
}

function levelWord(is: string, t: SayReason): string {
  const found = LEVELS.find((it) => it === is);
  return found === undefined ? is : t(`level.${found}`);
}

function dimensionWord(figure: string, t: SayReason): string {
  const found = DIMENSIONS.find((it) => it === figure);
  return found === undefined ? figure : t(`dimension.${found}`);
}

function figureWord(figure: string, t: SayReason): string {
  return figure === 'influence' ? t('reason.influence') : dimensionWord(figure, t);
}

function rule(facts: Record<string, unknown>, of: string): Record<string, unknown> {
  return (facts[of.toLowerCase()] ?? {}) as Record<string, unknown>;
}

function number(fact: unknown): number | null {
  return typeof fact === 'number' ? fact : null;
}
