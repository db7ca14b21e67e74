import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { SESSION } from '../access/session';
import { get, send } from '../api/client';
import type {
  AuditEntry, Brand, Calibration, CreatedKey, IdentifierKind, IdentifierRules, Key, ModelPreview, PageOf, RoleName, SavedVersion, User, ValueModel, ValueModelVersion,
} from '../api/model';

const MODEL = ['value-model'] as const;

export function useValueModel() {
  return useQuery({ queryKey: MODEL, queryFn: () => get<ValueModelVersion>('/api/value-model') });
}

export function useVersions() {
  return useQuery({ queryKey: [...MODEL, 'versions'], queryFn: () => get<PageOf<SavedVersion>>('/api/value-model/versions') });
}

export function useReadVersion() {
  return useMutation({ mutationFn: (version: number) => get<ValueModelVersion>(`/api/value-model/versions/${version}`) });
}

/** How the brand would stand under this model; the picture of the last edit stays until the next one is there. */
export function useModelPreview(model: ValueModel, members: number[], wanted: boolean) {
  return useQuery({
    queryKey: [...MODEL, 'preview', model, members],
    queryFn: () => send<ModelPreview>('POST', '/api/value-model/preview', { model, members }),
    enabled: wanted,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false,
  });
}

export function useCalibration() {
  return useMutation({ mutationFn: (wish: { model: ValueModel; share: number; score: number }) => send<Calibration>('POST', '/api/value-model/calibrate', wish) });
}

export function useSaveModel() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wish: { model: ValueModel; note: string }) => send<ValueModelVersion>('PUT', '/api/value-model', wish),
    onSuccess: (saved) => {
      queries.setQueryData(MODEL, saved);
      return queries.invalidateQueries({ queryKey: [...MODEL, 'versions'] });
    },
  });
}

export function useUsers() {
  return useQuery({ queryKey: ['users'], queryFn: () => get<PageOf<User>>('/api/users') });
}

export interface NewUser {
  username: string;
  password: string;
  role: RoleName;
  locale: string;
  wecomEmployee?: string | null;
}

export type UserWish =
  | { add: NewUser }
  | { change: number; to: { role?: RoleName; locale?: string; password?: string; wecomEmployee?: string } }
  | { remove: number };

export function useUserWish() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wish: UserWish) => {
      if ('add' in wish) return send<unknown>('POST', '/api/users', wish.add);
      if ('change' in wish) return send<unknown>('PATCH', `/api/users/${wish.change}`, wish.to);
      return send<unknown>('DELETE', `/api/users/${wish.remove}`);
    },
    // One's own language may be among it.
    onSuccess: () => Promise.all([queries.invalidateQueries({ queryKey: ['users'] }), queries.invalidateQueries({ queryKey: SESSION })]),
  });
}

export function useKeys() {
  return useQuery({ queryKey: ['keys'], queryFn: () => get<PageOf<Key>>('/api/keys') });
}

export interface NewKey {
  kind: 'API' | 'WRITE';
  name: string;
  role?: RoleName;
  source?: string;
}

export function useCreateKey() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wish: NewKey) => send<CreatedKey>('POST', '/api/keys', wish),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['keys'] }),
  });
}

export function useRevokeKey() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => send<unknown>('DELETE', `/api/keys/${id}`),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['keys'] }),
  });
}

export interface AuditQuestion {
  actor: string | undefined;
  action: string | undefined;
  subject: string | undefined;
  from: string | undefined;
  to: string | undefined;
  cursor: string | undefined;
}

export function useAudit(question: AuditQuestion) {
  return useQuery({
    queryKey: ['audit', question],
    queryFn: () => get<PageOf<AuditEntry>>('/api/audit', { ...question, limit: 50 }),
    placeholderData: keepPreviousData,
  });
}

export interface BrandChange {
  name?: string;
  locale?: string;
}

export function useChangeBrand() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: BrandChange) => send<Brand>('PATCH', '/api/brand', change),
    onSuccess: (brand) => queries.setQueryData(['brand'], brand),
  });
}

const RULES = ['identifier-rules'] as const;

export function useIdentifierRules() {
  return useQuery({ queryKey: RULES, queryFn: () => get<IdentifierRules>('/api/identifier-rules') });
}

export type RuleWish = { limit: IdentifierKind } | { block: string } | { allow: string };

export function useRuleWish() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wish: RuleWish) => {
      if ('limit' in wish) {
        const { kind, ...limits } = wish.limit;
        return send<IdentifierRules>('PUT', `/api/identifier-rules/kinds/${encodeURIComponent(kind)}`, limits);
      }
      if ('block' in wish) return send<IdentifierRules>('POST', '/api/identifier-rules/blocked', { value: wish.block });
      return send<IdentifierRules>('DELETE', `/api/identifier-rules/blocked?value=${encodeURIComponent(wish.allow)}`);
    },
    onSuccess: (rules) => queries.setQueryData(RULES, rules),
  });
}
