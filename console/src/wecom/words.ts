import { liveCodes as en } from '../text/en/liveCodes';
import type { Words } from '../text/language';
import { liveCodes as zh } from '../text/zh/liveCodes';

export type WeComKey = keyof typeof zh;
export const WORDS: Words<WeComKey> = { 'zh-CN': zh, en };

/** A path in the reader's language; the channel of a live code stays as people wrote it. */
export function pathOf(t: (key: WeComKey) => string, path: string): string {
  const key = `path.${path}`;
  return key in zh ? t(key as WeComKey) : path;
}
