import type { Dimension, Layer, Level, RoleName, Stage } from './common';

/** What a member is worth to the brand, as data (docs/modules/value.md). */
export interface ValueModel {
  highValueAbove: number;
  dimensions: Record<Dimension, DimensionRule>;
  events: EventRule[];
  passive: string[];
  stages: StageRules;
  layers: LayerRules;
  levels: LevelRules;
  rfm: RfmRules;
  topSpenders: TopSpenderRules;
}

export interface DimensionRule {
  weight: number;
  scale: number;
}

export interface EventRule {
  event: string;
  dimension: Dimension;
  points: number;
  pointsPerAmount: number;
  halfLifeDays: number;
  dailyCap: number | null;
}

export interface StageRules {
  interest: { months: number; events: string[] };
  purchase: { months: number };
  loyalty: { months: number; orders: number; withinDays: number; advocacy: string[] };
}

export interface LayerRules {
  activeDays: number;
  withinDays: number;
  orders: number;
  ordersWithinDays: number;
}

export interface LevelRule {
  influence: number;
  content: number;
  interaction: number;
  social: number;
}

export interface LevelRules {
  influence: { content: number; interaction: number; social: number };
  engaged: LevelRule;
  advocate: LevelRule;
  koc: LevelRule & { topShare: number };
}

export interface RfmRules {
  method: 'QUINTILES' | 'FIXED';
  windowDays: number | null;
  recencyDays: number[] | null;
  frequency: number[] | null;
  monetary: number[] | null;
}

export interface TopSpenderRules {
  share: number;
  days: number;
  monthDays: number;
}

export interface ValueModelVersion {
  version: number;
  model: ValueModel;
  note: string;
  createdBy: string;
  createdAt: string;
}

export interface SavedVersion {
  version: number;
  note: string;
  createdBy: string;
  createdAt: string;
  changes: ModelChange[];
}

export interface ModelChange {
  field: string;
  from: string | null;
  to: string | null;
}

/** How a sample of the brand would stand under an edited model. */
export interface ModelPreview {
  asOf: string;
  members: number;
  every: number;
  before: Distribution;
  after: Distribution;
  examples: PreviewExample[];
}

export interface Distribution {
  /** Members by value, in twenty bins of five points. */
  bins: number[];
  levels: Partial<Record<Level, number>>;
  stages: Partial<Record<Stage, number>>;
  layers: Partial<Record<Layer, number>>;
  highValue: number;
  meanValue: number;
  medianValue: number;
}

export interface PreviewExample {
  no: number;
  before: number;
  after: number;
  levelBefore: Level;
  levelAfter: Level;
}

export interface Calibration {
  asOf: string;
  every: number;
  share: number;
  score: number;
  dimensions: Record<Dimension, CalibrationFit>;
  model: ValueModel;
}

export interface CalibrationFit {
  scale: number;
  suggested: number;
  members: number;
  medianRaw: number;
  raw: number;
  medianScore: number;
  scoreNow: number;
}

export interface User {
  id: number;
  username: string;
  role: RoleName;
  locale: string;
  createdAt: string;
  lastLoginAt: string | null;
  wecomEmployee: string | null;
}

export interface Key {
  id: number;
  kind: 'API' | 'WRITE';
  name: string;
  prefix: string;
  role: RoleName | null;
  source: string | null;
  createdBy: string;
  createdAt: string;
  lastUsedAt: string | null;
  revokedAt: string | null;
}

export interface CreatedKey {
  key: Key;
  secret: string;
}

export interface AuditEntry {
  id: number;
  at: string;
  actorKind: string;
  actor: string;
  address: string;
  action: string;
  subject: string;
  detail: unknown;
}

/** Which identifiers name a person, and how many of a kind one member may hold. */
export interface IdentifierRules {
  kinds: IdentifierKind[];
  blocked: string[];
  refusals: number;
}

export interface IdentifierKind {
  kind: string;
  strong: boolean;
  most: number;
  mostAWeek: number;
}
