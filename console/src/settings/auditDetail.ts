import { eventInWords } from '../value/EventName';
import { classWord, filterWord } from '../value/words';
import { fieldInWords } from './fields';
import { settings as zh } from '../text/zh/settings';
import type { SaySettings, SettingsKey } from './words';

/** What an entry of the audit log tells besides, in words: the names by ours, choices too; numbers and names as they are. */
export function detailInWords(detail: unknown, t: SaySettings): string {
  if (typeof detail !== 'object' || detail === null) return '';
  return Object.entries(detail).map(([name, value]) => t('audit.part', { name: word(`audit.part.${name}`, t) ?? name, value: valueInWords(name, value, t) })).join(' · ');
}

function valueInWords(name: string, value: unknown, t: SaySettings): string {
  if (typeof value === 'boolean') return t(value ? 'audit.value.yes' : 'audit.value.no');
  if (Array.isArray(value)) return value.map((it) => (name === 'askedBy' ? filterWord(t, String(it)) : name === 'fields' ? fieldInWords(String(it), t, (event) => eventInWords(event, t)) : String(it))).join(t('audit.and'));
  if (name === 'filters') return Object.entries(value as Record<string, string>).map(([filter, it]) => filterInWords(filter, it, t)).join(t('audit.and'));
  if (typeof value === 'object' && value !== null) return Object.values(value).map((it) => valueInWords(name, it, t)).join(t('audit.and'));
  if (name === 'action') return word(`audit.action.${String(value)}`, t) ?? String(value);
  return word(name === 'role' || name === 'right' ? `role.${String(value)}` : `audit.value.${String(value)}`, t) ?? word(`role.${String(value)}`, t) ?? String(value);
}

function filterInWords(filter: string, value: string, t: SaySettings): string {
  const sign = /^min|From$/.test(filter) ? ' ≥ ' : /^max|To$/.test(filter) ? ' ≤ ' : ' ';
  const said = filter === 'q' ? t('audit.value.given') : value.split(',').map((it) => (it === 'true' ? t('filters.yes') : it === 'false' ? t('filters.no') : classWord(t, filter, it))).join('/');
  return `${filterWord(t, filter)}${sign}${said}`;
}

function word(key: string, t: SaySettings): string | null {
  return key in zh ? t(key as SettingsKey) : null;
}
