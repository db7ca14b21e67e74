import type { Dimension, Layer, Level, Stage, Work } from './common';

export interface Run extends Work {
  asOf: string;
  lateData: 'include' | 'exclude';
  modelVersion: number | null;
  members: number | null;
  communities: number | null;
}

export interface Member {
  no: number;
  name: string | null;
  identifiers: { kind: string; key: string }[];
  channel: string | null;
  value: number | null;
  consumption: number | null;
  content: number | null;
  interaction: number | null;
  social: number | null;
  rfm: Rfm | null;
  stage: Stage | null;
  layer: Layer | null;
  level: Level | null;
  topSpender: boolean;
  highValue: boolean;
  firstSeen: string | null;
  lastSeen: string | null;
  orders: number;
  spend: number;
  currency: string;
}

export interface Rfm {
  recencyDays: number | null;
  frequency: number;
  monetary: number;
  r: number | null;
  f: number | null;
  m: number | null;
}

/** One event of a member's time-line. */
export interface TimelineEvent {
  eventId: string;
  event: string;
  ts: string;
  community: string | null;
  amount: number | null;
  currency: string | null;
  object: string | null;
  properties: Record<string, unknown> | null;
  source: string | null;
}

/** Why a member has this value: the model's formula with this member's inputs, dimension by dimension, event by event. */
export interface Explanation {
  asOf: string;
  modelVersion: number;
  value: number;
  formula: string;
  changedSince: boolean;
  dimensions: ExplainedDimension[];
  stage: ClassReason | null;
  layer: ClassReason | null;
  level: ClassReason | null;
}

/** A class and the rule by which it was given, in one sentence. */
export interface ClassReason {
  is: string;
  because: string;
}

export interface ExplainedDimension {
  dimension: Dimension;
  score: number;
  weight: number;
  raw: number;
  scale: number;
  formula: string;
  events: ExplainedEvent[];
}

export interface ExplainedEvent {
  event: string;
  n: number;
  counted: number;
  dailyCap: number | null;
  amount: number | null;
  weight: number;
  weightPerAmount: number;
  halfLifeDays: number;
  raw: number;
  share: number;
  first: string | null;
  last: string | null;
}
