import { useWords, type Words } from '../text/language';
import { periods as en } from '../text/en/periods';
import { periods as zh } from '../text/zh/periods';

const WORDS: Words<keyof typeof zh> = { 'zh-CN': zh, en };

/** The words of the rule of periods, of a community's reasons and of what people say about it. */
export function usePeriodText() {
  return useWords(WORDS);
}
