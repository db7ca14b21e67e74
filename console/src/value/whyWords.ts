import { useWords, type Words } from '../text/language';
import { why as en } from '../text/en/why';
import { why as zh } from '../text/zh/why';

type WhyKey = keyof typeof zh;

const WORDS: Words<WhyKey> = { 'zh-CN': zh, en };

/** The words of the panel that says why a member has a score. */
export function useWhy() {
  return useWords(WORDS);
}

/** Points to a ten-thousandth, without idle zeros: they are added up by eye. */
export function points(n: number): string {
  return String(Math.round(n * 1e4) / 1e4).replace('-', '−');
}
