import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, send } from '../api/client';
import type { Import, PageOf, Run, Work, WorkState } from '../api/model';
import { expectEnd } from './expected';

/** How often running work is looked at, and how often it is looked whether some has begun; milliseconds. */
export const RUNNING = 1_000;
export const IDLE = 15_000;

export function isBusy(state: WorkState | undefined): boolean {
  return state === 'WAITING' || state === 'RUNNING';
}

/** The latest works of a kind; followed closely while one of them goes on. */
function useWorks<T extends Work>(kind: 'runs' | 'imports') {
  return useQuery({
    queryKey: [kind],
    queryFn: () => get<PageOf<T>>(`/api/${kind}`, { limit: 20 }),
    refetchInterval: (query) => (query.state.data?.items.some((work) => isBusy(work.state)) === true ? RUNNING : IDLE),
  });
}

export const useRuns = () => useWorks<Run>('runs');
export const useImports = () => useWorks<Import>('imports');

export function useCancel(kind: 'runs' | 'imports') {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => send<unknown>('POST', `/api/${kind}/${id}/cancel`),
    onSettled: () => queries.invalidateQueries({ queryKey: [kind] }),
  });
}

export function useScoreNow() {
  const queries = useQueryClient();
  return useMutation({
    /** As of the end of a day, with or without what arrived later; without one, of today. */
    mutationFn: (wish: { asOf: string; lateData: 'include' | 'exclude' } | undefined) => send<Run>('POST', '/api/runs', wish ?? {}),
    onSuccess: (run) => {
      expectEnd(`run-${run.id}`);
      return queries.invalidateQueries({ queryKey: ['runs'] });
    },
  });
}
