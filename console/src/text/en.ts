import { cohorts } from './en/cohorts';
import { communities } from './en/communities';
import { data } from './en/data';
import { imports } from './en/imports';
import { journeys } from './en/journeys';
import { members } from './en/members';
import { overview } from './en/overview';
import { settings } from './en/settings';
import { shell } from './en/shell';
import { words } from './en/words';
import type { zh } from './zh';

/** All English texts: the keys of the Chinese ones. */
export const en: Record<keyof typeof zh, string> = { ...shell, ...words, ...overview, ...members, ...cohorts, ...communities, ...journeys, ...imports, ...settings, ...data };
