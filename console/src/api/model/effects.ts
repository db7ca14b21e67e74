import type { PlainWorkState, Work } from './common';
import type { ArmFigure, ExperimentVerdict, Finding, ShownEffect } from './experiment';

/** What the reached did beyond those held out, by one figure. */
export interface Measured {
  metric: 'buyers' | 'orders' | 'gmv' | 'value' | 'retained' | 'score';
  heldOut: ArmFigure;
  reached: ArmFigure;
  verdict: ExperimentVerdict;
  effect: ShownEffect | null;
  total: number | null;
  totalInterval: { low: number; high: number } | null;
  qValue: number | null;
}

/** Whom a report compares with. */
export interface Against {
  holdout: number;
  share: number;
  from: string;
  until: string;
  layersOf: string | null;
  openDays: number;
  heldOut: number;
  reached: number;
  pValue: number;
}

/** Messages sent on a channel, and what one costs. */
export interface ChannelSent {
  channel: string;
  messages: number;
  costPerMessage: number | null;
}

export interface LayerRow {
  layer: string;
  members: number;
  touched: number;
  touches: number;
  touchesPerMember: number | null;
  cost: number | null;
  sent: ChannelSent[];
  buyers: number;
  conversion: number | null;
  orders: number;
  gmv: number;
  retention: number | null;
  valuePerMember: number | null;
  scorePerMember: number | null;
  measured: Measured[];
}

export interface LayerReport {
  from: string;
  until: string;
  retentionDays: number;
  currency: string;
  against: Against | null;
  rows: LayerRow[];
  findings: Finding[];
  madeAt: string;
  /** Whether events of these days have come since. */
  newer: boolean;
}

export interface ChannelRow {
  channel: string;
  messages: number;
  delivered: number;
  meant: number;
  reached: number;
  opened: number;
  clicked: number;
  ordered: number;
  orders: number;
  gmv: number;
  costPerMessage: number | null;
  cost: number | null;
  measured: Measured[];
}

/** A menu item, a code or a piece of content, and what members ordered after they were there. */
export interface TouchPlace {
  kind: 'MENU' | 'CODE' | 'CONTENT';
  key: string;
  name: string | null;
  times: number;
  members: number;
  ordered: number;
  orders: number;
  gmv: number;
}

export interface TouchpointReport {
  from: string;
  until: string;
  orderDays: number;
  currency: string;
  against: Against | null;
  rows: ChannelRow[];
  places: TouchPlace[];
  findings: Finding[];
  madeAt: string;
  /** Whether events of these days have come since. */
  newer: boolean;
}

export interface ProgrammePart {
  from: string;
  until: string;
  against: Against;
  measured: Measured[];
}

export interface ProgrammeSum {
  metric: 'orders' | 'gmv' | 'value';
  total: number;
  interval: { low: number; high: number };
  verdict: ExperimentVerdict;
}

export interface ProgrammeReport {
  quarter: string;
  from: string;
  until: string;
  coveredDays: number;
  days: number;
  currency: string;
  touches: number;
  cost: number | null;
  sent: ChannelSent[];
  parts: ProgrammePart[];
  sums: ProgrammeSum[];
  findings: Finding[];
  madeAt: string;
  /** Whether events of these days have come since. */
  newer: boolean;
}

/** A report that is being made, or was lately. */
export interface ReportWork extends Work {
  state: Exclude<PlainWorkState, 'WAITING'>;
  kind: 'EXPERIMENT' | 'LAYERS' | 'TOUCHPOINTS' | 'PROGRAMME';
  /** An experiment's number, two days with a slash between them, or a quarter. */
  of: string;
}
