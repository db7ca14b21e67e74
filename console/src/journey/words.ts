import { useWords, type Say, type TextKey } from '../text/language';
import { flaws as enFlaws } from '../text/en/flaws';
import { journeys as en } from '../text/en/journeys';
import { nodes as enNodes } from '../text/en/nodes';
import { workbench as enBench } from '../text/en/workbench';
import { flaws as zhFlaws } from '../text/zh/flaws';
import { journeys as zh } from '../text/zh/journeys';
import { nodes as zhNodes } from '../text/zh/nodes';
import { workbench as zhBench } from '../text/zh/workbench';

const WORDS = { 'zh-CN': { ...zh, ...zhFlaws, ...zhNodes, ...zhBench }, en: { ...en, ...enFlaws, ...enNodes, ...enBench } };

export type JourneyKey = keyof typeof zh | keyof typeof zhFlaws | keyof typeof zhNodes | keyof typeof zhBench | TextKey;
export type SayJourney = Say<JourneyKey>;

/** The words of all pages and of journeys and the workbench. */
export function useJourneyText() {
  return useWords(WORDS);
}
