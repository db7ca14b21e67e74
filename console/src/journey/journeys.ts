import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, send } from '../api/client';
import type { Experiment, InstanceTimeline, JourneyCounts, JourneyCourse, JourneyDetail, JourneyGraph, JourneyInstance, JourneyReading, JourneySummary, Landing, PageOf } from '../api/model';
import { inOneLanguage, useText } from '../text/language';

const LIVE = 5_000;

export function useJourneys() {
  return useQuery({ queryKey: ['journeys'], queryFn: () => get<PageOf<JourneySummary>>('/api/journeys'), refetchInterval: LIVE });
}

export function useJourney(id: number | null) {
  return useQuery({ queryKey: ['journey', id], queryFn: () => get<JourneyDetail>(`/api/journeys/${id}`), enabled: id !== null, refetchInterval: LIVE });
}

export function useCounts(id: number | null, published: boolean) {
  return useQuery({ queryKey: ['journey', id, 'counts'], queryFn: () => get<JourneyCounts>(`/api/journeys/${id}/counts`), enabled: id !== null && published, refetchInterval: LIVE });
}

export function useInstances(id: number, node: string | undefined, member: string | undefined, cursor: string | undefined) {
  return useQuery({ queryKey: ['journey', id, 'instances', node, member, cursor], queryFn: () => get<PageOf<JourneyInstance>>(`/api/journeys/${id}/instances`, { node, member, cursor }) });
}

export function useTimeline(id: number, instance: number | null) {
  return useQuery({ queryKey: ['journey', id, 'instance', instance], queryFn: () => get<InstanceTimeline>(`/api/journeys/${id}/instances/${instance}`), enabled: instance !== null });
}

/** Where those inside would go on: at the node of the same name, or the one that is named for theirs. */
export function useLandings(id: number, wanted: boolean, places: Record<string, string>) {
  return useQuery({ queryKey: ['journey', id, 'landings', places], queryFn: () => send<PageOf<Landing>>('POST', `/api/journeys/${id}/landings`, places), enabled: wanted, gcTime: 0, placeholderData: keepPreviousData });
}

/** Takes one member out. */
export function useTakeOut(id: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (instance: number) => send<InstanceTimeline>('POST', `/api/journeys/${id}/instances/${instance}/end`),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['journey', id] }),
  });
}

export const readGraph = (text: { definition: JourneyGraph } | { yaml: string }, journey: number | null) =>
  send<JourneyReading>('POST', '/api/journeys/reading', { ...text, journey });

/** What the journey would do: to an audience since a moment, to a member who comes in then. Nothing is kept or said. */
export function useDryRun() {
  return useMutation({ mutationFn: (wish: { definition: JourneyGraph; journey: number | null; audience: number; from: string }) => send<JourneyCourse>('POST', '/api/journeys/dry-run', wish) });
}

export function useMemberTest() {
  return useMutation({ mutationFn: (wish: { definition: JourneyGraph; journey: number | null; member: number; at: string }) => send<PageOf<InstanceTimeline>>('POST', '/api/journeys/test', wish) });
}

export type Wish =
  | { create: JourneyGraph }
  | { save: JourneyGraph; id: number; revision: number }
  | { publish: { revision: number; note: string; inside: string; places: Record<string, string> }; id: number }
  | { turn: 'pause' | 'resume' | 'stop'; id: number };

export function useJourneyWish() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wish: Wish) => {
      if ('create' in wish) return send<JourneyDetail>('POST', '/api/journeys', { definition: wish.create });
      if ('save' in wish) return send<JourneyDetail>('PUT', `/api/journeys/${wish.id}`, { definition: wish.save, revision: wish.revision });
      if ('publish' in wish) return send<JourneyDetail>('POST', `/api/journeys/${wish.id}/publish`, wish.publish);
      return send<JourneyDetail>('POST', `/api/journeys/${wish.id}/${wish.turn}`);
    },
    onSuccess: (detail) => {
      queries.setQueryData(['journey', detail.summary.id], detail);
      void queries.invalidateQueries({ queryKey: ['journeys'] });
      void queries.invalidateQueries({ queryKey: ['journey', detail.summary.id, 'counts'] });
    },
  });
}

export interface Choice {
  value: number;
  label: string;
}

/** What nodes can refer to. */
export function useChoices() {
  const { language } = useText();
  const say = (text: string) => inOneLanguage(text, language);
  const audiences = useQuery({ queryKey: ['audiences', 'all'], queryFn: () => get<PageOf<{ id: number; name: string }>>('/api/audiences'), staleTime: 60_000 });
  const templates = useQuery({ queryKey: ['templates', 'choices'], queryFn: () => get<PageOf<{ id: number; name: string; channel: string }>>('/api/templates'), staleTime: 60_000 });
  const tags = useQuery({ queryKey: ['tags', 'choices'], queryFn: () => get<{ groups: { name: string; tags: { id: number; name: string }[] }[] }>('/api/tags'), staleTime: 60_000 });
  const events = useQuery({ queryKey: ['events'], queryFn: () => get<PageOf<{ event: string }>>('/api/events'), staleTime: 60_000 });
  const experiments = useQuery({ queryKey: ['experiments'], queryFn: () => get<PageOf<Experiment>>('/api/experiments'), staleTime: 60_000 });
  const journeys = useJourneys();
  return {
    audiences: (audiences.data?.items ?? []).map((it) => ({ value: it.id, label: say(it.name) })),
    templates: (templates.data?.items ?? []).map((it) => ({ value: it.id, label: `${say(it.name)} · ${it.channel}` })),
    tags: (tags.data?.groups ?? []).flatMap((group) => group.tags.map((it) => ({ value: it.id, label: `${say(group.name)} · ${say(it.name)}` }))),
    events: (events.data?.items ?? []).map((it) => it.event),
    experiments: (experiments.data?.items ?? []).filter((it) => it.subject === null && it.state !== 'STOPPED' && it.design.unit === 'MEMBER').map((it) => ({ value: it.id, label: it.design.name, arms: it.design.arms.map((arm) => arm.key) })),
    journeys: (journeys.data?.items ?? []).filter((it) => it.published > 0).map((it) => ({ value: it.id, label: say(it.name) })),
  };
}

export type Choices = ReturnType<typeof useChoices>;
