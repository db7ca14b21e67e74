import type { Level, Stage } from './common.ts';
import type { Content } from './messaging.ts';

export type JourneyState = 'DRAFT' | 'RUNNING' | 'PAUSED' | 'STOPPED';

export interface JourneySummary {
  id: number;
  /** Key of the ready-made journey it was made from. */
  ready: string | null;
  name: string;
  state: JourneyState;
  revision: number;
  published: number;
  owner: string;
  changedAt: string;
  trouble: string | null;
  entered: number;
  inside: number;
  converted: number;
  /** Webhooks that were given up and not made again. */
  givenUp: number;
}

export interface JourneyFault {
  field?: string | null;
  message: string;
  code?: string | null;
  values?: Record<string, string> | null;
}

export interface EventMatch {
  name?: string | null;
  where?: unknown[];
}

export interface Span {
  days?: number;
  hours?: number;
  minutes?: number;
}

export type Until =
  | ({ kind: 'for' } & Span)
  | { kind: 'day'; day: number; at: string }
  | { kind: 'time'; at: string }
  | { kind: 'date'; trait: string; days?: number; at: string; yearly?: boolean }
  | { kind: 'event'; event: EventMatch; within: Span; keyProperty?: string | null; keyColumn?: 'COMMUNITY' | 'OBJECT' | 'AMOUNT' | 'QUANTITY' | 'SOURCE' | null };

export type Target = string | null | undefined;

export type JourneyNode =
  | { kind: 'wait'; key: string; until: Until; next?: Target; otherwise?: Target }
  | { kind: 'branch'; key: string; audience: { kind: string; id?: number } & Record<string, unknown>; yes?: Target; no?: Target }
  | { kind: 'reply'; key: string; answers: { is: string[]; next?: Target }[]; otherwise?: Target }
  | { kind: 'split'; key: string; salt?: string; arms: { percent: number; next?: Target }[] }
  | { kind: 'experiment'; key: string; experiment?: number; arms: { arm: string; next?: Target }[]; otherwise?: Target }
  | { kind: 'message'; key: string; template?: number; values?: Record<string, string>; within?: Span; next?: Target }
  | { kind: 'tag'; key: string; add?: number[]; remove?: number[]; next?: Target }
  | { kind: 'points'; key: string; points?: number; reason?: string; next?: Target }
  | { kind: 'webhook'; key: string; url?: string; values?: Record<string, string>; next?: Target }
  | { kind: 'journey'; key: string; journey?: number; await?: boolean; next?: Target }
  | { kind: 'goal'; key: string; next?: Target }
  | { kind: 'exit'; key: string };

export type Weekday = 'MONDAY' | 'TUESDAY' | 'WEDNESDAY' | 'THURSDAY' | 'FRIDAY' | 'SATURDAY' | 'SUNDAY';

/** When members leave before the end. */
export type JourneyExitRule =
  | { kind: 'event'; event: EventMatch }
  | { kind: 'audience'; audience?: number; change?: 'ENTERED' | 'LEFT' };

export type JourneyEntry =
  | { kind: 'event'; event: EventMatch; keyProperty?: string | null }
  | { kind: 'audience'; audience?: number; change?: 'ENTERED' | 'LEFT'; existing?: boolean }
  | { kind: 'schedule'; audience?: number; at: string; days?: Weekday[] }
  | { kind: 'api' };

/** What a journey does; docs/modules/journey.md describes every word. A draft may lack some of it. */
export interface JourneyGraph {
  name: string;
  note?: string;
  /** 1 to 9: whose messages go first; 5 where it is left out. */
  priority?: number;
  entry: JourneyEntry;
  reentry?: { kind: 'never' | 'always' | 'after'; days?: number };
  goal?: { event: EventMatch; exits?: boolean } | null;
  exitWhen?: JourneyExitRule[];
  start: string;
  nodes: JourneyNode[];
}

export interface JourneyDetail {
  summary: JourneySummary;
  definition: JourneyGraph;
  faults: JourneyFault[];
  unpublished: boolean;
}

export interface JourneyReading {
  definition: JourneyGraph;
  yaml: string;
  faults: JourneyFault[];
}

export interface NodeFigures {
  node: string;
  arrived: number;
  waiting: number;
  /** Went on by one of its ways. */
  passed: number;
  converted: number;
  /** Webhooks that were given up. */
  failed: number;
  outcomes: Record<string, number>;
  messages: NodeMessages | null;
}

/** What became of what a node says, in all versions. */
export interface NodeMessages {
  intended: number;
  sent: number;
  suppressed: number;
  failed: number;
  resent: number;
  suppressedBy: Record<string, number>;
  failedBy: Record<string, number>;
}

export interface JourneyCounts {
  version: number;
  entered: number;
  inside: number;
  converted: number;
  nodes: NodeFigures[];
}

export interface JourneyCourse {
  asked: number;
  events: number;
  withinMinutes: number;
  counts: JourneyCounts;
}

export interface JourneyInstance {
  id: number;
  journey: number;
  version: number;
  memberNo: number;
  key: string;
  node: string;
  enteredAt: string;
  dueAt: string | null;
  goalAt: string | null;
  endedAt: string | null;
  outcome: string | null;
}

export interface InstanceTimeline {
  instance: JourneyInstance;
  steps: { at: string; node: string; outcome: string }[];
}

export interface JourneyEnrolment {
  id: number;
  state: 'RUNNING' | 'DONE' | 'CANCELLED';
  asked: number;
  seen: number;
  entered: number;
}

export interface JourneyCall {
  id: number;
  node: string;
  memberNo: number;
  url: string;
  attempts: number;
  madeAt: string;
  endedAt: string;
  reason: 'REFUSED' | 'EXHAUSTED';
  trouble: string | null;
}

export interface Landing {
  version: number;
  node: string;
  members: number;
  to: string | null;
  staying: boolean;
}

export type TaskOutcome = 'SENT' | 'REPLIED' | 'NOT_REACHED' | 'REFUSED' | 'NOT_NEEDED';

export interface GuideTask {
  id: number;
  memberNo: number;
  title: string;
  words: string;
  attachments: Content[];
  originKind: string;
  originId: string;
  originNode: string | null;
  owner: string | null;
  dueAt: string;
  snoozedUntil: string | null;
  outcome: TaskOutcome | null;
  note: string;
  doneAt: string | null;
  /** The words that were really said. */
  said: string | null;
  saidBy: 'HAND' | 'WECOM' | null;
  answer: string | null;
}

export interface Workload {
  tasksADay: number | null;
  overflow: 'NEXT_DAY' | 'OTHER_GUIDE';
  guides: { guide: string; tasksADay: number }[];
}

export interface TaskCard {
  task: GuideTask;
  name: string | null;
  value: number | null;
  stage: Stage | null;
  level: Level | null;
  lastOrder: string | null;
  lastContact: string | null;
  late: boolean;
  place: { by: 'EXPECTED' | 'VALUE' | 'DUE'; spend: number | null; chance: number | null };
  /** The caller may send it from here. */
  sendable: boolean;
  message: TaskMessage | null;
}

/** What became of a task's words that were sent from here. */
export interface TaskMessage {
  state: string;
  reason: string | null;
  deliveredAt: string | null;
}

export interface GuideFigures {
  guide: string;
  open: number;
  late: number;
  done: number;
  said: number;
  replied: number;
  days: number;
  spokenTo: number;
  ordered: number;
  orders: number;
  amount: number;
}
