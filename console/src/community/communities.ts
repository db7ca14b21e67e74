import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { get } from '../api/client';
import type { Atmosphere, Community, CommunityDetail, CommunityExplanation, Concentration, Overview, PageOf } from '../api/model';
import { endless } from '../shell/endless';

export interface Question {
  sort: string;
  stage: string | undefined;
  q: string | undefined;
  cursor: string | undefined;
}

/** So many cards a column of the board holds; the list has the rest. */
export const BOARD = 24;

export function useCommunities(question: Question, limit = 50) {
  return useQuery({
    queryKey: ['communities', question, limit],
    queryFn: () => get<PageOf<Community>>('/api/communities', { ...question, limit }),
    placeholderData: keepPreviousData,
  });
}

/** How many communities are golden and silver, and the line between them, as the overview counts them. */
export function useStanding(wanted: boolean) {
  return useQuery({ queryKey: ['overview'], queryFn: () => get<Overview>('/api/overview'), staleTime: 30_000, enabled: wanted, select: (it) => it.communities });
}

export function useCommunity(id: string) {
  return useQuery({ queryKey: ['community', id], queryFn: () => get<CommunityDetail>(`/api/communities/${encodeURIComponent(id)}`) });
}

const path = (id: string, part: string) => `/api/communities/${encodeURIComponent(id)}/${part}`;

export function useAtmosphere(id: string) {
  return useQuery({ queryKey: ['community', id, 'atmosphere'], queryFn: () => get<Atmosphere>(path(id, 'atmosphere')), staleTime: 60_000 });
}

export function useConcentration(id: string) {
  return useQuery({ queryKey: ['community', id, 'concentration'], queryFn: () => get<Concentration>(path(id, 'concentration')) });
}

export const valuePartsKey = (id: string) => ['community', id, 'explain'] as const;

/** Members by what they add to the value, the most first. */
export function useValueParts(id: string) {
  return useInfiniteQuery(endless(valuePartsKey(id), (cursor) => get<CommunityExplanation>(path(id, 'explain'), { limit: 20, cursor })));
}
