import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, send } from '../api/client';
import type { LiveCode, OnboardingFunnel, PageOf, WeComConnection } from '../api/model';

const CODES = ['live-codes'] as const;
const CONNECTION = ['wecom'] as const;

export function useConnection() {
  return useQuery({ queryKey: CONNECTION, queryFn: () => get<WeComConnection>('/api/wecom'), refetchInterval: 5_000 });
}

export function useSync() {
  const queries = useQueryClient();
  return useMutation({ mutationFn: () => send<WeComConnection>('POST', '/api/wecom/sync'), onSuccess: () => queries.invalidateQueries({ queryKey: CONNECTION }) });
}

export function useLiveCodes() {
  return useQuery({ queryKey: [...CODES, 'list'], queryFn: () => get<PageOf<LiveCode>>('/api/live-codes') });
}

export function useOnboarding(days: number) {
  return useQuery({ queryKey: [...CODES, 'onboarding', days], queryFn: () => get<OnboardingFunnel>('/api/live-codes/onboarding', { days }), refetchInterval: 30_000 });
}

export interface WantedLiveCode {
  name: string;
  channel: string;
  scene?: string;
  employees: string[];
  tags?: number[];
  templateId?: number;
}

export function useCreateLiveCode() {
  const queries = useQueryClient();
  return useMutation({ mutationFn: (wanted: WantedLiveCode) => send<LiveCode>('POST', '/api/live-codes', wanted), onSuccess: () => queries.invalidateQueries({ queryKey: CODES }) });
}

export function useArchiveLiveCode() {
  const queries = useQueryClient();
  return useMutation({ mutationFn: (id: number) => send<LiveCode>('POST', `/api/live-codes/${id}/archive`), onSuccess: () => queries.invalidateQueries({ queryKey: CODES }) });
}
