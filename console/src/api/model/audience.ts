import type { Expression } from '../../audience/expression';
import type { Layer, Level, Period, Stage } from './common';
import type { TagSource } from './tag';

export interface Sentence {
  zh: string;
  en: string;
}

export interface Audience {
  id: number;
  ready: string | null;
  name: string;
  note: string;
  folder: string;
  owner: string;
  version: number;
  expression: Expression;
  sentence: Sentence;
  hash: string;
  members: number | null;
  refreshedAt: string | null;
  millis: number | null;
  problem: string | null;
  usedBy: AudienceUse[];
  createdAt: string;
  changedAt: string;
}

export interface AudienceMember {
  no: number;
  name: string | null;
  phone: string | null;
  channel: string | null;
  value: number | null;
  stage: Stage | null;
  layer: Layer | null;
  level: Level | null;
}

/** What an expression finds, part by part; `pointer` leads to the part. */
export interface AudiencePreview {
  members: number;
  everybody: number;
  millis: number;
  sentence: Sentence;
  parts: AudiencePart[];
  sample: AudienceMember[];
  entering: number | null;
  leaving: number | null;
  enteringSample: AudienceMember[];
  leavingSample: AudienceMember[];
}

export interface AudiencePart {
  pointer: string;
  sentence: Sentence;
  members: number;
  millis: number;
  cached: boolean;
  left: number | null;
  alone: number | null;
}

export interface AudienceVersion {
  version: number;
  expression: Expression;
  sentence: Sentence;
  note: string;
  createdBy: string;
  createdAt: string;
}

export interface AudiencePoint {
  day: string;
  members: number;
  version: number;
}

export interface AudienceTrend {
  id: number;
  points: AudiencePoint[];
}

export interface AudienceDay {
  day: string;
  entered: number;
  left: number;
}

/** Who came and went between the ends of two days; without the second, until now. */
export interface AudienceDiff {
  from: string;
  to: string | null;
  before: number;
  after: number;
  entered: number;
  left: number;
  enteredSample: AudienceMember[];
  leftSample: AudienceMember[];
}

export interface AudienceReason {
  pointer: string;
  sentence: Sentence;
  holds: boolean;
  facts: Record<string, string>;
  tags: AudienceReasonTag[];
  communities: AudienceReasonCommunity[];
  of: AudienceReason[];
}

export interface AudienceReasonTag {
  tag: number;
  name: string;
  by: TagSource;
  taggedAt: string;
  expiresAt: string | null;
}

export interface AudienceReasonCommunity {
  id: string;
  community: string;
  belongs: boolean;
  stage: Period | null;
  role: 'OWNER' | 'ADMIN' | 'MEMBER' | null;
}

export interface AudienceOwner {
  name: string;
}

export interface AudienceVocabulary {
  channels: string[];
  traits: string[];
  consents: string[];
}

export interface UploadedList {
  id: number;
  name: string;
  rows: number;
  members: number;
  unknown: number;
  createdBy: string;
  createdAt: string;
}

export interface AudienceSize {
  id: number;
  name: string;
  ready: string | null;
  folder: string;
  members: number;
}

export interface AudienceOverlap {
  everybody: number;
  members: number;
  audiences: AudienceSize[];
  parts: OverlapPart[];
}

export interface OverlapPart {
  in: number[];
  members: number;
}

export type ProfileAttribute = 'STAGE' | 'LAYER' | 'LEVEL' | 'RFM' | 'CHANNEL' | 'COMMUNITY' | 'TAG';

export interface AudienceProfile {
  members: number;
  everybody: number;
  level: number;
  compared: number;
  rows: ProfileRow[];
  figures: ProfileFigure[];
}

export interface ProfileRow {
  attribute: ProfileAttribute;
  key: string;
  expression: Expression;
  inside: number;
  having: number;
  share: number;
  shareOfEverybody: number;
  ratio: number | null;
  z: number | null;
  q: number | null;
  verdict: 'OVER' | 'UNDER' | 'ALIKE' | 'TOO_FEW';
}

export interface ProfileFigure {
  figure: string;
  median: number | null;
  medianOfEverybody: number | null;
}

/** What uses an audience. */
export interface AudienceUse {
  audience: number;
  kind: string;
  id: number;
  name: string;
}
