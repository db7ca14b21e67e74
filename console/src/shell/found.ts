import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { includes } from '../access/roles';
import { useSession } from '../access/session';
import { get } from '../api/client';
import type { AllTags, Audience, Community, EventSummary, Experiment, Import, MemberPage, PageOf } from '../api/model';
import { inOneLanguage, LANGUAGES, learn, type Dictionary } from '../text/language';
import { eventInWords } from '../value/EventName';
import { useListText } from '../value/listWords';
import { allowed, PLACES, type Place } from './places';

export interface Hit {
  path: string;
  title: string;
  note: string;
}

export interface Group {
  name: string;
  hits: Hit[];
  /** What is to be said instead of hits, or beside them. */
  note?: string;
}

/** A letter or a digit begins millions of identifiers; a Chinese character begins a name. */
export function longEnough(typed: string): boolean {
  return typed.length > 1 || /[^\x20-\x7e]/.test(typed);
}

const EACH = 5;

/** What there is of that name: pages at once, the rest as the server answers. */
export function useFound(typed: string): { groups: Group[]; busy: boolean; lost: boolean } {
  const { t, format, language } = useListText();
  const spoken = useQuery({ queryKey: ['words'], queryFn: () => Promise.all(LANGUAGES.map(learn)), staleTime: Infinity }).data ?? [];
  const role = useSession().data?.role;
  const analyst = includes(role, 'ANALYST');
  const asked = typed !== '';
  const enough = longEnough(typed);
  const members = useQuery({
    queryKey: ['search', 'members', typed],
    queryFn: ({ signal }) => get<MemberPage>('/api/members', { q: typed, sort: '-value', limit: EACH }, signal),
    enabled: enough, placeholderData: keepPreviousData, staleTime: 30_000,
  });
  const communities = useQuery({
    queryKey: ['search', 'communities', typed],
    queryFn: ({ signal }) => get<PageOf<Community>>('/api/communities', { q: typed, limit: EACH }, signal),
    enabled: asked, placeholderData: keepPreviousData, staleTime: 30_000,
  });
  const events = useQuery({ queryKey: ['events'], queryFn: () => get<PageOf<EventSummary>>('/api/events'), enabled: asked && analyst, staleTime: 60_000 });
  const imports = useQuery({ queryKey: ['search', 'imports'], queryFn: () => get<PageOf<Import>>('/api/imports', { limit: 200 }), enabled: asked && analyst, staleTime: 30_000 });
  const journeys = useQuery({ queryKey: ['journeys'], queryFn: () => get<PageOf<{ id: number; name: string; inside: number }>>('/api/journeys'), enabled: asked && analyst, staleTime: 30_000 });
  const experiments = useQuery({ queryKey: ['experiments'], queryFn: () => get<PageOf<Experiment>>('/api/experiments'), enabled: asked && analyst, staleTime: 30_000 });
  const tags = useQuery({ queryKey: ['tags', 'all', false], queryFn: () => get<AllTags>('/api/tags', { archived: 'false' }), enabled: asked && analyst, staleTime: 30_000 });
  const audiences = useQuery({ queryKey: ['audiences', 'all'], queryFn: () => get<PageOf<Audience>>('/api/audiences'), enabled: asked && analyst, staleTime: 30_000 });

  const fits = (...texts: string[]) => texts.some((text) => text.toLowerCase().includes(typed.toLowerCase()));
  const groups: Group[] = [
    { name: t('search.pages'), hits: pages(role).filter((it) => fits(...inAll(it, spoken), t(it.label))).slice(0, asked ? EACH : 20).map((it) => ({ path: it.path, title: t(it.label), note: '' })) },
    ...(asked ? [
      { name: t('nav.members'), ...noteOf(enough, members.data, typed, t), hits: (enough ? members.data?.items ?? [] : []).map((it) => ({ path: `/members/${it.no}`, title: it.name ?? it.identifiers[0]?.key ?? `#${it.no}`, note: `#${it.no} · ${t('member.value')} ${format.score(it.value)}` })) },
      { name: t('nav.audiences'), hits: (audiences.data?.items ?? []).filter((it) => fits(it.name, it.note)).slice(0, EACH).map((it) => ({ path: `/audiences/${it.id}`, title: inOneLanguage(it.name, language), note: format.short(it.members) })) },
      { name: t('nav.tags'), hits: (tags.data?.groups ?? []).flatMap((group) => group.tags).filter((it) => fits(it.name)).slice(0, EACH).map((it) => ({ path: `/tags/${it.id}`, title: inOneLanguage(it.name, language), note: format.short(it.members) })) },
      { name: t('nav.journeys'), hits: (journeys.data?.items ?? []).filter((it) => fits(it.name)).slice(0, EACH).map((it) => ({ path: `/journeys/${it.id}`, title: inOneLanguage(it.name, language), note: t('search.inside', { n: format.short(it.inside) }) })) },
      { name: t('nav.experiments'), hits: (experiments.data?.items ?? []).filter((it) => fits(it.design.name)).slice(0, EACH).map((it) => ({ path: `/experiments/${it.id}`, title: it.design.name, note: '' })) },
      { name: t('nav.communities'), hits: (communities.data?.items ?? []).map((it) => ({ path: `/communities/${encodeURIComponent(it.id)}`, title: it.name, note: `${t('community.value')} ${format.score(it.value)}` })) },
      { name: t('nav.events'), hits: (events.data?.items ?? []).filter((it) => fits(it.event, eventInWords(it.event, t))).slice(0, EACH).map((it) => ({ path: `/data/events/${encodeURIComponent(it.event)}`, title: eventInWords(it.event, t), note: format.short(it.count) })) },
      { name: t('nav.imports'), hits: (imports.data?.items ?? []).filter((it) => fits(it.fileName, it.source, String(it.id))).slice(0, EACH).map((it) => ({ path: `/data/imports/${it.id}`, title: it.fileName, note: `${it.source} · ${format.time(it.createdAt)}` })) },
    ] : []),
  ];
  const all = [members, audiences, tags, journeys, experiments, communities, events, imports];
  return {
    groups: groups.filter((group) => group.hits.length > 0 || group.note !== undefined),
    busy: asked && all.some((it) => it.isFetching),
    lost: asked && all.some((it) => it.isError),
  };
}

/** What is to be known of members found, or not looked for. */
function noteOf(enough: boolean, page: MemberPage | undefined, typed: string, t: ReturnType<typeof useListText>['t']): { note?: string } {
  if (!enough) return { note: t('found.short') };
  if (page?.found === 'TOO_MANY') return { note: t('found.tooMany', { typed }) };
  return page?.found === 'EXACT_OF_MORE' ? { note: t('found.exact', { typed }) } : {};
}

function pages(role: string | undefined): Place[] {
  return allowed(PLACES, role).flatMap((place) => (place.inside === undefined ? [place] : allowed(place.inside, role)));
}

/** A page is found by its name in every language. */
function inAll({ label }: Place, spoken: Dictionary[]): string[] {
  return spoken.map((words) => words[label]);
}
