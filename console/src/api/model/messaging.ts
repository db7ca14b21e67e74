/** What is said to members, and what became of it (docs/modules/messaging.md). */

export const MESSAGE_STATES = ['WAITING', 'HELD', 'SENDING', 'SENT', 'FAILED', 'DEAD', 'SUPPRESSED', 'WITHDRAWN'] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

export interface OutboxMessage {
  id: number;
  key: string;
  memberNo: number;
  templateId: number;
  template: string;
  templateVersion: number | null;
  channel: string;
  category: string;
  priority: number;
  origin: { kind: string; id: string; node: string | null };
  state: MessageState;
  reason: string | null;
  detail: string | null;
  createdAt: string;
  dueAt: string;
  expiresAt: string | null;
  attempts: number;
  doubts: number;
  admittedAt: string | null;
  sentAt: string | null;
  deliveredAt: string | null;
  readAt: string | null;
  clickedAt: string | null;
  repliedAt: string | null;
  complainedAt: string | null;
  unsubscribedAt: string | null;
  failedAt: string | null;
}

export interface MessageNote {
  at: string;
  kind: string;
  reason: string;
  rule: string | null;
  until: string | null;
  detail: string | null;
}

export interface MessageTimeline {
  message: OutboxMessage;
  notes: MessageNote[];
  links: { url: string; clicks: number; lastClick: string | null }[];
}

export interface MessageBlock {
  memberNo: number;
  channel: string;
  everyAddress: boolean;
  reason: string;
  since: string;
}

export interface DayTally {
  day: string;
  channel: string;
  outcome: string;
  reason: string;
  messages: number;
}

export interface Channel {
  name: string;
  ready: boolean;
  title: boolean;
  titleCharacters: number;
  characters: number;
  bytes: number;
  attachments: ContentKind[];
  mostAttachments: number;
  addressedBy: string[];
  knowsKeys: boolean;
  perSecond: number;
}

export interface Wording {
  title: string | null;
  text: string;
  attachments: number[];
  variables: string[];
  url: string | null;
}

export interface Template {
  id: number;
  name: string;
  channel: string;
  category: string;
  note: string;
  version: number;
  wording: Wording;
  createdAt: string;
  changedAt: string;
}

export interface TemplatePreview {
  memberNo: number;
  masked: boolean;
  title: string | null;
  text: string;
  attachments: Content[];
  characters: number;
  bytes: number;
  reason: string | null;
  detail: string | null;
}

export const CONTENT_KINDS = ['TEXT', 'PICTURE', 'LINK', 'MINI_PROGRAM'] as const;
export type ContentKind = (typeof CONTENT_KINDS)[number];

export type Content =
  | { kind: 'TEXT'; text: string }
  | { kind: 'PICTURE'; url: string; alternative: string }
  | { kind: 'LINK'; url: string; title: string; description: string; picture: string | null }
  | { kind: 'MINI_PROGRAM'; appId: string; path: string; title: string; picture: string | null };

export interface ContentItem {
  id: number;
  name: string;
  content: Content;
  createdBy: string;
  createdAt: string;
  changedAt: string;
}

export interface RuleApplies {
  channels: string[];
  categories: string[];
  exceptCategories: string[];
}

export type Then = 'LATER' | 'SKIP';

export type ReachRule = { name: string; applies: RuleApplies } & (
  | { kind: 'CONSENT'; mustBeGiven: boolean }
  | { kind: 'QUIET_HOURS'; from: string; to: string; then: Then }
  | { kind: 'FREQUENCY_CAP'; most: number; hours: number; then: Then }
  | { kind: 'HOLDOUT' }
  | { kind: 'YIELD'; minutes: number }
);

export interface ReachPolicy {
  version: number;
  rules: ReachRule[];
  note: string;
  createdBy: string;
  createdAt: string;
}
