import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { get } from '../api/client';
import type { EventDetail, EventSummary, Freshness, MalformedCall, PageOf, SourceQuality, TailEvent } from '../api/model';
import { endless } from '../shell/endless';

/** How often the live tail asks for more; milliseconds. */
export const PULSE = 2_000;

export function useCatalogue() {
  return useQuery({
    queryKey: ['events'], queryFn: () => get<PageOf<EventSummary>>('/api/events'), staleTime: 60_000,
    // The server looks at new names behind its answer.
    refetchInterval: ({ state }) => (state.data?.items.some((it) => it.drifted === null) === true ? 3_000 : false),
  });
}

export function useEventDetail(name: string) {
  return useQuery({ queryKey: ['events', name], queryFn: () => get<EventDetail>(`/api/events/${encodeURIComponent(name)}`) });
}

export function readTail(after: string | undefined): Promise<PageOf<TailEvent>> {
  return get<PageOf<TailEvent>>('/api/events/tail', { after, limit: 200 });
}

export const MALFORMED = ['malformed'] as const;

export function useMalformed(wanted: boolean) {
  return useInfiniteQuery({ ...endless(MALFORMED, (cursor) => get<PageOf<MalformedCall>>('/api/events/malformed', { limit: 20, cursor })), enabled: wanted });
}

export function useQuality(days: number) {
  return useQuery({ queryKey: ['data-quality', days], queryFn: () => get<PageOf<SourceQuality>>('/api/data-quality', { days }), placeholderData: keepPreviousData });
}

export function useFreshness() {
  return useQuery({ queryKey: ['freshness'], queryFn: () => get<Freshness[]>('/api/freshness'), refetchInterval: 5_000 });
}
