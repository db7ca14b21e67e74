import { useQuery, useQueryClient, type PlaceholderDataFunction, type QueryKey, type UseQueryResult } from '@tanstack/react-query';
import { get, letGo, type Query } from './client';

/**
 * Asks what may take long, under a word by which the server can be told to stop: when the answer is no longer wanted, and when the
 * page is closed.
 */
export async function cancellable<T>(ask: (token: string) => Promise<T>, signal?: AbortSignal): Promise<T> {
  const token = `console-${Math.random().toString(36).slice(2)}${Date.now().toString(36)}`;
  const cancel = () => letGo(`/api/questions/${token}`);
  signal?.addEventListener('abort', cancel, { once: true });
  window.addEventListener('pagehide', cancel, { once: true });
  try {
    return await ask(token);
  } finally {
    signal?.removeEventListener('abort', cancel);
    window.removeEventListener('pagehide', cancel);
  }
}

/** A question that is being answered, and the way to stop it. */
export interface Question<T> {
  asked: UseQueryResult<T>;
  stop: () => void;
}

interface Manner<T> {
  enabled?: boolean;
  staleTime?: number;
  /** What is shown until the answer is there. */
  placeholderData?: PlaceholderDataFunction<T>;
}

/** Asks something that can be stopped by hand, and is stopped when the page is left. */
export function useQuestion<T>(queryKey: QueryKey, path: string, query: Query = {}, manner: Manner<T> = {}): Question<T> {
  const client = useQueryClient();
  const { enabled = true, staleTime = 0, placeholderData } = manner;
  const asked = useQuery<T>({
    queryKey,
    queryFn: ({ signal }) => cancellable((token) => get<T>(path, { ...query, token }, signal), signal),
    enabled,
    staleTime,
    retry: false,
    ...(placeholderData === undefined ? {} : { placeholderData: placeholderData as never }),
  });
  return { asked, stop: () => void client.cancelQueries({ queryKey, exact: true }) };
}
