import type { Audience, Sentence } from '../api/model';
import { inOneLanguage, useWords, type Language, type Say, type TextKey } from '../text/language';
import { audience as audienceEn } from '../text/en/audience';
import { compare as compareEn } from '../text/en/compare';
import { audience as audienceZh } from '../text/zh/audience';
import { compare as compareZh } from '../text/zh/compare';
import { channelInWords } from '../value/channels';
import { eventInWords } from '../value/EventName';
import { nodeAt, type Compiled } from './form';
import type { ApiProblem } from '../api/client';

const WORDS = { 'zh-CN': { ...audienceZh, ...compareZh }, en: { ...audienceEn, ...compareEn } };

export type AudienceKey = keyof (typeof WORDS)['zh-CN'];
export type SayAudience = Say<AudienceKey | TextKey>;

/** The words of all pages and of these. */
export function useAudienceText() {
  return useWords(WORDS);
}

export function nameOf(audience: Pick<Audience, 'name' | 'ready'>, language: Language): string {
  return audience.ready === null ? audience.name : inOneLanguage(audience.name, language);
}

/** Whose it is; what comes ready-made is nobody's until it is given to somebody. */
export function ownerOf(audience: Pick<Audience, 'owner' | 'ready'>, t: SayAudience): string {
  return audience.ready !== null && audience.owner === 'guanxi' ? t('aud.ready') : audience.owner;
}

/** What numbers in sentences stand for. */
export interface Names {
  audiences: Map<number, string>;
  lists: Map<number, string>;
  tags: Map<number, string>;
}

/** A sentence in the page's language, with events, audiences, lists and tags by their names. */
export function sentenceIn(sentence: Sentence, language: Language, t: SayAudience, names?: Names): string {
  const text = (language === 'en' ? sentence.en : sentence.zh)
    .replace(/(同意|reached by |consent to )“([^”]+)”/g, (_, before: string, channel: string) => `${before}“${channelInWords(channel, t)}”`)
    .replace(/“([^”]+)”/g, (_, name: string) => `“${eventInWords(name, t)}”`);
  if (names === undefined) return text;
  const named = (map: Map<number, string>) => (_: string, before: string, id: string) => {
    const name = map.get(Number(id));
    return name === undefined ? before + id : `${before}“${name}”`;
  };
  return text
    .replace(/(在人群|in audience )(\d+)/g, named(names.audiences))
    .replace(/(在名单|on list )(\d+)/g, named(names.lists))
    .replace(/(带标签|carries tag )(\d+(?:(?:或| or )\d+)*)/g, (_, before: string, ids: string) => before + ids.replace(/\d+/g, (id) => names.tags.get(Number(id)) ?? id));
}

export interface Fault {
  /** The node it is about, or null where it is about the whole. */
  node: number | null;
  /** The field within the node's condition, e.g. `/during/days`. */
  field: string;
  code: string;
  message: string;
}

/** Where and what the server found wrong with an expression. */
export function faultOf(problem: ApiProblem, places: Compiled['places']): Fault {
  const pointer = problem.errors[0]?.field;
  if (pointer === undefined) return { node: null, field: '', code: problem.code, message: problem.message };
  const { id, rest } = nodeAt(places, pointer);
  return { node: id, field: rest, code: problem.code, message: problem.errors[0]?.message ?? problem.message };
}

const FAULTS = [
  'kind-unknown', 'field-unknown', 'field-missing', 'type-wrong', 'value-invalid', 'window-impossible', 'too-deep', 'too-large', 'unknown-audience',
  'snapshot-unknown', 'list-unknown', 'tag-unknown', 'cycle', 'too-slow', 'too-big', 'cancelled', 'changed-meanwhile', 'used', 'too-many', 'not-ready', 'owner-unknown', 'list-invalid', 'list-too-long',
] as const;

/** A refusal's code in words; one without words of ours says what the server says. */
export function faultWord(code: string, message: string, t: SayAudience): string {
  const known = FAULTS.find((it) => `audience.${it}` === code);
  return known === undefined ? message : t(`fault.${known}`);
}
