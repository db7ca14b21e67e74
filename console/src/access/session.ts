import { queryOptions, useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { ApiProblem, get, send } from '../api/client';
import type { Brand, Session } from '../api/model';
import type { Language } from '../text/language';

export const SESSION = ['session'] as const;

const asked = queryOptions({
  queryKey: SESSION,
  queryFn: async () => {
    try {
      return await get<Session | null>('/api/session');
    } catch (problem) {
      if (problem instanceof ApiProblem && problem.status === 401) return null;
      throw problem;
    }
  },
  staleTime: 60_000,
});

/** Who is logged in; `null` for nobody. */
export function useSession() {
  return useQuery(asked);
}

/** Asks who is logged in before anything is drawn. */
export function askSession(queries: QueryClient): void {
  queries.query(asked).catch(() => undefined);
}

export function useBrand(known: boolean) {
  return useQuery({ queryKey: ['brand'], queryFn: () => get<Brand>('/api/brand'), enabled: known, staleTime: Infinity });
}

export function useLogin() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (credentials: { username: string; password: string }) => send<Session>('POST', '/api/session', credentials),
    onSuccess: (session) => queries.setQueryData(SESSION, session),
  });
}

/** Keeps the language with the account of who is logged in, for other browsers; at the door there is none. */
export function useSaveLanguage(): (locale: Language) => void {
  const queries = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: (locale: Language) => send<Session>('PATCH', '/api/session', { locale }),
    onSuccess: (session) => queries.setQueryData(SESSION, session),
  });
  return (locale) => {
    if (queries.getQueryData<Session | null>(SESSION)) mutate(locale);
  };
}

export function useLogout() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => send<null>('DELETE', '/api/session'),
    onMutate: () => queries.cancelQueries(),
    onSettled: () => {
      // The door first, so that no page behind it asks again for what is thrown away.
      queries.setQueryData(SESSION, null);
      queries.removeQueries({ predicate: (query) => query.queryKey[0] !== SESSION[0] });
    },
  });
}
