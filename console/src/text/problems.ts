import { useEffect, useSyncExternalStore } from 'react';
import type { Language } from './language';

/** A refusal by its stable code, with what the server says of it. */
export interface Problem {
  code: string;
  detail: string;
}

type Table = Record<string, string>;

let tables: Record<Language, Table> | null = null;
let coming: Promise<void> | null = null;
const waiting = new Set<() => void>();

/** Fetches the words of all codes, once; the first page need not carry them. Where they do not come, the server's own stand. */
export function fetchProblemWords(): Promise<void> {
  coming ??= Promise.all([import('./zh/problems'), import('./en/problems')]).then(
    ([zh, en]) => {
      tables = { 'zh-CN': zh.problems, en: en.problems };
      waiting.forEach((tell) => tell());
    },
    () => {
      coming = null;
    },
  );
  return coming;
}

/** What a code means, or null where there are no words for it (yet). */
export function problemInWords(code: string, language: Language): string | null {
  return tables?.[language][`problem.${code}`] ?? null;
}

/** As `problemInWords`, also once the words have come. */
export function useProblemInWords(code: string, language: Language): string | null {
  useEffect(() => void fetchProblemWords(), []);
  return useSyncExternalStore(subscribe, () => problemInWords(code, language));
}

function subscribe(tell: () => void): () => void {
  waiting.add(tell);
  return () => waiting.delete(tell);
}
