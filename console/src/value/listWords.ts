import { useWords, type Words } from '../text/language';
import { memberList as en } from '../text/en/memberList';
import { memberList as zh } from '../text/zh/memberList';

type ListKey = keyof typeof zh;

const WORDS: Words<ListKey> = { 'zh-CN': zh, en };

/** The words of the list of members, of a member’s page and of the search over everything. */
export function useListText() {
  return useWords(WORDS);
}
