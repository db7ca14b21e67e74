import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, send } from '../api/client';
import type { Atmosphere, Community, CommunityDetail, CommunityExplanation, Concentration, GoldenRule, LifeCurve, Overview, PageOf, RulePreview } from '../api/model';
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

/** All that a question finds, page after page: there are thousands at most. */
export async function allCommunities(question: Omit<Question, 'cursor'>): Promise<Community[]> {
  const all: Community[] = [];
  let cursor: string | undefined;
  do {
    const page: PageOf<Community> = await get('/api/communities', { ...question, cursor, limit: 200 });
    all.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return all;
}

export function useLifeCurve() {
  return useQuery({ queryKey: ['life-curve'], queryFn: () => get<LifeCurve>('/api/communities/life-curve') });
}

const RULE = ['community-rule'] as const;

export function useRule() {
  return useQuery({ queryKey: RULE, queryFn: () => get<GoldenRule>('/api/communities/rule') });
}

export type NewRule = Omit<GoldenRule, 'value'>;

/** What a rule would divide; asked again for every rule that is tried. */
export function useRulePreview({ kind, line, activityLine }: NewRule) {
  return useQuery({
    queryKey: [...RULE, 'preview', kind, line, activityLine],
    queryFn: () => get<RulePreview>('/api/communities/rule/preview', { kind, line, activityLine }),
    placeholderData: keepPreviousData,
  });
}

export function useSetRule() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (rule: NewRule) => send<GoldenRule>('PUT', '/api/communities/rule', rule),
    onSuccess: () => Promise.all([[...RULE], ['community'], ['overview']].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}

/** What people say about a community. */
export interface Said {
  name: string;
  kind: string;
  owner: string;
  created: string | null;
  tags: string[];
}

/** Registers a community under its key, or changes what is said about a known one; only what is given is changed. */
export function useSay() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, key, said }: { id: string | undefined; key: string; said: Partial<Said> }) =>
      id === undefined ? send<CommunityDetail>('POST', '/api/communities', { key, ...said }) : send<CommunityDetail>('PATCH', `/api/communities/${encodeURIComponent(id)}`, said),
    onSuccess: (community) => Promise.all([['communities'], ['community', community.id], ['overview']].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}
