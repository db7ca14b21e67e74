import { rejects as en } from '../text/en/rejects';
import { useWords, type Say, type TextKey } from '../text/language';
import { rejects as zh } from '../text/zh/rejects';

const WORDS = { 'zh-CN': zh, en };

export type RejectKey = keyof typeof zh | TextKey;

/** The words of all pages and of why rows are not taken. */
export function useRejectText() {
  return useWords(WORDS);
}

/** Why a row is not taken, or null where this console has no words for the code. */
export function rejectInWords(code: string, t: Say<RejectKey>): string | null {
  const key = `reject.${code}`;
  return key in zh ? t(key as RejectKey) : null;
}
