/** The connection to WeCom, live codes and how far newcomers get (docs/modules/wecom.md). */

export const SYNC_STAGES = ['EMPLOYEES', 'NAMES', 'TAGS', 'CONTACTS', 'CHATS', 'CHAT_MEMBERS', 'DONE'] as const;
export type SyncStage = (typeof SYNC_STAGES)[number];

export interface WeComSync {
  id: number;
  startedAt: string;
  finishedAt: string | null;
  stage: SyncStage;
  employees: number;
  contacts: number;
  chats: number;
  tags: number;
  trouble: string | null;
}

export interface WeComConnection {
  ready: boolean;
  takesCallbacks: boolean;
  corpId: string;
  sync: WeComSync | null;
  counts: { employees: number; customers: number; contacts: number; chats: number; tags: number; callbacksWaiting: number };
}

/** A tag of ours that is not in WeCom though its group is to be. */
export interface UnmadeTag {
  tag: number;
  group: string;
  name: string;
  reason: string;
}

/** A tag that WeCom does not put on or take off. */
export interface RefusedMark {
  member: number | null;
  employee: string;
  tag: string;
  putOn: boolean;
  reason: string;
  refused: boolean;
}

export interface TagsInWeCom {
  groups: number[];
  room: number;
  unmade: UnmadeTag[];
  marks: RefusedMark[];
  troubles: number;
}

export interface LiveCode {
  id: number;
  state: string;
  name: string;
  channel: string;
  scene: string;
  employees: string[];
  tags: number[];
  templateId: number | null;
  journeyId: number | null;
  picture: string | null;
  createdBy: string;
  createdAt: string;
  archivedAt: string | null;
  /** What newcomers went without since it was last changed. */
  skipped: LiveCodeSkipped[];
}

export interface LiveCodeSkipped {
  kind: 'TAG' | 'TEMPLATE' | 'JOURNEY';
  number: number;
  newcomers: number;
  lastAt: string;
}

export interface OnboardingFigures {
  added: number;
  tagged: number;
  joined: number;
  talked: number;
  silent: number;
  removed: number;
}

/** A newcomer who has said nothing one to one. */
export interface SilentNewcomer {
  member: number;
  name: string;
  since: string;
  guides: string[];
  liveCodes: string[];
}

export interface OnboardingFunnel {
  since: string;
  all: OnboardingFigures;
  paths: { path: string; figures: OnboardingFigures }[];
  liveCodes: { liveCode: number; name: string; figures: OnboardingFigures }[];
}
