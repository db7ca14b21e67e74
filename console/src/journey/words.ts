import { useWords, type Say, type TextKey } from '../text/language';
import { flaws as enFlaws } from '../text/en/flaws';
import { journeys as en } from '../text/en/journeys';
import { flaws as zhFlaws } from '../text/zh/flaws';
import { journeys as zh } from '../text/zh/journeys';

const WORDS = { 'zh-CN': { ...zh, ...zhFlaws }, en: { ...en, ...enFlaws } };

export type JourneyKey = keyof typeof zh | keyof typeof zhFlaws | TextKey;
export type SayJourney = Say<JourneyKey>;

/** The words of all pages and of journeys and the workbench. */
export function useJourneyText() {
  return useWords(WORDS);
}
