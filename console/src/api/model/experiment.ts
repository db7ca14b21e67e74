export type ExperimentState = 'DRAFT' | 'RUNNING' | 'STOPPED';
export type ExperimentUnit = 'MEMBER' | 'COMMUNITY';
export type Population = 'EXPOSED' | 'INTENDED' | 'FILE';

export interface Arm {
  key: string;
  name: string;
  weight: number;
}

export type SumOf = 'AMOUNT' | 'QUANTITY';

export type Measurement =
  | { kind: 'conversion'; event: string }
  | { kind: 'count'; event: string }
  | { kind: 'sum'; event: string; of: SumOf }
  | { kind: 'ratio'; numerator: string; of: SumOf | null; denominator: string }
  | { kind: 'retention'; event: string | null; day: number }
  | { kind: 'timeToEvent'; event: string };

export interface Metric {
  name: string;
  measurement: Measurement;
  windowDays: number;
  winsorAt: number | null;
  lookBackDays: number;
  moreIsBetter: boolean;
  guardRail: boolean;
}

export interface Design {
  name: string;
  hypothesis: string;
  unit: ExperimentUnit;
  arms: Arm[];
  audience: number | null;
  layer: string | null;
  layerShare: number;
  metrics: Metric[];
  days: number;
  smallestLift: number;
  plannedUnits: number | null;
}

export interface Experiment {
  id: number;
  subject: string | null;
  design: Design;
  state: ExperimentState;
  exposed: number;
  reports: Population[];
  createdBy: string;
  createdAt: string;
  startedAt: string | null;
  stoppedAt: string | null;
}

export interface Ends {
  low: number;
  high: number;
}

export type NotComparable = 'EMPTY_ARM' | 'ONE_MEMBER' | 'ONE_CLUSTER' | 'ZERO_VARIANCE' | 'ZERO_DENOMINATOR';

export type ExperimentVerdict =
  | { kind: 'helped' | 'harmed'; by: Ends; relative: boolean }
  | { kind: 'noDifferenceSeen'; than: number; relative: boolean }
  | { kind: 'tooEarly'; days: number }
  | { kind: 'blocked' }
  | { kind: 'notComparable'; why: NotComparable };

export interface Finding {
  code: string;
  grave: boolean;
  count: number;
  of: string | null;
}

export interface ArmSize {
  key: string;
  name: string;
  weight: number;
  members: number;
  expected: number;
  clusters: number | null;
}

export interface ShownEffect {
  difference: number;
  error: number;
  degrees: number;
  pValue: number;
  interval: Ends;
  alwaysPValue: number;
  alwaysInterval: Ends;
  lift: number | null;
  liftInterval: Ends | null;
  alwaysLiftInterval: Ends | null;
  theta: number | null;
  varianceRemoved: number | null;
  unadjusted: number | null;
}

export interface SegmentEffect {
  dimension: string;
  value: string;
  controls: number;
  treated: number;
  difference: number;
  interval: Ends;
  lift: number | null;
  liftInterval: Ends | null;
  pValue: number;
  qValue: number;
}

export interface ArmComparison {
  arm: string;
  verdict: ExperimentVerdict;
  effect: ShownEffect | null;
  qValue: number | null;
  unwinsorised: ExperimentVerdict | null;
  overTime: { day: string; units: number; difference: number; always: Ends }[];
  segments: SegmentEffect[];
  uplift: { coefficient: number; points: { share: number; gain: number }[] } | null;
}

export interface ArmFigure {
  arm: string;
  units: number;
  numerator: number;
  denominator: number;
  value: number | null;
  variance: number | null;
  error: number | null;
  before: number | null;
}

export interface MetricReport {
  name: string;
  kind: string;
  windowDays: number | null;
  moreIsBetter: boolean;
  guardRail: boolean;
  winsorAt: number | null;
  winsorValue: number | null;
  lookBackDays: number | null;
  arms: ArmFigure[];
  comparisons: ArmComparison[];
}

export interface Report {
  population: Population;
  once: boolean;
  alpha: number;
  clusters: boolean;
  health: { arms: ArmSize[]; statistic: number; pValue: number; blocked: boolean; findings: Finding[] };
  metrics: MetricReport[];
  madeAt: string;
  seconds: number;
}

export interface FinishedSummary {
  id: number;
  name: string;
  fileName: string;
  createdBy: string;
  createdAt: string;
}

export interface FinishedExperiment extends FinishedSummary {
  map: string;
  rejects: number;
  report: Report;
}

export interface PowerQuestion {
  mean: number;
  variance: number | null;
  lift: number;
  controlShare: number;
  treatmentShare: number;
  perDay: number;
  windowDays: number;
  removed: number | null;
  clusterSize: number | null;
  alike: number | null;
  arms: number | null;
}

/** A ready-made metric that may not get worse. */
export interface GuardRail {
  code: string;
  metric: Metric;
}

export interface PowerAnswer {
  members: number;
  communities: number | null;
  designEffect: number;
  days: number;
  detectableIn30Days: number;
}

export interface Baseline {
  members: number;
  mean: number;
  variance: number;
  rate: boolean;
  removed: number;
}

export type HoldoutKind = 'JOURNEY' | 'TEMPLATE' | 'AUDIENCE';

/** A share of the members that a thing keeps back, as an experiment. */
export interface ThingHoldout {
  experiment: number;
  share: number;
  state: ExperimentState;
  startedAt: string;
  stoppedAt: string | null;
}

export interface HoldoutPeriod {
  id: number;
  share: number;
  fromDay: string;
  untilDay: string;
}

/** What the reached did beyond those held out, by one figure. */
export interface Measured {
  metric: 'buyers' | 'orders' | 'gmv' | 'value' | 'retained';
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

export interface LayerRow {
  layer: string;
  members: number;
  touched: number;
  touches: number;
  touchesPerMember: number | null;
  cost: number | null;
  buyers: number;
  conversion: number | null;
  orders: number;
  gmv: number;
  retention: number | null;
  valuePerMember: number | null;
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

export interface TouchpointReport {
  from: string;
  until: string;
  orderDays: number;
  currency: string;
  against: Against | null;
  rows: ChannelRow[];
  findings: Finding[];
  madeAt: string;
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
  parts: ProgrammePart[];
  sums: ProgrammeSum[];
  findings: Finding[];
  madeAt: string;
}
