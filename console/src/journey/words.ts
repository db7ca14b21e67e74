import { useWords, type Say, type TextKey } from '../text/language';
import { flaws as enFlaws } from '../text/en/flaws';
import { journeys as en } from '../text/en/journeys';
import { workbench as enBench } from '../text/en/workbench';
import { flaws as zhFlaws } from '../text/zh/flaws';
import { journeys as zh } from '../text/zh/journeys';
import { workbench as zhBench } from '../text/zh/workbench';

const WORDS = { 'zh-CN': { ...zh, ...zhFlaws, ...zhBench }, en: { ...en, ...enFlaws, ...enBench } };

export type JourneyKey = keyof typeof zh | keyof typeof zhFlaws | keyof typeof zhBench | TextKey;
export type SayJourney = Say<JourneyKey>;

/** The words of all pages and of journeys and the workbench. */
export function useJourneyText() {
  return useWords(WORDS);
}
