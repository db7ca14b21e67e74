import type { Drawing } from '../chart/drawing';
import { useWords, type Say, type TextKey } from '../text/language';
import { filters as enFilters } from '../text/en/filters';
import { settings as en } from '../text/en/settings';
import { filters as zhFilters } from '../text/zh/filters';
import { settings as zh } from '../text/zh/settings';

const WORDS = { 'zh-CN': { ...zh, ...zhFilters }, en: { ...en, ...enFilters } };

export type SettingsKey = keyof typeof zh | keyof typeof zhFilters | TextKey;
export type SaySettings = Say<SettingsKey>;

/** The words of all pages and of the settings. */
export function useSettingsText() {
  return useWords(WORDS);
}

/** What these pictures are drawn with. */
export interface SettingsDrawing extends Omit<Drawing, 't'> {
  t: SaySettings;
}

type Action = Extract<keyof typeof zh, `audit.action.${string}`> extends `audit.action.${infer A}` ? A : never;

/** What the audit log tells of; those that have a word here. */
export const ACTIONS = Object.keys(zh).flatMap((key) => (key.startsWith('audit.action.') ? [key.slice('audit.action.'.length) as Action] : []));
