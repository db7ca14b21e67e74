/**
 * The server's answers, under the names the pages use. docs/architecture.md and docs/modules/*.md say what each means.
 */

export type Stage = 'AWARENESS' | 'INTEREST' | 'PURCHASE' | 'LOYALTY';
export type Layer = 'NEW' | 'ACTING' | 'ACTIVE' | 'LOYAL';
export type Level = 'ORDINARY' | 'ENGAGED' | 'ADVOCATE' | 'KOC';
export type Dimension = 'consumption' | 'content' | 'interaction' | 'social';
export type Period = 'GOLDEN' | 'SILVER';
export type WorkState = 'WAITING' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED';

export const STAGES: readonly Stage[] = ['AWARENESS', 'INTEREST', 'PURCHASE', 'LOYALTY'];
export const LAYERS: readonly Layer[] = ['NEW', 'ACTING', 'ACTIVE', 'LOYAL'];
export const LEVELS: readonly Level[] = ['ORDINARY', 'ENGAGED', 'ADVOCATE', 'KOC'];
export const DIMENSIONS: readonly Dimension[] = ['consumption', 'content', 'interaction', 'social'];

export interface Session {
  username: string;
  role: string;
  locale: string | null;
}

export interface Brand {
  name: string;
  zone: string;
  currency: string;
  locale: string;
}

export interface PageOf<T> {
  items: T[];
  next: string | null;
}

/** Long work, a scoring run or an import, as far as its progress goes. */
export interface Work {
  id: number;
  state: WorkState;
  phase: string | null;
  percent: number | null;
  secondsLeft: number | null;
  startedAt: string | null;
  finishedAt: string | null;
  seconds: number | null;
  problem: Trouble | null;
}

/** Why work failed, as the problem of a refused request would say it. */
export interface Trouble {
  code: string;
  detail: string;
}

export interface Run extends Work {
  asOf: string;
  lateData: 'include' | 'exclude';
  modelVersion: number | null;
  members: number | null;
  communities: number | null;
}

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

export interface Overview {
  asOf: string | null;
  run: Run | null;
  freshness: Freshness[];
  totals: Totals;
  newcomers: Newcomers | null;
  levels: LevelShare[];
  aipl: Aipl;
  layers: LayerTable;
  communities: CommunityBoard;
  topSpenders: TopSpenders | null;
  activity: ActivityDay[];
}

export interface Freshness {
  step: string;
  position: number | null;
  at: string | null;
  lagSeconds: number;
}

export interface Totals {
  members: number;
  scored: number;
  highValue: number;
  communities: number;
  orders: number;
  spend: number;
}

/** Who joined in the last seven days, and how many of them nobody has taken up. */
export interface Newcomers {
  joined: number;
  untouched: number;
}

export interface LevelShare {
  level: Level;
  members: number;
  share: number;
  spend: number;
  spendShare: number;
}

export interface Aipl {
  months: string[];
  stages: { month: string; stage: Stage; members: number }[];
  flows: { month: string; from: Stage | null; to: Stage; members: number }[];
}

export interface LayerTable {
  rows: Layer[];
  columns: { key: string; fromWeek: number; toWeek: number | null }[];
  cells: { layer: Layer; weeks: string; members: number }[];
}

export interface CommunityBoard {
  golden: number;
  silver: number;
  rule: { kind: 'PERCENTILE' | 'ABSOLUTE'; line: number; value: number | null } | null;
  board: BoardRow[];
}

export interface BoardRow {
  id: string;
  name: string;
  value: number;
  members: number;
  highValueMembers: number;
  stage: Period;
  change: number | null;
}

export interface TopSpenders {
  members: number;
  share: number;
  spend: number;
  spendShare: number;
  retention: number | null;
}

export interface ActivityDay {
  day: string;
  active: number;
  orders: number;
  spend: number;
  newMembers: number;
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

export interface Community {
  id: string;
  name: string;
  kind: string | null;
  owner: string | null;
  tags: string[];
  created: string | null;
  ageWeeks: number | null;
  asOf: string | null;
  stage: Period | null;
  value: number | null;
  change: number | null;
  rank: number | null;
  members: number | null;
  highValueMembers: number | null;
  joined: number | null;
  left: number | null;
  activeMembers: number | null;
  activeShare: number | null;
  messages: number | null;
  orders: number | null;
  spend: number | null;
  trend: number[];
  belowLine: BelowLine | null;
}

export type Verdict = 'WITHIN' | 'BEYOND' | 'RISING' | 'BELOW' | 'TOO_YOUNG';

export interface BelowLine {
  verdict: Verdict;
  week: string | null;
  weeks: number | null;
  earliestWeek: string | null;
  latestWeek: string | null;
}

export interface CommunityDetail extends Community {
  rule: { kind: 'PERCENTILE' | 'ABSOLUTE'; line: number; value: number | null } | null;
  weeks: CommunityWeek[];
  lifeCurve: LifePoint[];
  forecasts: Forecast[];
  errors: ForecastError[];
  contributors: Contributor[];
  carriedBy: { members: number; share: number } | null;
}

export interface CommunityWeek {
  week: string;
  age: number;
  complete: boolean;
  members: number;
  joined: number;
  left: number;
  activeMembers: number;
  activeShare: number | null;
  messages: number;
  orders: number;
  spend: number;
  value: number | null;
  highValueMembers: number | null;
}

export interface LifePoint {
  age: number;
  communities: number;
  activeShare: number;
  low: number;
  high: number;
  own: number | null;
}

export interface Forecast extends Partial<BelowLine> {
  measure: 'VALUE' | 'ACTIVITY';
  verdict: Verdict;
  words: string;
  line: number;
  weeklyChange?: number;
  fittedWeeks: number;
  points: { week: string; ahead: number; expected: number; low: number; high: number }[];
}

export interface ForecastError {
  measure: 'VALUE' | 'ACTIVITY';
  ahead: number;
  communities: number;
  meanAbsoluteError: number;
  naiveMeanAbsoluteError: number;
}

export interface Contributor {
  no: number;
  name: string | null;
  value: number | null;
  messages: number;
  content: number;
  orders: number;
  spend: number;
  share: number;
  member: boolean;
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
