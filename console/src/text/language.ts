import { createContext, useContext, useMemo } from 'react';
import type { Format } from './format';
import { en } from './en';
import { zh } from './zh';

export type Language = 'zh-CN' | 'en';
export type TextKey = keyof typeof zh;
export type Say<K extends string = TextKey> = (key: K, values?: Record<string, string | number>) => string;

export const DICTIONARIES: Record<Language, Record<TextKey, string>> = { 'zh-CN': zh, en };

/** The words of a page group that come with its pages, not with the first one. */
export type Words<K extends string> = Record<Language, Record<K, string>>;

/** The words of one language: `{name}` in a text is replaced by the value of that name. */
export function sayIn(language: Language): Say {
  return sayFrom(DICTIONARIES[language]);
}

/** A word of a newer server that is not here yet stands as it is: better than no page. */
function sayFrom<K extends string>(words: Record<K, string>): Say<K> {
  const known = words as Partial<Record<string, string>>;
  return (key, values = {}) => (known[key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? `{${name}}`));
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
  const t = useMemo(() => sayFrom<K | TextKey>({ ...DICTIONARIES[speech.language], ...own[speech.language] }), [speech.language, own]);
  return { ...speech, t };
}

/** What comes ready-made is named in both languages, parted by a dot. */
export function inOneLanguage(name: string, language: Language): string {
  const [zh, en, more] = name.split(' · ');
  return zh === undefined || en === undefined || more !== undefined ? name : language === 'en' ? en : zh;
}
