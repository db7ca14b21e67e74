import { messages as en } from '../text/en/messages';
import type { Words } from '../text/language';
import { messages as zh } from '../text/zh/messages';

export type MessagingKey = keyof typeof zh;
export const WORDS: Words<MessagingKey> = { 'zh-CN': zh, en };

/** Categories that are offered; a brand may have its own. */
export const CATEGORIES = ['marketing', 'care', 'service'] as const;

/** A word of the server in the reader's language; one we do not know stays as it is. */
export function known(t: (key: MessagingKey) => string, group: 'reason' | 'category' | 'origin' | 'messages.outcome', word: string): string {
  const key = `${group}.${word}`;
  return key in zh ? t(key as MessagingKey) : word;
}

/** Who had something said: its kind in the reader's language, which one, and where in it. */
export function originOf(t: (key: MessagingKey) => string, origin: { kind: string; id: string; node: string | null }): string {
  const id = origin.kind === 'api' ? '' : ` ${origin.id}`;
  return `${known(t, 'origin', origin.kind)}${id}${origin.node === null ? '' : ` · ${origin.node}`}`;
}
