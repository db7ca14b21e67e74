import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { includes } from '../access/roles';
import { useSession } from '../access/session';
import { get } from '../api/client';
import type { AllTags, Audience, Community, EventSummary, Experiment, Import, Member, PageOf } from '../api/model';
import { inOneLanguage, LANGUAGES, learn, useText, type Dictionary } from '../text/language';
import { eventInWords } from '../value/EventName';
import { allowed, PLACES, type Place } from './places';

export interface Hit {
  path: string;
  title: string;
  note: string;
}

export interface Group {
  name: string;
  hits: Hit[];
}

const EACH = 5;

/** What there is of that name: pages at once, the rest as the server answers. */
export function useFound(typed: string): { groups: Group[]; busy: boolean } {
  const { t, format, language } = useText();
  const spoken = useQuery({ queryKey: ['words'], queryFn: () => Promise.all(LANGUAGES.map(learn)), staleTime: Infinity }).data ?? [];
  const role = useSession().data?.role;
  const analyst = includes(role, 'ANALYST');
  const asked = typed !== '';
  const members = useQuery({
    queryKey: ['search', 'members', typed],
    queryFn: () => get<PageOf<Member>>('/api/members', { q: typed, sort: '-value', limit: EACH }),
    enabled: asked, placeholderData: keepPreviousData, staleTime: 30_000,
  });
  const communities = useQuery({
    queryKey: ['search', 'communities', typed],
    queryFn: () => get<PageOf<Community>>('/api/communities', { q: typed, limit: EACH }),
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
      { name: t('nav.members'), hits: (members.data?.items ?? []).map((it) => ({ path: `/members/${it.no}`, title: it.name ?? it.identifiers[0]?.key ?? `#${it.no}`, note: `#${it.no} · ${t('member.value')} ${format.score(it.value)}` })) },
      { name: t('nav.audiences'), hits: (audiences.data?.items ?? []).filter((it) => fits(it.name, it.note)).slice(0, EACH).map((it) => ({ path: `/audiences/${it.id}`, title: inOneLanguage(it.name, language), note: format.short(it.members) })) },
      { name: t('nav.tags'), hits: (tags.data?.groups ?? []).flatMap((group) => group.tags).filter((it) => fits(it.name)).slice(0, EACH).map((it) => ({ path: `/tags/${it.id}`, title: inOneLanguage(it.name, language), note: format.short(it.members) })) },
      { name: t('nav.journeys'), hits: (journeys.data?.items ?? []).filter((it) => fits(it.name)).slice(0, EACH).map((it) => ({ path: `/journeys/${it.id}`, title: inOneLanguage(it.name, language), note: t('search.inside', { n: format.short(it.inside) }) })) },
      { name: t('nav.experiments'), hits: (experiments.data?.items ?? []).filter((it) => fits(it.design.name)).slice(0, EACH).map((it) => ({ path: `/experiments/${it.id}`, title: it.design.name, note: '' })) },
      { name: t('nav.communities'), hits: (communities.data?.items ?? []).map((it) => ({ path: `/communities/${encodeURIComponent(it.id)}`, title: it.name, note: `${t('community.value')} ${format.score(it.value)}` })) },
      { name: t('nav.events'), hits: (events.data?.items ?? []).filter((it) => fits(it.event, eventInWords(it.event, t))).slice(0, EACH).map((it) => ({ path: `/data/events/${encodeURIComponent(it.event)}`, title: eventInWords(it.event, t), note: format.short(it.count) })) },
      { name: t('nav.imports'), hits: (imports.data?.items ?? []).filter((it) => fits(it.fileName, it.source, String(it.id))).slice(0, EACH).map((it) => ({ path: `/data/imports/${it.id}`, title: it.fileName, note: `${it.source} · ${format.time(it.createdAt)}` })) },
    ] : []),
  ];
  return { groups: groups.filter((group) => group.hits.length > 0), busy: asked && [members, audiences, tags, journeys, experiments, communities, events, imports].some((it) => it.isFetching) };
}

function pages(role: string | undefined): Place[] {
  return allowed(PLACES, role).flatMap((place) => (place.inside === undefined ? [place] : allowed(place.inside, role)));
}

/** A page is found by its name in every language. */
function inAll({ label }: Place, spoken: Dictionary[]): string[] {
  return spoken.map((words) => words[label]);
}
