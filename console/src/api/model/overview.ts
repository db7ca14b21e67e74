import type { Layer, Level, Period, Stage } from './common';
import type { Run } from './value';

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
  step: 'INBOX' | 'LAKE' | 'MART' | 'SCORE';
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
