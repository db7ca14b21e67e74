import { useWords, type Say, type TextKey } from '../text/language';
import { journeys as en } from '../text/en/journeys';
import { journeys as zh } from '../text/zh/journeys';

const WORDS = { 'zh-CN': zh, en };

export type JourneyKey = keyof typeof zh | TextKey;
export type SayJourney = Say<JourneyKey>;

/** The words of all pages and of journeys and the workbench. */
export function useJourneyText() {
  return useWords(WORDS);
}
