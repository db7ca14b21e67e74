import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, send } from '../api/client';
import type { JourneySummary, LiveCode, OnboardingFunnel, PageOf, SilentNewcomer, TagsInWeCom, WeComConnection } from '../api/model';
import { expectEnd } from '../shell/expected';

const CODES = ['live-codes'] as const;
const CONNECTION = ['wecom'] as const;

export function useConnection() {
  return useQuery({ queryKey: CONNECTION, queryFn: () => get<WeComConnection>('/api/wecom'), refetchInterval: 5_000 });
}

export function useSync() {
  const queries = useQueryClient();
  return useMutation({ mutationFn: () => send<WeComConnection>('POST', '/api/wecom/sync'), onSuccess: ({ sync }) => {
    if (sync !== null) expectEnd(`sync-${sync.id}`);
    return queries.invalidateQueries({ queryKey: CONNECTION });
  } });
}

/** Which groups of tags WeCom has as well, and what it refused. */
export function useTagsInWeCom(wanted = true) {
  return useQuery({ queryKey: [...CONNECTION, 'tags'], queryFn: () => get<TagsInWeCom>('/api/wecom/tags'), enabled: wanted, refetchInterval: 15_000 });
}

export function useShareTags() {
  const queries = useQueryClient();
  return useMutation({ mutationFn: ({ group, inWeCom }: { group: number; inWeCom: boolean }) => send<TagsInWeCom>('PUT', `/api/wecom/tags/groups/${group}`, { inWeCom }), onSuccess: (now) => queries.setQueryData([...CONNECTION, 'tags'], now) });
}

export function useRetryTags() {
  const queries = useQueryClient();
  return useMutation({ mutationFn: () => send<TagsInWeCom>('POST', '/api/wecom/tags/retry'), onSuccess: () => queries.invalidateQueries({ queryKey: CONNECTION }) });
}

export function useLiveCodes() {
  return useQuery({ queryKey: [...CODES, 'list'], queryFn: () => get<PageOf<LiveCode>>('/api/live-codes') });
}

export function useOnboarding(days: number) {
  return useQuery({ queryKey: [...CODES, 'onboarding', days], queryFn: () => get<OnboardingFunnel>('/api/live-codes/onboarding', { days }), refetchInterval: 30_000 });
}

/** Whose silence is asked for: all, or those by a path or a live code. */
export interface SilentOf {
  path?: string;
  liveCode?: number;
}

export function useSilent(days: number, of: SilentOf, cursor: string | undefined) {
  return useQuery({ queryKey: [...CODES, 'silent', days, of, cursor], queryFn: () => get<PageOf<SilentNewcomer>>('/api/live-codes/onboarding/silent', { days, ...of, cursor, limit: 20 }), placeholderData: keepPreviousData });
}

export interface WantedLiveCode {
  name: string;
  channel: string;
  scene?: string;
  employees: string[];
  tags?: number[];
  templateId?: number | null;
  journeyId?: number | null;
}

/** Makes a live code, or changes the one of that number. */
export function useSaveLiveCode(id: number | null) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: (wanted: WantedLiveCode) => (id === null ? send<LiveCode>('POST', '/api/live-codes', wanted) : send<LiveCode>('PUT', `/api/live-codes/${id}`, wanted)), onSuccess: () => queries.invalidateQueries({ queryKey: CODES }) });
}

export function useArchiveLiveCode() {
  const queries = useQueryClient();
  return useMutation({ mutationFn: (id: number) => send<LiveCode>('POST', `/api/live-codes/${id}/archive`), onSuccess: () => queries.invalidateQueries({ queryKey: CODES }) });
}

/** Journeys that newcomers can enter, and the names of all. */
export function useJourneyNames() {
  return useQuery({ queryKey: ['journeys'], queryFn: () => get<PageOf<JourneySummary>>('/api/journeys'), staleTime: 60_000 });
}
