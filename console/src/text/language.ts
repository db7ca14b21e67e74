import { createContext, useContext, useMemo } from 'react';
import type { Format } from './format';
import type { zh } from './zh';

export type Language = 'zh-CN' | 'en';
export type TextKey = keyof typeof zh;
export type Say<K extends string = TextKey> = (key: K, values?: Record<string, string | number>) => string;

export type Dictionary = Record<TextKey, string>;

const LOADS: Record<Language, () => Promise<Dictionary>> = {
  'zh-CN': async () => (await import('./zh')).zh,
  en: async () => (await import('./en')).en,
};
export const LANGUAGES = Object.keys(LOADS) as Language[];
const learning = new Map<Language, Promise<Dictionary>>();
const learned = new Map<Language, Dictionary>();

/** Fetches the words of a language, once; only one is fetched with the first page. */
export function learn(language: Language): Promise<Dictionary> {
  const begun = learning.get(language);
  if (begun !== undefined) return begun;
  const fetched = LOADS[language]();
  learning.set(language, fetched);
  fetched.then((words) => learned.set(language, words), () => learning.delete(language));
  return fetched;
}

/** The words of a language, where they have been fetched. */
export function wordsOf(language: Language): Dictionary | undefined {
  return learned.get(language);
}

function known(language: Language): Dictionary {
  const words = wordsOf(language);
  if (words === undefined) throw new Error(`the words of ${language} have not been fetched`);
  return words;
}

/** The words of a page group that come with its pages, not with the first one. */
export type Words<K extends string> = Record<Language, Record<K, string>>;

/** The words of one language: `{name}` in a text is replaced by the value of that name, `{name|one|many}` by what fits its number. */
export function sayIn(language: Language): Say {
  return sayFrom(known(language));
}

/** A word of a newer server that is not here yet stands as it is: better than no page. */
function sayFrom<K extends string>(words: Record<K, string>): Say<K> {
  const all = words as Partial<Record<string, string>>;
  return (key, values = {}) => (all[key] ?? key).replace(/\{(\w+)(?:\|(.*?)\|(.*?))?\}/g, (_, name: string, one?: string, many?: string) => one === undefined || many === undefined ? String(values[name] ?? `{${name}}`) : String(values[name]) === '1' ? one : many);
}

export interface Speech {
  language: Language;
  t: Say;
  format: Format;
  speak: (language: Language) => void;
}

export const SpeechContext = createContext<Speech | null>(null);

export function useText(): Speech {
  const speech = useContext(SpeechContext);
  if (speech === null) throw new Error('useText outside of its provider');
  return speech;
}

/** As `useText`, with the words of a page group besides. */
export function useWords<K extends string>(own: Words<K>): Omit<Speech, 't'> & { t: Say<K | TextKey> } {
  const speech = useText();
  const t = useMemo(() => sayFrom<K | TextKey>({ ...known(speech.language), ...own[speech.language] }), [speech.language, own]);
  return { ...speech, t };
}

/** What comes ready-made is named in both languages, parted by a dot. */
export function inOneLanguage(name: string, language: Language): string {
  const [zh, en, more] = name.split(' · ');
  return zh === undefined || en === undefined || more !== undefined ? name : language === 'en' ? en : zh;
}
