import type { Period } from './common';

export interface Community {
  id: string;
  /** As the brand's own systems call it, and the audiences. */
  key: string;
  name: string;
  kind: string | null;
  owner: string | null;
  tags: string[];
  created: string | null;
  ageWeeks: number | null;
  asOf: string | null;
  stage: Period | null;
  value: number | null;
  change: number | null;
  rank: number | null;
  rankBefore: number | null;
  members: number | null;
  highValueMembers: number | null;
  joined: number | null;
  left: number | null;
  activeMembers: number | null;
  activeShare: number | null;
  messages: number | null;
  orders: number | null;
  spend: number | null;
  trend: number[];
  belowLine: BelowLine | null;
}

export type Verdict = 'WITHIN' | 'BEYOND' | 'RISING' | 'BELOW' | 'TOO_YOUNG' | 'EMPTY';

export interface BelowLine {
  verdict: Verdict;
  week: string | null;
  weeks: number | null;
  earliestWeek: string | null;
  latestWeek: string | null;
}

export interface CommunityDetail extends Community {
  rule: GoldenRule | null;
  period: PeriodReason | null;
  weeks: CommunityWeek[];
  lifeCurve: LifePoint[];
  forecasts: Forecast[];
  errors: ForecastError[];
  contributors: Contributor[];
  carriedBy: { members: number; share: number } | null;
}

/** What divides golden from silver: the lowest `line` per cent, or below the value `line`; `value` is the line of the last run. */
export interface GoldenRule {
  kind: 'PERCENTILE' | 'ABSOLUTE';
  line: number;
  activityLine: number;
  value: number | null;
}

/** Why a community is golden or silver. */
export interface PeriodReason {
  value: number;
  line: number;
  rank: number;
  communities: number;
  silver: number;
  bestSilver: number | null;
  poorestGolden: number | null;
  ruleChanged: boolean;
}

/** What a rule would divide, on the values of the last run. */
export interface RulePreview {
  asOf: string | null;
  value: number | null;
  golden: number;
  silver: number;
  asleep: number;
  toSilver: number;
  toGolden: number;
  moves: { id: string; name: string; value: number; stage: Period }[];
}

/** How lively all communities are by age, and how wrong the forecasts were. */
export interface LifeCurve {
  asOf: string | null;
  points: LifePoint[];
  errors: ForecastError[];
}

export interface CommunityWeek {
  week: string;
  age: number;
  complete: boolean;
  members: number;
  joined: number;
  left: number;
  activeMembers: number;
  activeShare: number | null;
  messages: number;
  orders: number;
  spend: number;
  value: number | null;
  highValueMembers: number | null;
}

export interface LifePoint {
  age: number;
  communities: number;
  activeShare: number;
  median: number;
  low: number;
  high: number;
  own: number | null;
}

export interface Forecast extends Partial<Omit<BelowLine, 'verdict'>> {
  measure: 'VALUE' | 'ACTIVITY';
  verdict: Verdict | 'EMPTY';
  words: string;
  line: number;
  weeklyChange?: number;
  fittedWeeks: number;
  points: { week: string; ahead: number; expected: number; low: number; high: number }[];
}

export interface ForecastError {
  measure: 'VALUE' | 'ACTIVITY';
  ahead: number;
  communities: number;
  meanAbsoluteError: number;
  naiveMeanAbsoluteError: number;
}

export interface Contributor {
  no: number;
  name: string | null;
  value: number | null;
  messages: number;
  content: number;
  orders: number;
  spend: number;
  share: number;
  member: boolean;
}

/** A member's part in a community within four weeks. */
export interface MemberCommunity {
  id: string;
  name: string;
  since: string;
  member: boolean;
  messages: number;
  content: number;
  orders: number;
  spend: number;
  members: number;
  value: number | null;
  stage: Period | null;
}

export interface Atmosphere {
  id: string;
  from: string;
  to: string;
  cells: AtmosphereCell[];
}

/** Monday being 1. */
export type DayOfWeek = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** An hour of the week in the brand's zone. */
export interface AtmosphereCell {
  weekday: DayOfWeek;
  hour: number;
  messages: number;
  content: number;
  members: number;
}

/** At this share of the members, the busiest first, so much `of` the measure is theirs. */
export interface ConcentrationPoint {
  share: number;
  of: number;
}

export interface Concentration {
  id: string;
  members: number;
  messages: ConcentrationPoint[];
  content: ConcentrationPoint[];
  orders: ConcentrationPoint[];
}

/** A member's part in a community's value. */
export interface ValuePart {
  no: number;
  name: string | null;
  value: number;
  contributions: number;
  weight: number;
  part: number;
  share: number;
}

export interface CommunityExplanation {
  id: string;
  asOf: string;
  members: number;
  items: ValuePart[];
  next: string | null;
}
