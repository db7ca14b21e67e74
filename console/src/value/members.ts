import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { get } from '../api/client';
import type { Explanation, Member, PageOf, TimelineEvent } from '../api/model';

export interface Question {
  sort: string;
  stage: string | undefined;
  layer: string | undefined;
  level: string | undefined;
  minValue: string | undefined;
  q: string | undefined;
  cursor: string | undefined;
}

export function useMembers(question: Question) {
  return useQuery({
    queryKey: ['members', question],
    queryFn: () => get<PageOf<Member>>('/api/members', { ...question, limit: 50 }),
    placeholderData: keepPreviousData,
  });
}

export function useMember(no: string) {
  return useQuery({ queryKey: ['member', no], queryFn: () => get<Member>(`/api/members/${encodeURIComponent(no)}`) });
}

export function useExplanation(no: string, wanted: boolean) {
  return useQuery({ queryKey: ['member', no, 'explain'], queryFn: () => get<Explanation>(`/api/members/${encodeURIComponent(no)}/explain`), enabled: wanted });
}

/** The member's events, newest first, further back with each page. */
export function useTimeline(no: string) {
  return useInfiniteQuery({
    queryKey: ['member', no, 'timeline'],
    queryFn: ({ pageParam }) => get<PageOf<TimelineEvent>>(`/api/members/${encodeURIComponent(no)}/timeline`, { limit: 30, before: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
}
