import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, send } from '../api/client';
import type { Lifetime, LifetimeExplanation, LifetimeFit, PageOf } from '../api/model';
import { expectEnd } from '../shell/expected';
import { isBusy, RUNNING } from '../shell/work';

const LIFETIME = ['lifetime'] as const;

/** Everything of the page; followed closely while a fit goes on. */
export function useLifetime() {
  return useQuery({
    queryKey: LIFETIME,
    queryFn: () => get<Lifetime>('/api/lifetime'),
    refetchInterval: (query) => (isBusy(query.state.data?.latest?.state) ? RUNNING : false),
  });
}

const MOST_FITS = 50;

/** The latest fits, whatever came of them. */
export function useFits() {
  return useQuery({ queryKey: [...LIFETIME, 'history'], queryFn: () => get<PageOf<LifetimeFit>>('/api/lifetime/fits', { limit: MOST_FITS }) });
}

export function useFit() {
  const queries = useQueryClient();
  return useMutation({ mutationFn: () => send<LifetimeFit>('POST', '/api/lifetime/fits', {}), onSuccess: ({ id }) => expectEnd(`fit-${id}`), onSettled: () => queries.invalidateQueries({ queryKey: LIFETIME }) });
}

export function useCancelFit() {
  const queries = useQueryClient();
  return useMutation({ mutationFn: (id: number) => send<LifetimeFit>('POST', `/api/lifetime/fits/${String(id)}/cancel`), onSettled: () => queries.invalidateQueries({ queryKey: LIFETIME }) });
}

export function useLifetimeOf(no: string, wanted: boolean) {
  return useQuery({ queryKey: ['member', no, 'lifetime'], queryFn: () => get<LifetimeExplanation>(`/api/members/${encodeURIComponent(no)}/lifetime`), enabled: wanted });
}
