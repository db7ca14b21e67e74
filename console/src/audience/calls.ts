import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, send, sendForFile } from '../api/client';
import { cancellable, useQuestion } from '../api/question';
import type {
  AllTags, Audience, AudienceDay, AudienceDiff, AudienceMember, AudienceOverlap, AudienceOwner, AudiencePoint, AudiencePreview, AudienceProfile, AudienceReason, AudienceSize, AudienceTrend,
  AudienceVersion, AudienceVocabulary, Community, EventDetail, EventSummary, PageOf, UploadedList,
} from '../api/model';
import type { Expression } from './expression';

const AUDIENCES = ['audiences'] as const;
export const PREVIEWS = ['audience-preview'] as const;

export function useAudiences() {
  return useQuery({ queryKey: [...AUDIENCES, 'all'], queryFn: () => get<PageOf<Audience>>('/api/audiences'), refetchInterval: 30_000 });
}

export function useAudience(id: number | undefined) {
  return useQuery({ queryKey: [...AUDIENCES, id], queryFn: () => get<Audience>(`/api/audiences/${id ?? 0}`), enabled: id !== undefined });
}

export function useTrends() {
  return useQuery({ queryKey: [...AUDIENCES, 'trends'], queryFn: () => get<PageOf<AudienceTrend>>('/api/audiences/trends', { days: 30 }), staleTime: 60_000 });
}

export function useVocabulary() {
  return useQuery({ queryKey: [...AUDIENCES, 'vocabulary'], queryFn: () => get<AudienceVocabulary>('/api/audiences/vocabulary'), staleTime: 300_000 });
}

export function useLists() {
  return useQuery({ queryKey: [...AUDIENCES, 'lists'], queryFn: () => get<PageOf<UploadedList>>('/api/audiences/lists'), staleTime: 60_000 });
}

/** All tags by group, archived ones too: a condition may ask for one. */
export function useTags() {
  return useQuery({ queryKey: ['tags', 'archived'], queryFn: () => get<AllTags>('/api/tags', { archived: 'true' }), staleTime: 60_000 });
}

export function useEvents() {
  return useQuery({ queryKey: ['events'], queryFn: () => get<PageOf<EventSummary>>('/api/events'), staleTime: 60_000 });
}

export function useEventProperties(name: string | undefined) {
  return useQuery({
    queryKey: ['events', name],
    queryFn: () => get<EventDetail>(`/api/events/${encodeURIComponent(name ?? '')}`),
    enabled: name !== undefined && name !== '',
    staleTime: 300_000,
  });
}

export function useCommunityNames(q: string) {
  return useQuery({
    queryKey: ['communities', 'names', q],
    queryFn: () => get<PageOf<Community>>('/api/communities', { q, limit: 50 }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

export function useMembersIn(id: number, cursor: string | undefined) {
  return useQuery({ queryKey: [...AUDIENCES, id, 'members', cursor], queryFn: () => get<PageOf<AudienceMember>>(`/api/audiences/${id}/members`, { limit: 50, cursor }), placeholderData: keepPreviousData });
}

/** The members as a file to reach them elsewhere, with how many are not in it; from then on they count in the audience's holdout. */
export function useHandOver(id: number) {
  return useMutation({
    mutationFn: async () => {
      const { file, headers } = await sendForFile(`/api/audiences/${id}/export`, 'text/csv');
      const many = (header: string) => Number(headers.get(header) ?? 0);
      return { file, keptBack: many('X-Guanxi-Kept-Back'), heldOut: many('X-Guanxi-Held-Out') };
    },
  });
}

export function useTrend(id: number) {
  return useQuery({ queryKey: [...AUDIENCES, id, 'trend'], queryFn: () => get<PageOf<AudiencePoint>>(`/api/audiences/${id}/trend`, { days: 90 }) });
}

export function useDaily(id: number) {
  return useQuery({ queryKey: [...AUDIENCES, id, 'daily'], queryFn: () => get<PageOf<AudienceDay>>(`/api/audiences/${id}/daily`, { days: 90 }) });
}

/** Who came and went between the ends of two days, or since the end of one: how many, and some of them. */
export function useDiff(id: number, from: string, to: string | undefined) {
  return useQuery({ queryKey: [...AUDIENCES, id, 'diff', from, to], queryFn: () => get<AudienceDiff>(`/api/audiences/${id}/diff`, { from, to, sample: 50 }), placeholderData: keepPreviousData });
}

export function useVersions(id: number) {
  return useQuery({ queryKey: [...AUDIENCES, id, 'versions'], queryFn: () => get<PageOf<AudienceVersion>>(`/api/audiences/${id}/versions`) });
}

export function useProfile(id: number) {
  return useQuestion<AudienceProfile>([...AUDIENCES, id, 'profile'], `/api/audiences/${id}/profile`, {}, { staleTime: 60_000 });
}

export function useReason(id: number, no: number | undefined) {
  return useQuestion<AudienceReason>([...AUDIENCES, id, 'why', no], `/api/audiences/${id}/explain/${no ?? 0}`, {}, { enabled: no !== undefined });
}

export function useOverlap(ids: number[]) {
  return useQuestion<AudienceOverlap>([...AUDIENCES, 'overlap', ids], '/api/audiences/overlap', { ids: ids.join(',') }, { enabled: ids.length > 1, placeholderData: keepPreviousData });
}

/** Those who can own an audience. */
export function useOwners(wanted: boolean) {
  return useQuery({ queryKey: [...AUDIENCES, 'owners'], queryFn: () => get<PageOf<AudienceOwner>>('/api/audiences/owners'), enabled: wanted, staleTime: 60_000 });
}

export function useGive(id: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (owner: string) => send<Audience>('PUT', `/api/audiences/${id}/owner`, { owner }),
    onSuccess: (given) => {
      queries.setQueryData([...AUDIENCES, id], given);
      return queries.invalidateQueries({ queryKey: [...AUDIENCES, 'all'] });
    },
  });
}

export function useAudiencesOf(no: string) {
  return useQuery({ queryKey: ['member', no, 'audiences'], queryFn: () => get<PageOf<AudienceSize>>(`/api/members/${no}/audiences`) });
}

/**
 * Asks what an expression finds. A question that is no longer wanted is cancelled at the server, so that typing does not
 * leave a queue of old questions there.
 */
export function usePreview(expression: Expression | undefined, audience: number | undefined, sample = 5) {
  return useQuery({
    queryKey: [...PREVIEWS, expression, audience, sample],
    queryFn: ({ signal }) => ask(expression, audience, sample, signal),
    enabled: expression !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 10_000,
    gcTime: 60_000,
  });
}

export async function ask(expression: unknown, audience: number | undefined, sample: number, signal?: AbortSignal): Promise<AudiencePreview> {
  return cancellable((token) => send<AudiencePreview>('POST', '/api/audiences/preview', { expression, sample, token, ...(audience === undefined ? {} : { audience }) }, signal), signal);
}

export interface Wanted {
  name: string;
  note: string;
  folder: string;
  expression: Expression;
  version?: number;
  why?: string;
}

export function useSave(id: number | undefined) {
  const queries = useQueryClient();
  return useMutation({
    meta: { told: true },
    mutationFn: (wanted: Wanted) => (id === undefined ? send<Audience>('POST', '/api/audiences', wanted) : send<Audience>('PUT', `/api/audiences/${id}`, wanted)),
    onSuccess: (saved) => {
      queries.setQueryData([...AUDIENCES, saved.id], saved);
      // Not waited for: who saved goes on at once.
      void queries.invalidateQueries({ queryKey: AUDIENCES });
    },
  });
}

export function useDelete() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => send<null>('DELETE', `/api/audiences/${id}`),
    onSuccess: () => queries.invalidateQueries({ queryKey: [...AUDIENCES, 'all'] }),
  });
}

/** Takes a list, from words or as the file is; an upload that is no longer wanted ends at the server. */
export function useUpload() {
  const queries = useQueryClient();
  return useMutation({
    meta: { told: true },
    mutationFn: ({ name, kind, text, signal }: { name: string; kind: string; text: string | Blob; signal: AbortSignal }) =>
      cancellable((token) => send<UploadedList>('POST', `/api/audiences/lists?${new URLSearchParams({ name, kind, token }).toString()}`, text, signal), signal),
    onSuccess: () => queries.invalidateQueries({ queryKey: [...AUDIENCES, 'lists'] }),
  });
}
