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
  problem: string | null;
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
  accepted: number;
  duplicate: number;
  rejected: number;
}

export interface Overview {
  asOf: string | null;
  run: Run | null;
  freshness: Freshness[];
  totals: Totals;
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
  events: PreviewEvent[];
  rejected: { row: number | null; reason: string }[];
}

export interface PreviewEvent {
  event: string;
  ts: string;
  identifiers: { kind: string; key: string }[];
  community: string | null;
  amount: number | null;
  currency: string | null;
  quantity: number | null;
  object: string | null;
  properties: Record<string, unknown> | null;
  traits: Record<string, unknown> | null;
}
