import { infiniteQueryOptions, type InfiniteData, type QueryClient, type QueryKey } from '@tanstack/react-query';

/** For so long what was read counts as new; milliseconds. */
const ONE_PAGE = 10_000;
const MORE_PAGES = 300_000;

/** Whether more than the first page of a list is there: to read that again is one call after the other. */
export function isLong(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'pages' in data && Array.isArray(data.pages) && data.pages.length > 1;
}

const unlessLong = (query: { state: { data: unknown } }) => !isLong(query.state.data);

/**
 * A list that comes page by page. While only its first page is there it is kept new like any answer; once one has gone on
 * it stays as it was read, whatever window gets the focus and whatever work ends, until somebody asks for it anew
 * (`Behind`): then it begins with its first page.
 */
export function endless<P extends { next: string | null }>(queryKey: QueryKey, read: (cursor: string | undefined) => Promise<P>) {
  return infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    staleTime: (query) => (isLong(query.state.data) ? MORE_PAGES : ONE_PAGE),
    refetchOnWindowFocus: unlessLong,
    refetchOnReconnect: unlessLong,
    refetchOnMount: unlessLong,
  });
}

/** Reads a list anew from its beginning. */
export function restart(queries: QueryClient, queryKey: QueryKey): Promise<void> {
  queries.setQueryData<InfiniteData<unknown>>(queryKey, (list) => (list === undefined ? undefined : { pages: list.pages.slice(0, 1), pageParams: list.pageParams.slice(0, 1) }));
  return queries.refetchQueries({ queryKey, exact: true });
}

/** After work has ended any figure may be another: all are read again, but of a long list it is only said that it is behind. */
export function refreshAll(queries: QueryClient): void {
  void queries.invalidateQueries({ predicate: ({ queryKey, state }) => queryKey[0] !== 'session' && !isLong(state.data) });
  void queries.invalidateQueries({ predicate: ({ state }) => isLong(state.data), refetchType: 'none' });
}
