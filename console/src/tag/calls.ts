import { keepPreviousData, useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { address, get, send } from '../api/client';
import { useQuestion } from '../api/question';
import type {
  AllTags, GroupOfTags, MemberTag, PageOf, Tag, TagColour, TagDetail, TagEffect, TagFileResult, TagGovernance, TaggedMember, TagMovement, TagRule, TagTrials,
} from '../api/model';

const TAGS = ['tags'] as const;

export function useTags(archived = true) {
  return useQuery({ queryKey: [...TAGS, 'all', archived], queryFn: () => get<AllTags>('/api/tags', { archived: String(archived) }) });
}

export function useTag(id: string) {
  return useQuery({ queryKey: [...TAGS, 'one', id], queryFn: () => get<TagDetail>(`/api/tags/${id}`) });
}

export function useTagged(id: string, by: string | undefined, cursor: string | undefined) {
  return useQuery({ queryKey: [...TAGS, 'members', id, by, cursor], queryFn: () => get<PageOf<TaggedMember>>(`/api/tags/${id}/members`, { by, cursor, limit: 20 }), placeholderData: keepPreviousData });
}

export function useMovements(id: string) {
  return useQuery({ queryKey: [...TAGS, 'changes', id], queryFn: () => get<PageOf<TagMovement>>(`/api/tags/${id}/changes`, { limit: 20 }) });
}

export function useTagRules() {
  return useQuery({ queryKey: [...TAGS, 'rules'], queryFn: () => get<PageOf<TagRule>>('/api/tags/rules') });
}

export function useGovernance() {
  return useQuestion<TagGovernance>([...TAGS, 'governance'], '/api/tags/governance');
}

export interface TrialQuestion {
  event: string;
  days: number;
  atLeast: number;
  amount: number;
  splitDay: string | undefined;
}

export function useTrials(question: TrialQuestion) {
  return useQuestion<TagTrials>([...TAGS, 'trials', question], '/api/tags/trials', { ...question }, { placeholderData: keepPreviousData });
}

export function useMemberTags(no: string) {
  return useQuery({ queryKey: ['member', no, 'tags'], queryFn: () => get<PageOf<MemberTag>>(`/api/members/${no}/tags`) });
}

/** What the lists of other modules need to be chosen from. */
export function useAudienceNames(wanted: boolean) {
  return useQuery({ queryKey: ['audiences', 'all'], queryFn: () => get<PageOf<{ id: number; name: string; members: number | null }>>('/api/audiences'), enabled: wanted, staleTime: 30_000 });
}

export interface WantedTag {
  group: number;
  name: string;
  colour: TagColour;
  note: string;
  archived?: boolean;
}

export type TagWish =
  | { addGroup: { name: string; note: string } }
  | { changeGroup: Pick<GroupOfTags, 'id' | 'name' | 'note'> }
  | { removeGroup: number }
  | { add: WantedTag }
  | { change: number; to: WantedTag }
  | { remove: number }
  | { rule: { tag: number; audience: number } }
  | { endRule: number; keep: boolean }
  | { untag: number; members: number[] }
  | { give: number; member: string; expiresAt?: string | undefined }
  | { take: number; member: string };

/** Reads all anew that shows tags: theirs, and those of members. */
function readAnew(queries: QueryClient) {
  return queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === TAGS[0] || queryKey[2] === 'tags' });
}

/** Whatever changes tags; all that shows them is read anew. */
export function useTagWish() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wish: TagWish): Promise<unknown> => {
      if ('addGroup' in wish) return send('POST', '/api/tags/groups', wish.addGroup);
      if ('changeGroup' in wish) return send('PUT', `/api/tags/groups/${wish.changeGroup.id}`, wish.changeGroup);
      if ('removeGroup' in wish) return send('DELETE', `/api/tags/groups/${wish.removeGroup}`);
      if ('add' in wish) return send<Tag>('POST', '/api/tags', wish.add);
      if ('change' in wish) return send<Tag>('PUT', `/api/tags/${wish.change}`, wish.to);
      if ('remove' in wish) return send('DELETE', `/api/tags/${wish.remove}`);
      if ('rule' in wish) return send('POST', '/api/tags/rules', wish.rule);
      if ('endRule' in wish) return send('DELETE', `/api/tags/rules/${wish.endRule}?keep=${wish.keep}`);
      if ('untag' in wish) return send('POST', `/api/tags/${wish.untag}/untag`, { members: wish.members });
      if ('give' in wish) return send('PUT', address(`/api/members/${wish.member}/tags/${wish.give}`, { expiresAt: wish.expiresAt }));
      return send('DELETE', `/api/members/${wish.member}/tags/${wish.take}`);
    },
    onSuccess: (_, wish) => {
      if ('remove' in wish) queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] === TAGS[0] && queryKey[2] === wish.remove });
      return readAnew(queries);
    },
  });
}

export type BulkWish =
  | { tag: number; way: 'audience'; off: boolean; audience: number; expiresAt: string | undefined }
  | { tag: number; way: 'numbers'; off: boolean; members: number[]; expiresAt: string | undefined }
  | { tag: number; way: 'list'; name: string; kind: string; text: string | Blob; expiresAt: string | undefined }
  | { way: 'file'; name: string; text: string | Blob; expiresAt: string | undefined };

/** What a bulk change did, however it was asked for. */
export interface BulkDone {
  effect: TagEffect | null;
  file: TagFileResult | null;
}

export function useBulk() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (wish: BulkWish): Promise<BulkDone> => {
      switch (wish.way) {
        case 'audience':
          return { effect: await send<TagEffect>('POST', `/api/tags/${wish.tag}/${wish.off ? 'untag' : 'tag'}/audience`, { audience: wish.audience, expiresAt: wish.expiresAt }), file: null };
        case 'numbers':
          return { effect: await send<TagEffect>('POST', `/api/tags/${wish.tag}/${wish.off ? 'untag' : 'tag'}`, { members: wish.members, expiresAt: wish.expiresAt }), file: null };
        case 'list':
          return { effect: null, file: await send<TagFileResult>('POST', address(`/api/tags/${wish.tag}/tag/list`, { name: wish.name, kind: wish.kind, expiresAt: wish.expiresAt }), wish.text) };
        case 'file':
          return { effect: null, file: await send<TagFileResult>('POST', address('/api/tags/import', { name: wish.name, expiresAt: wish.expiresAt }), wish.text) };
      }
    },
    onSuccess: () => readAnew(queries),
  });
}
