import { tags as en } from '../text/en/tags';
import { tags as zh } from '../text/zh/tags';
import { useWords, type Language } from '../text/language';

const WORDS = { 'zh-CN': zh, en };

/** The words of all pages and of these. */
export function useTagText() {
  return useWords(WORDS);
}

/** A ready-made audience is named in both languages, parted by a dot. */
export function inOneLanguage(name: string, language: Language): string {
  const [zh, en, more] = name.split(' · ');
  return zh === undefined || en === undefined || more !== undefined ? name : language === 'en' ? en : zh;
}

export type TagText = ReturnType<typeof useTagText>;
