import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, send, upload } from '../api/client';
import type { Import, ImportUndo, PageOf, Preview } from '../api/model';
import { isBusy, RUNNING } from '../shell/work';
import { head } from './head';

export interface Order {
  file: File;
  map: string;
  source: string;
  encoding: string;
  /** Only find out what would become of the rows. */
  trial?: boolean;
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

export function useStartImport(sent: (share: number) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (order: Order) => upload<Import>('/api/imports', form(order), sent),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['imports'] }),
  });
}

/** Takes for good what was tried. */
export function useTake() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => send<Import>('POST', `/api/imports/${id}/take`),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['imports'] }),
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
    onSuccess: () => queries.invalidateQueries({ queryKey: ['import-undos'] }),
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
