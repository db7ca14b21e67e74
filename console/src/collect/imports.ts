import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { get, send } from '../api/client';
import type { Import, ImportUndo, PageOf, Preview, WorkState } from '../api/model';
import { upload } from '../api/upload';
import { endless } from '../shell/endless';
import { expectEnd } from '../shell/expected';
import { isBusy, RUNNING, useImports } from '../shell/work';
import { head } from './head';

export interface Order {
  file: File;
  map: string;
  source: string;
  encoding: string;
  /** Only find out what would become of the rows. */
  trial?: boolean;
}

export const SHOWN = ['all', 'busy', 'rejected', 'failed'] as const;
export type Shown = (typeof SHOWN)[number];

/** What the server leaves out of the history for each view of it. */
const FILTERS: Record<Shown, { state?: string; rejected?: string }> = {
  all: {},
  busy: { state: 'WAITING,RUNNING' satisfies `${WorkState},${WorkState}` },
  rejected: { rejected: 'true' },
  failed: { state: 'FAILED,CANCELLED' satisfies `${WorkState},${WorkState}` },
};

export function fits(it: Import, shown: Shown): boolean {
  switch (shown) {
    case 'all': return true;
    case 'busy': return isBusy(it.state);
    case 'rejected': return it.rejected > 0;
    case 'failed': return it.state === 'FAILED' || it.state === 'CANCELLED';
  }
}

export const historyKey = (shown: Shown) => ['imports', 'history', shown] as const;

/** The history, further back with each page. */
export function useHistory(shown: Shown) {
  return useInfiniteQuery(endless(historyKey(shown), (cursor) => get<PageOf<Import>>('/api/imports', { ...FILTERS[shown], limit: 50, cursor })));
}

/** The history with its latest as they stand now: those are followed while they go on, older ones change no more. */
export function withLatest(history: Import[], latest: Import[], shown: Shown): Import[] {
  const now = new Map(latest.map((it) => [it.id, it]));
  const known = new Set(history.map((it) => it.id));
  const come = latest.filter((it) => !known.has(it.id));
  return [...come, ...history.map((it) => now.get(it.id) ?? it)].filter((it) => fits(it, shown)).sort((a, b) => b.id - a.id);
}

/** The latest imports, followed. */
export function useLatest(): Import[] {
  return useImports().data?.items ?? [];
}

export function useImport(id: string) {
  return useQuery({
    queryKey: ['imports', id],
    queryFn: () => get<Import>(`/api/imports/${encodeURIComponent(id)}`),
    refetchInterval: (query) => (isBusy(query.state.data?.state) ? RUNNING : false),
  });
}

export function usePreview() {
  return useMutation({
    mutationFn: async (order: Order) => send<Preview>('POST', '/api/imports/preview', form({ ...order, file: await head(order.file) })),
  });
}

/** Sends the file and begins; can be broken off while it is on its way, and is when the page is left. */
export function useStartImport(sent: (share: number) => void) {
  const queries = useQueryClient();
  const going = useRef<AbortController | null>(null);
  useEffect(() => () => going.current?.abort(), []);
  const start = useMutation({
    mutationFn: (order: Order) => {
      going.current = new AbortController();
      sent(0);
      return upload<Import>('/api/imports', form(order), sent, going.current.signal);
    },
    onSuccess: (it) => {
      expectEnd(`import-${it.id}`);
      return queries.invalidateQueries({ queryKey: ['imports'] });
    },
  });
  const stop = () => {
    going.current?.abort();
    start.reset();
    // It may have arrived whole just before: then it stands in the list.
    void queries.invalidateQueries({ queryKey: ['imports'] });
  };
  return { ...start, stop };
}

/** Takes for good what was tried. */
export function useTake() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => send<Import>('POST', `/api/imports/${id}/take`),
    onSuccess: (it) => {
      expectEnd(`import-${it.id}`);
      return queries.invalidateQueries({ queryKey: ['imports'] });
    },
  });
}

/** Which imports are or were taken back; followed closely while one of them is. */
export function useUndos() {
  return useQuery({
    queryKey: ['import-undos'],
    queryFn: () => get<PageOf<ImportUndo>>('/api/import-undos'),
    refetchInterval: (query) => (query.state.data?.items.some((it) => it.state === 'RUNNING') === true ? RUNNING : false),
  });
}

export function useUndo() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => send<ImportUndo>('POST', `/api/imports/${id}/undo`),
    onSuccess: (it) => {
      expectEnd(`undo-${it.importId}`);
      return queries.invalidateQueries({ queryKey: ['import-undos'] });
    },
  });
}

export function rejectsAddress(id: number): string {
  return `/api/imports/${id}/rejects`;
}

function form({ file, map, source, encoding, trial }: Order): FormData {
  const data = new FormData();
  data.set('map', map);
  data.set('source', source);
  data.set('encoding', encoding);
  if (trial === true) data.set('trial', 'true');
  data.set('file', file);
  return data;
}
