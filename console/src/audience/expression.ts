import type { Layer, Level, Period, Stage } from '../api/model';

/** The audience language as the server reads it; docs/modules/audience.md says what each kind means. */
export interface Range {
  atLeast?: number;
  moreThan?: number;
  atMost?: number;
  lessThan?: number;
}

export type Test = { in: string[] } | { contains: string } | { startsWith: string } | { known: boolean } | Range;

export type Window =
  | { kind: 'ever' }
  | { kind: 'last'; days: number }
  | { kind: 'ago'; from: number; to: number }
  | { kind: 'next'; days: number }
  | { kind: 'between'; from?: string; to?: string }
  | { kind: 'sinceJoining'; days: number };

export const COLUMNS = ['OBJECT', 'COMMUNITY', 'AMOUNT', 'QUANTITY', 'SOURCE'] as const;
export type Column = (typeof COLUMNS)[number];

export interface Condition {
  column?: Column;
  property?: string;
  is: Test;
}

export interface EventMatch {
  name?: string;
  where?: Condition[];
  hours?: { from: number; to: number };
}

export const FIGURES = ['VALUE', 'CONSUMPTION', 'CONTENT', 'INTERACTION', 'SOCIAL', 'INFLUENCE', 'RECENCY_DAYS', 'FREQUENCY', 'MONETARY', 'R', 'F', 'M', 'ORDERS', 'SPEND'] as const;
export type Figure = (typeof FIGURES)[number];
export const MEASURES = ['COUNT', 'DAYS', 'AMOUNT', 'QUANTITY', 'OBJECTS', 'SUM', 'DISTINCT', 'FIRST', 'LAST'] as const;
export type Measure = (typeof MEASURES)[number];
export const MARKS = ['HIGH_VALUE', 'TOP_SPENDER'] as const;
export type Mark = (typeof MARKS)[number];
export const ROLES = ['OWNER', 'ADMIN', 'MEMBER'] as const;
export type Role = (typeof ROLES)[number];

export type Leaf =
  | { kind: 'everyone' }
  | { kind: 'trait'; name: string; is: Test }
  | { kind: 'traitDay'; name: string; during: Window; yearly?: boolean }
  | { kind: 'channel'; in: string[] }
  | { kind: 'joined'; during: Window }
  | { kind: 'consent'; channel: string; granted?: boolean }
  | { kind: 'score'; figure: Figure; is: Range }
  | { kind: 'mark'; mark: Mark }
  | { kind: 'activeDays'; within: number; is: Range }
  | { kind: 'stage'; in: Stage[]; monthsAgo?: number; on?: string }
  | { kind: 'moved'; from: Stage[]; to: Stage[]; months?: number; days?: number }
  | { kind: 'layer'; in: Layer[]; on?: string }
  | { kind: 'layerMoved'; from: Layer[]; to: Layer[]; days: number }
  | { kind: 'level'; in: Level[] }
  | { kind: 'did'; event: EventMatch; during?: Window; measure?: Measure; property?: string; is?: Range }
  | { kind: 'sequence'; first: EventMatch; then: EventMatch; withinDays: number; during?: Window }
  | { kind: 'community'; in?: string[]; stages?: Period[]; roles?: Role[]; past?: boolean }
  | { kind: 'tag'; in: number[] }
  | { kind: 'audience'; id: number; on?: string }
  | { kind: 'list'; id: number }
  | { kind: 'share'; percent: number; salt?: string };

export type Expression = { kind: 'all'; of: Expression[] } | { kind: 'any'; of: Expression[] } | { kind: 'not'; of: Expression } | Leaf;

export type LeafKind = Leaf['kind'];
export type LeafOf<K extends LeafKind> = Extract<Leaf, { kind: K }>;

/** How conditions are offered: by what they ask about. */
export const KINDS = {
  who: ['trait', 'traitDay', 'tag', 'channel', 'joined', 'consent'],
  did: ['did', 'sequence', 'activeDays'],
  stands: ['score', 'mark', 'stage', 'moved', 'layer', 'layerMoved', 'level', 'community'],
  sets: ['audience', 'list', 'share', 'everyone'],
} as const satisfies Record<string, readonly LeafKind[]>;

/** A condition of that kind as it begins; what has no sensible beginning is left empty and must be filled in. */
export function begun(kind: LeafKind): Leaf {
  switch (kind) {
    case 'everyone': return { kind };
    case 'trait': return { kind, name: '', is: { in: [] } };
    case 'traitDay': return { kind, name: '', during: { kind: 'next', days: 7 }, yearly: true };
    case 'channel': return { kind, in: [] };
    case 'joined': return { kind, during: { kind: 'last', days: 30 } };
    case 'consent': return { kind, channel: '', granted: true };
    case 'score': return { kind, figure: 'VALUE', is: { moreThan: 20 } };
    case 'mark': return { kind, mark: 'HIGH_VALUE' };
    case 'activeDays': return { kind, within: 30, is: { atLeast: 4 } };
    case 'stage': return { kind, in: ['PURCHASE'] };
    case 'moved': return { kind, from: ['INTEREST'], to: ['PURCHASE'], months: 1 };
    case 'layer': return { kind, in: ['ACTIVE'] };
    case 'layerMoved': return { kind, from: ['ACTIVE'], to: ['ACTING'], days: 30 };
    case 'level': return { kind, in: ['ADVOCATE'] };
    case 'did': return { kind, event: { name: '' }, during: { kind: 'last', days: 30 }, measure: 'COUNT', is: { atLeast: 1 } };
    case 'sequence': return { kind, first: { name: '' }, then: { name: '' }, withinDays: 7, during: { kind: 'last', days: 90 } };
    case 'community': return { kind, in: [], stages: [], roles: [], past: false };
    case 'tag': return { kind, in: [] };
    case 'audience': return { kind, id: 0 };
    case 'list': return { kind, id: 0 };
    case 'share': return { kind, percent: 10, salt: 'guanxi' };
  }
}

/** Whether all that a condition needs is there; what it says may still be refused by the server. */
export function finished(leaf: Leaf): boolean {
  switch (leaf.kind) {
    case 'trait': return leaf.name !== '' && tested(leaf.is);
    case 'channel': case 'tag': case 'stage': case 'layer': case 'level': return leaf.in.length > 0;
    case 'traitDay': return leaf.name !== '' && bounded(leaf.during);
    case 'joined': return bounded(leaf.during);
    case 'consent': return leaf.channel !== '';
    case 'score': case 'activeDays': return tested(leaf.is);
    case 'moved': case 'layerMoved': return leaf.from.length > 0 && leaf.to.length > 0;
    case 'did': return happened(leaf.event) && bounded(leaf.during) && leaf.property !== '' && (leaf.is === undefined || tested(leaf.is));
    case 'sequence': return happened(leaf.first) && happened(leaf.then) && bounded(leaf.during);
    case 'audience': case 'list': return leaf.id > 0;
    case 'share': return leaf.percent > 0;
    case 'everyone': case 'mark': case 'community': return true;
  }
}

function tested(test: Test): boolean {
  if ('in' in test) return test.in.length > 0;
  if ('contains' in test) return test.contains !== '';
  if ('startsWith' in test) return test.startsWith !== '';
  return Object.values(test).some((it) => it !== undefined);
}

function bounded(window: Window | undefined): boolean {
  return window?.kind !== 'between' || window.from !== undefined || window.to !== undefined;
}

function happened(event: EventMatch): boolean {
  return event.name !== '' && (event.where ?? []).every((it) => it.property !== '' && tested(it.is));
}
