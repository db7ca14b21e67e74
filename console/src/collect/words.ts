import { data as dataEn } from '../text/en/data';
import { data as dataZh } from '../text/zh/data';
import { useWords, type Say, type TextKey } from '../text/language';

const WORDS = { 'zh-CN': dataZh, en: dataEn };

export type SayData = Say<keyof typeof dataZh | TextKey>;

/** The words of all pages and of those about events and their quality. */
export function useDataText() {
  return useWords(WORDS);
}
