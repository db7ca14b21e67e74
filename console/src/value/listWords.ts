import { useWords, type Words } from '../text/language';
import { filters as enFilters } from '../text/en/filters';
import { memberList as en } from '../text/en/memberList';
import { filters as zhFilters } from '../text/zh/filters';
import { memberList as zh } from '../text/zh/memberList';

type ListKey = keyof typeof zh | keyof typeof zhFilters;

const WORDS: Words<ListKey> = { 'zh-CN': { ...zh, ...zhFilters }, en: { ...en, ...enFilters } };

/** The words of the list of members, of a member’s page and of the search over everything. */
export function useListText() {
  return useWords(WORDS);
}
