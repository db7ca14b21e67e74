import type { Layer, PlainWorkState, Stage, Work } from './common';

export type LifetimeKind = 'BG_NBD' | 'PARETO_NBD' | 'NBD';

/** What is to be expected of a buyer. */
export interface MemberLifetime {
  pAlive: number;
  expectedOrders30: number;
  expectedOrders90: number;
  expectedOrders365: number;
  orderValue: number | null;
  expectedSpend30: number | null;
  expectedSpend90: number | null;
  expectedSpend365: number | null;
}

/** The lifetime model in force, how well it fits, and what it expects of all buyers. */
export interface Lifetime {
  asOf: string | null;
  currency: string;
  version: number | null;
  inForce: LifetimeFit | null;
  latest: LifetimeFit | null;
  all: LifetimeToCome | null;
  stages: LifetimeToCome[];
  layers: LifetimeToCome[];
  alive: LifetimeTenth[];
  otherCurrencies: { currency: string; events: number; members: number }[];
}

export interface LifetimeFit extends Work {
  state: PlainWorkState;
  asOf: string;
  version: number | null;
  found: LifetimeFound | null;
}

export interface LifetimeFound {
  periods: { from: string; calibrationTo: string; heldBackTo: string; buyers: number; repeaters: number; heldBackOrders: number; every: number };
  trials: LifetimeTrial[];
  orders: { kind: LifetimeKind; parameters: Record<string, number>; logLikelihood: number; buyers: number; starts: number; agreeing: number; atEdge: boolean; histories: number | null; steps: number | null };
  spend: { p: number; q: number; v: number; mean: number; logLikelihood: number; buyers: number; correlation: number | null } | null;
  spendRefused: LifetimeRefusal | null;
  tracking: LifetimeWeek[];
  frequency: LifetimeFrequency[];
}

export interface LifetimeTrial {
  kind: LifetimeKind;
  parameters: Record<string, number>;
  logLikelihood: number | null;
  starts: number;
  agreeing: number;
  atEdge: boolean;
  refused: LifetimeRefusal | null;
  predictedOrders: number | null;
  totalError: number | null;
  frequencyError: number | null;
}

export interface LifetimeRefusal {
  code: string;
  detail: string;
}

export interface LifetimeWeek {
  to: string;
  heldBack: boolean;
  actual: number;
  bgNbd: number | null;
  paretoNbd: number | null;
  /** Null where the model without leaving was not needed. */
  nbd: number | null;
}

export interface LifetimeFrequency {
  repeats: number;
  orMore: boolean;
  buyers: number;
  actual: number;
  bgNbd: number | null;
  paretoNbd: number | null;
  /** Null where the model without leaving was not needed. */
  nbd: number | null;
}

export interface LifetimeToCome {
  key: Stage | Layer | null;
  members: number;
  alive: number;
  orders30: number;
  orders90: number;
  orders365: number;
  spend30: number | null;
  spend90: number | null;
  spend365: number | null;
}

export interface LifetimeTenth {
  from: number;
  to: number;
  members: number;
  spend365: number | null;
}

/** Why a member is expected to order and spend so much. */
export interface LifetimeExplanation {
  no: number;
  standing: 'PREDICTED' | 'NOT_ORDERED' | 'NO_MODEL';
  asOf: string | null;
  version: number | null;
  kind: LifetimeKind | null;
  parameters: Record<string, number>;
  inputs: { firstOrder: string; lastOrder: string; repeats: number; lastWeeks: number; ageWeeks: number; repeatSpend: number } | null;
  expected: MemberLifetime | null;
  steps: { what: 'pAlive' | 'ordersIfAlive' | 'orders' | 'orderValue' | 'spend'; days: number | null; formula: string; numbers: string }[];
  spendRefused: LifetimeRefusal | null;
}
