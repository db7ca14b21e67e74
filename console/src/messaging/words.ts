import type { Words } from '../text/language';
import { en } from './en';
import { zh } from './zh';

export type MessagingKey = keyof typeof zh;
export const WORDS: Words<MessagingKey> = { 'zh-CN': zh, en };

/** A word of the server in the reader's language; one we do not know stays as it is. */
export function known(t: (key: MessagingKey) => string, group: 'reason' | 'channel' | 'messages.outcome', word: string): string {
  const key = `${group}.${word}`;
  return key in zh ? t(key as MessagingKey) : word;
}
