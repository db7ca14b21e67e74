import { useQuery } from '@tanstack/react-query';
import { get } from '../api/client';
import type { PageOf } from '../api/model';
import { useSettingsText } from './words';
import { eventInWords } from '../value/EventName';

/** The names of all events that were ever seen, the most frequent first. */
export function useSeenEvents(): string[] {
  const seen = useQuery({ queryKey: ['events'], queryFn: () => get<PageOf<{ event: string }>>('/api/events'), staleTime: 60_000 });
  return seen.data?.items.map((it) => it.event) ?? [];
}

/** Choices for a list of events: those that were seen and those already chosen. */
export function useEventChoices(chosen: string[]) {
  const { t } = useSettingsText();
  const names = [...new Set([...chosen, ...useSeenEvents()])];
  return names.map((value) => ({ value, label: eventInWords(value, t) }));
}
