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
  /** Null where neither is good or bad. */
  moreIsBetter: boolean | null;
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
  | { kind: 'helped' | 'harmed' | 'changed'; by: Ends; relative: boolean }
  | { kind: 'noDifferenceSeen'; than: number; relative: boolean }
  | { kind: 'tooEarly'; days: number }
  | { kind: 'blocked' }
  | { kind: 'notComparable'; why: NotComparable };

export interface Finding {
  code: string;
  grave: boolean;
  count: number;
  of: string | null;
  /** Of how many members, where that is another number. */
  members?: number | null;
  /** Which other currencies they are in, with how many each. */
  currencies?: string | null;
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
  adjustment: { before: number; control: number; treatment: number } | null;
  sequence: ShownSequence | null;
}

/** What the interval valid at every look is made of. */
export interface ShownSequence {
  alpha: number;
  units: number;
  plannedUnits: number;
  rhoSquared: number;
  quantile: number;
  normal: number;
  width: number;
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
  inputs: EffectInputs | null;
}

/** What a difference is made of; null in a report made before that was kept. */
export interface EffectInputs {
  control: ArmFigure;
  treatment: ArmFigure;
  effect: ShownEffect;
}

export interface ArmComparison {
  arm: string;
  verdict: ExperimentVerdict;
  effect: ShownEffect | null;
  qValue: number | null;
  unwinsorised: ExperimentVerdict | null;
  unwinsorisedInputs: EffectInputs | null;
  overTime: { day: string; units: number; difference: number; always: Ends; lift: number | null; alwaysLift: Ends | null }[];
  segments: SegmentEffect[];
  uplift: { coefficient: number; points: { share: number; gain: number }[]; bins: UpliftBin[] | null } | null;
}

/** Members with about the same score. */
export interface UpliftBin {
  controls: number;
  controlYield: number;
  treated: number;
  treatedYield: number;
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
  covariance: number | null;
  varianceBefore: number | null;
}

export interface MetricReport {
  name: string;
  kind: string;
  windowDays: number | null;
  currency: string | null;
  moreIsBetter: boolean | null;
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
  alpha: number;
  power: number;
  reach: number;
  quantile: number;
  spread: number;
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
