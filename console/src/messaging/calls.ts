import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, send } from '../api/client';
import type {
  Channel, Content, ContentItem, DayTally, MessageBlock, MessageTimeline, OutboxMessage, PageOf, ReachPolicy, ReachRule, Template, TemplatePreview, Wording,
} from '../api/model';

const MESSAGES = ['messages'] as const;
const TEMPLATES = ['templates'] as const;
const CONTENTS = ['contents'] as const;
const POLICY = ['reach-policy'] as const;

export interface OutboxQuestion {
  state: string | undefined;
  channel: string | undefined;
  reason: string | undefined;
  member: string | undefined;
  template: string | undefined;
  originKind: string | undefined;
  originId: string | undefined;
  cursor: string | undefined;
}

export function useOutbox(question: OutboxQuestion) {
  return useQuery({
    queryKey: [...MESSAGES, 'list', question],
    queryFn: () => get<PageOf<OutboxMessage>>('/api/messages', { ...question, limit: 50 }),
    placeholderData: keepPreviousData,
    refetchInterval: 10_000,
  });
}

export function useTallies(days: number) {
  return useQuery({ queryKey: [...MESSAGES, 'tallies', days], queryFn: () => get<PageOf<DayTally>>('/api/messages/tallies', { days }), refetchInterval: 10_000 });
}

export function useMessage(id: string | undefined) {
  return useQuery({ queryKey: [...MESSAGES, 'one', id], queryFn: () => get<MessageTimeline>(`/api/messages/${id ?? ''}`), enabled: id !== undefined });
}

export type ResendWish = { one: number } | Omit<OutboxQuestion, 'state' | 'cursor'>;

export function useResend() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (wish: ResendWish) => {
      if ('one' in wish) {
        await send<unknown>('POST', `/api/messages/${wish.one}/resend`);
        return 1;
      }
      return (await send<{ messages: number }>('POST', `/api/messages/resend?${query(wish)}`)).messages;
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: MESSAGES }),
  });
}

export type MessageFilter = Omit<OutboxQuestion, 'cursor'>;

function query(filter: object): string {
  return new URLSearchParams(Object.entries(filter).filter((it): it is [string, string] => it[1] !== undefined)).toString();
}

/** How many messages a filter leaves; asked for anew each time it is wanted. */
export function useMessageCount(filter: MessageFilter, wanted: boolean) {
  return useQuery({ queryKey: [...MESSAGES, 'count', filter], queryFn: () => get<{ messages: number }>('/api/messages/count', { ...filter }), enabled: wanted, staleTime: 0, gcTime: 0 });
}

/** Takes back what waits. */
export function useWithdraw() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (filter: MessageFilter) => (await send<{ messages: number }>('POST', `/api/messages/withdraw?${query(filter)}`)).messages,
    onSuccess: () => queries.invalidateQueries({ queryKey: MESSAGES }),
  });
}

/** Lifts the block of a member on a channel; what is intended from then on is said. */
export function useLiftBlock() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ channel, memberNo }: { channel: string; memberNo: number }) => send<unknown>('DELETE', `/api/messages/blocks/${encodeURIComponent(channel)}/${memberNo}`),
    onSuccess: () => queries.invalidateQueries({ queryKey: MESSAGES }),
  });
}

/** On which channels a member is blocked. */
export function useBlocks(memberNo: number | undefined) {
  return useQuery({ queryKey: [...MESSAGES, 'blocks', memberNo], queryFn: () => get<PageOf<MessageBlock>>('/api/messages/blocks', { member: memberNo }), enabled: memberNo !== undefined });
}

export function useChannels() {
  return useQuery({ queryKey: [...MESSAGES, 'channels'], queryFn: () => get<PageOf<Channel>>('/api/messages/channels'), staleTime: 60_000 });
}

export function useTemplates() {
  return useQuery({ queryKey: TEMPLATES, queryFn: () => get<PageOf<Template>>('/api/templates') });
}

export function useTemplate(id: string | undefined) {
  return useQuery({ queryKey: [...TEMPLATES, id], queryFn: () => get<Template>(`/api/templates/${id ?? ''}`), enabled: id !== undefined });
}

export interface TemplateWish {
  name: string;
  channel: string;
  category: string;
  note: string;
  wording: Wording;
}

export function useSaveTemplate(id: number | undefined) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ version, ...wish }: TemplateWish & { version: number }) =>
      id === undefined ? send<Template>('POST', '/api/templates', wish) : send<Template>('PUT', `/api/templates/${id}`, { ...wish, version }),
    onSuccess: (saved) => {
      queries.setQueryData([...TEMPLATES, String(saved.id)], saved);
      return queries.invalidateQueries({ queryKey: TEMPLATES });
    },
  });
}

export function useRetireTemplate() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => send<unknown>('DELETE', `/api/templates/${id}`),
    onSuccess: () => queries.invalidateQueries({ queryKey: TEMPLATES }),
  });
}

/** What a member would read; the last picture stays until the next one is there. */
export function useTemplatePreview(wish: { channel: string; wording: Wording; memberNo: number | null; values: Record<string, string> }) {
  return useQuery({
    queryKey: [...TEMPLATES, 'preview', wish],
    queryFn: () => send<TemplatePreview>('POST', '/api/templates/preview', wish),
    enabled: wish.memberNo !== null && wish.channel !== '' && wish.wording.text.trim() !== '',
    placeholderData: keepPreviousData,
    retry: false,
  });
}

export function useContents() {
  return useQuery({ queryKey: CONTENTS, queryFn: () => get<PageOf<ContentItem>>('/api/contents') });
}

export type ContentWish = { remove: number } | { id: number | null; name: string; content: Content };

export function useContentWish() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wish: ContentWish) => {
      if ('remove' in wish) return send<unknown>('DELETE', `/api/contents/${wish.remove}`);
      const { id, ...body } = wish;
      return id === null ? send<unknown>('POST', '/api/contents', body) : send<unknown>('PUT', `/api/contents/${id}`, body);
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: CONTENTS }),
  });
}

export function usePolicy() {
  return useQuery({ queryKey: POLICY, queryFn: () => get<ReachPolicy>('/api/reach-policy') });
}

export function useSavePolicy() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wish: { version: number; rules: ReachRule[]; note: string }) => send<ReachPolicy>('PUT', '/api/reach-policy', wish),
    onSuccess: (saved) => queries.setQueryData(POLICY, saved),
  });
}
