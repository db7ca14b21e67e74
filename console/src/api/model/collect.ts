import type { Work } from './common';

export interface Import extends Work {
  source: string;
  fileName: string;
  read: number;
  mapped: number;
  createdAt: string;
  accepted: number;
  duplicate: number;
  rejected: number;
}

/** What the first rows of a file become under a map. */
export interface Preview {
  columns: { name: string; type: string }[];
  read: number;
  mapped: number;
  events: PreviewEvent[];
  rejects: { line: number | null; code: string; reason: string; raw: string | null }[];
}

export interface PreviewEvent {
  event: string;
  /** Milliseconds since 1970. */
  ts: number;
  /** `kind:key`, the strongest first. */
  identifiers: string[];
  community: string | null;
  amount: number | null;
  currency: string | null;
  quantity: number | null;
  object: string | null;
  properties: Record<string, unknown> | null;
  traits: Record<string, unknown> | null;
}
