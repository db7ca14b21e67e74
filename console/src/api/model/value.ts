import type { Dimension, Layer, Level, PlainWorkState, Stage, Work } from './common';
import type { MemberLifetime } from './lifetime';

export interface Run extends Work {
  state: PlainWorkState;
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
  joined: string | null;
  scored: boolean;
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
  lifetime: MemberLifetime | null;
}

/** A page of the list of members. */
export interface MemberPage {
  items: Member[];
  next: string | null;
  /** The day of the run by which they are judged. */
  asOf: string | null;
  /** How those of `q` were found; null without it. */
  found: 'EXACT' | 'EXACT_OF_MORE' | 'BEGINNING' | 'TOO_MANY' | null;
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
  rfm: ExplainedRfm | null;
  stage: ClassReason | null;
  layer: ClassReason | null;
  level: ClassReason | null;
  topSpender: ClassReason | null;
}

/** A class and the rule by which it was given: its code, the figures in it, and the server's own sentence. */
export interface ClassReason {
  is: string;
  code: string;
  because: string;
  facts: Record<string, unknown>;
}

export interface ExplainedRfm {
  recency: ExplainedMeasure;
  frequency: ExplainedMeasure;
  monetary: ExplainedMeasure;
}

/** A figure, its score of 1 to 5 and the four bounds between the scores. */
export interface ExplainedMeasure {
  figure: number;
  score: number;
  bounds: number[];
}

export interface ExplainedDimension {
  dimension: Dimension;
  score: number;
  weight: number;
  raw: number;
  scale: number;
  formula: string;
  events: ExplainedEvent[];
  days: { day: string; raw: number }[];
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

/** What one single event gave: (points + moneyPoints) · factor = raw. The cap and the half-life go by its day. */
export interface ScoredEvent {
  eventId: string;
  ts: string;
  day: string;
  amount: number | null;
  object: string | null;
  community: string | null;
  source: string;
  place: number;
  counted: boolean;
  points: number;
  moneyPoints: number;
  daysAgo: number;
  factor: number;
  raw: number;
  ofDay: { n: number; counted: number; raw: number };
}

/** What a member was worth week by week, and every change of stage and layer. */
export interface MemberHistory {
  no: number;
  asOf: string;
  modelVersion: number;
  points: HistoryPoint[];
  changes: StandingChange[];
}

export interface HistoryPoint extends Record<Dimension, number> {
  day: string;
  value: number;
  stage: Stage;
  layer: Layer;
}

export interface StandingChange {
  day: string;
  kind: 'STAGE' | 'LAYER';
  from: string | null;
  to: string;
}

/** Whom a member is compared with. */
export interface Peers {
  no: number;
  median: Median | null;
  cells: RfmCell[];
}

export interface Median extends Record<Dimension, number> {
  stage: Stage;
  members: number;
  value: number;
}

export interface RfmCell {
  r: number;
  f: number;
  m: number;
  members: number;
  monetary: number;
}

export interface Movers {
  asOf: string | null;
  since: string | null;
  up: Mover[];
  down: Mover[];
}

export interface Mover {
  member: Member;
  before: number;
  change: number;
  dimensions: Record<string, number>;
  reasons: MoverReason[];
}

export interface MoverReason {
  event: string;
  dimension: Dimension;
  n: number;
  amount: number | null;
  effect: number;
}

/** A saved list of members. */
export interface MemberView {
  id: number;
  name: string;
  query: Record<string, string>;
  shared: boolean;
  owner: string;
  mine: boolean;
}

export interface Known {
  no: number;
  identifiers: HeldIdentifier[];
  merges: Merge[];
}

export interface HeldIdentifier {
  kind: string;
  key: string;
  linkedAt: string;
  source: string;
  eventId: string;
}

export interface Merge {
  memberNo: number;
  intoNo: number;
  mergedAt: string;
  eventId: string;
  kind: string;
  key: string;
  otherKind: string;
  otherKey: string;
}

export interface Consent {
  channel: string;
  granted: boolean;
  since: string;
  source: string;
}

/** The certificate of an erasure. */
export interface Erasure {
  id: number;
  memberNo: number;
  state: 'RUNNING' | 'DONE';
  reason: string;
  askedBy: string;
  startedAt: string;
  finishedAt: string | null;
  problem: string | null;
  salt: string;
  proofs: string[];
  parts: ErasedPart[];
}

/** One erasure in the list, with how far it is. */
export interface ErasureWork extends Omit<Erasure, 'salt' | 'proofs' | 'parts'> {
  rows: number;
  phase: string | null;
  stores: number | null;
  storesDone: number;
  percent: number;
  secondsLeft: number | null;
}

/** What one store removed; a certificate of before does not name the store. */
export interface ErasedPart {
  store: string | null;
  what: string;
  rows: number;
}

export interface CohortMonth {
  month: string;
  monthsSince: number;
  members: number;
  active: number;
  buyers: number;
  retention: number;
}

export interface Repurchase {
  channel: string | null;
  members: number;
  buyers: number;
  repeatBuyers: number;
  rate: number | null;
  firstOrderDays: number | null;
  intervals: number | null;
  intervalDays: number | null;
  meanIntervalDays: number | null;
}

export interface OrderGap {
  kind: string;
  days: number;
  times: number;
}

/** The tier of top spenders in one month. */
export interface TopSpenderMonth {
  from: string;
  to: string;
  buyers: number;
  members: number;
  line: number;
  spend: number;
  tierSpend: number;
  spendShare: number | null;
  retained: number;
  retention: number | null;
}

export interface ActiveDay {
  day: string;
  active: number;
  activeMonth: number;
  stickiness: number | null;
  orders: number;
  spend: number;
  newMembers: number;
}
