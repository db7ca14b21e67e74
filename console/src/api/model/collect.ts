import type { Dimension, Work } from './common';

export interface Import extends Work {
  source: string;
  fileName: string;
  read: number;
  mapped: number;
  createdAt: string;
  accepted: number;
  duplicate: number;
  rejected: number;
  /** Only tried: the figures say what would become of its rows. */
  trial: boolean;
  newMembers: number | null;
  merges: number | null;
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

/** One event name that was seen, standard or not. */
export interface EventSummary {
  event: string;
  standard: StandardEvent | null;
  count: number;
  firstSeen: string;
  lastSeen: string;
  /** Properties that came, went or changed their type; null where that was not looked at yet. */
  drifted: number | null;
  /** Of the last 30 days those that have any, oldest first. */
  days: { day: string; count: number }[];
}

export interface StandardEvent {
  event: string;
  zh: string;
  meaning: string;
  meaningZh: string;
  dimension: Dimension | null;
  properties: string[];
}

export interface EventDetail {
  summary: EventSummary;
  sampled: number;
  properties: EventProperty[];
}

export interface EventProperty {
  name: string;
  types: string[];
  filled: number;
  examples: string[];
  drift: Drift;
}

export type Drift = 'SAME' | 'NEW' | 'GONE' | 'CHANGED';

export interface TailEvent {
  position: number;
  receivedAt: string;
  type: string;
  event: string;
  ts: string;
  identifiers: { kind: string; key: string }[];
  community: string | null;
  amount: number | null;
  currency: string | null;
  object: string | null;
  properties: Record<string, unknown> | null;
  source: string;
}

export interface MalformedCall {
  id: number;
  receivedAt: string;
  source: string;
  code: string;
  message: string;
  body: string;
}

/** How well one source's data of the last days came in. */
export interface SourceQuality {
  source: string;
  events: number;
  late: number;
  unknown: number;
  duplicate: number;
  rejected: number;
  malformed: number;
  newest: string | null;
}

/** An import that is or was taken back. */
export interface ImportUndo {
  importId: number;
  state: 'RUNNING' | 'DONE';
  askedBy: string;
  askedAt: string;
  finishedAt: string | null;
  events: number;
  members: number;
  problem: string | null;
  phase: string | null;
  percent: number;
  secondsLeft: number | null;
  /** Files of the lake that have to be written anew; null while that is not known. */
  files: number | null;
  filesDone: number;
}
