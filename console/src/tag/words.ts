import { tags as en } from '../text/en/tags';
import { tags as zh } from '../text/zh/tags';
import { useWords } from '../text/language';

const WORDS = { 'zh-CN': zh, en };

/** The words of all pages and of these. */
export function useTagText() {
  return useWords(WORDS);
}

export type TagText = ReturnType<typeof useTagText>;
