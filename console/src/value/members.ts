import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, send } from '../api/client';
import type { Consent, Erasure, ErasureWork, Explanation, Known, Member, MemberCommunity, MemberHistory, MemberPage, MemberView, PageOf, Peers, ScoredEvent, TimelineEvent } from '../api/model';
import { endless } from '../shell/endless';
import { expectEnd } from '../shell/expected';
import { RUNNING } from '../shell/work';

const path = (no: string, part = '') => `/api/members/${encodeURIComponent(no)}${part}`;

export const membersKey = (question: Record<string, string | undefined>) => ['members', question] as const;

/** The list, page by page as one scrolls. */
export function useMembers(question: Record<string, string | undefined>) {
  return useInfiniteQuery({
    ...endless(membersKey(question), (cursor) => get<MemberPage>('/api/members', { ...question, limit: 100, cursor })),
    placeholderData: keepPreviousData,
  });
}

export function useMember(no: string) {
  return useQuery({ queryKey: ['member', no], queryFn: () => get<Member>(path(no)) });
}

export function useExplanation(no: string, wanted: boolean) {
  return useQuery({ queryKey: ['member', no, 'explain'], queryFn: () => get<Explanation>(path(no, '/explain')), enabled: wanted });
}

/** As far back as the pictures go. */
export const USUAL_WEEKS = 52;

/** What the member was worth in the last weeks; before the first run there is nothing to ask for. */
export function useHistory(no: string, scored: boolean, weeks = USUAL_WEEKS) {
  return useQuery({ queryKey: ['member', no, 'history', weeks], queryFn: () => get<MemberHistory>(path(no, '/history'), { weeks }), enabled: scored });
}

export function usePeers(no: string) {
  return useQuery({ queryKey: ['member', no, 'peers'], queryFn: () => get<Peers>(path(no, '/peers')) });
}

export function useMemberCommunities(no: string) {
  return useQuery({ queryKey: ['member', no, 'communities'], queryFn: () => get<PageOf<MemberCommunity>>(path(no, '/communities')) });
}

export function useKnown(no: string) {
  return useQuery({ queryKey: ['member', no, 'identifiers'], queryFn: () => get<Known>(path(no, '/identifiers')) });
}

/** What each single event of one name counts for, newest first. */
export function useScoredEvents(no: string, event: string) {
  return useInfiniteQuery(endless(['member', no, 'explain', event], (cursor) => get<PageOf<ScoredEvent>>(path(no, '/explain/events'), { event, limit: 50, cursor })));
}

/** From a moment on and before another. */
export interface Span {
  since: string;
  before: string;
}

export const timelineKey = (no: string, events: readonly string[] | null, span: Span | null) => ['member', no, 'timeline', events, span] as const;

/** The member's events, newest first, further back with each page; of one span only, where one is given. */
export function useTimeline(no: string, events: readonly string[] | null, span: Span | null) {
  return useInfiniteQuery(endless(timelineKey(no, events, span), (before) => get<PageOf<TimelineEvent>>(path(no, '/timeline'), { limit: 30, before: before ?? span?.before, since: span?.since, events: events?.join(',') })));
}

export function useConsent(no: string) {
  return useQuery({ queryKey: ['member', no, 'consent'], queryFn: () => get<PageOf<Consent>>(path(no, '/consent')) });
}

export function useSetConsent(no: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ channel, granted }: { channel: string; granted: boolean }) => send<PageOf<Consent>>('PUT', path(no, `/consent/${encodeURIComponent(channel)}`), { granted }),
    onSuccess: (consent) => queries.setQueryData(['member', no, 'consent'], consent),
  });
}

/** Asks for the erasure; what this browser holds of the member goes as well. */
export function useErase(no: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) => send<Erasure>('POST', path(no, '/erasure'), { reason }),
    onSuccess: ({ id }) => {
      expectEnd(`erasure-${id}`);
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] === 'member' && queryKey[1] === no && queryKey.length > 2 });
      queries.removeQueries({ queryKey: ['members'] });
    },
  });
}

/** The certificate, followed until every store is clean. */
export function useCertificate(id: number | undefined) {
  return useQuery({
    queryKey: ['erasure', id],
    queryFn: () => get<Erasure>(`/api/erasures/${String(id)}`),
    enabled: id !== undefined,
    refetchInterval: (query) => (query.state.data?.state === 'DONE' ? false : 800),
  });
}

/** A page of the erasures, for administrators; followed closely while one of them goes on. */
export function useErasures(before: string | undefined, enabled = true) {
  return useQuery({
    queryKey: ['erasures', before ?? ''],
    queryFn: () => get<PageOf<ErasureWork>>('/api/erasures', { before, limit: 50 }),
    refetchInterval: ({ state }) => (state.data?.items.some((it) => it.state === 'RUNNING') === true ? RUNNING : false),
    placeholderData: keepPreviousData,
    enabled,
  });
}

const VIEWS = ['member-views'] as const;

export function useViews() {
  return useQuery({ queryKey: VIEWS, queryFn: () => get<PageOf<MemberView>>('/api/members/views') });
}

export function useSaveView() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (view: { name: string; query: Record<string, string>; shared: boolean }) => send<MemberView>('POST', '/api/members/views', view),
    onSuccess: () => queries.invalidateQueries({ queryKey: VIEWS }),
  });
}

export function useForgetView() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => send<null>('DELETE', `/api/members/views/${String(id)}`),
    onSuccess: () => queries.invalidateQueries({ queryKey: VIEWS }),
  });
}
