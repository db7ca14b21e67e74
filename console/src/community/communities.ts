import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { get } from '../api/client';
import type { Community, CommunityDetail, PageOf } from '../api/model';

export interface Question {
  sort: string;
  stage: string | undefined;
  q: string | undefined;
  cursor: string | undefined;
}

export function useCommunities(question: Question) {
  return useQuery({
    queryKey: ['communities', question],
    queryFn: () => get<PageOf<Community>>('/api/communities', { ...question, limit: 50 }),
    placeholderData: keepPreviousData,
  });
}

export function useCommunity(id: string) {
  return useQuery({ queryKey: ['community', id], queryFn: () => get<CommunityDetail>(`/api/communities/${encodeURIComponent(id)}`) });
}
