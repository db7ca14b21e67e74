import { communities } from './zh/communities';
import { imports } from './zh/imports';
import { members } from './zh/members';
import { overview } from './zh/overview';
import { shell } from './zh/shell';
import { words } from './zh/words';

/** All Chinese texts, one file a group of pages; the other languages have the same keys. */
export const zh = { ...shell, ...words, ...overview, ...members, ...communities, ...imports };
