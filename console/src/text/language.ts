import { createContext, useContext } from 'react';
import type { Format } from './format';
import { en } from './en';
import { zh } from './zh';

export type Language = 'zh-CN' | 'en';
export type TextKey = keyof typeof zh;
export type Say = (key: TextKey, values?: Record<string, string | number>) => string;

export const DICTIONARIES: Record<Language, Record<TextKey, string>> = { 'zh-CN': zh, en };

/** The words of one language: `{name}` in a text is replaced by the value of that name. */
export function sayIn(language: Language): Say {
  const words = DICTIONARIES[language];
  return (key, values = {}) => words[key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? `{${name}}`));
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
