import { communities } from './en/communities';
import { imports } from './en/imports';
import { members } from './en/members';
import { overview } from './en/overview';
import { shell } from './en/shell';
import { words } from './en/words';
import type { zh } from './zh';

/** All English texts: the keys of the Chinese ones. */
export const en: Record<keyof typeof zh, string> = { ...shell, ...words, ...overview, ...members, ...communities, ...imports };
