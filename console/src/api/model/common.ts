export type Stage = 'AWARENESS' | 'INTEREST' | 'PURCHASE' | 'LOYALTY';
export type Layer = 'NEW' | 'ACTING' | 'ACTIVE' | 'LOYAL';
export type Level = 'ORDINARY' | 'ENGAGED' | 'ADVOCATE' | 'KOC';
export type Dimension = 'consumption' | 'content' | 'interaction' | 'social';
export type Period = 'GOLDEN' | 'SILVER';
export type WorkState = 'WAITING' | 'RUNNING' | 'TRIED' | 'DONE' | 'FAILED' | 'CANCELLED';
/** Of work that is not tried first. */
export type PlainWorkState = Exclude<WorkState, 'TRIED'>;
export type RoleName = 'GUIDE' | 'ANALYST' | 'OPERATOR' | 'ADMINISTRATOR';

export const STAGES: readonly Stage[] = ['AWARENESS', 'INTEREST', 'PURCHASE', 'LOYALTY'];
export const LAYERS: readonly Layer[] = ['NEW', 'ACTING', 'ACTIVE', 'LOYAL'];
export const LEVELS: readonly Level[] = ['ORDINARY', 'ENGAGED', 'ADVOCATE', 'KOC'];
export const DIMENSIONS: readonly Dimension[] = ['consumption', 'content', 'interaction', 'social'];

export interface Session {
  username: string;
  role: RoleName;
  locale: string | null;
}

export interface Brand {
  name: string;
  zone: string;
  currency: string;
  locale: string;
  /** Its clock may be ahead of the machine's, and can be advanced. */
  sandbox: boolean;
  /** A setting of the server says so: it cannot be changed here. */
  nameGiven: boolean;
  localeGiven: boolean;
}

export interface PageOf<T> {
  items: T[];
  next: string | null;
}

/** Long work, a scoring run or an import, as far as its progress goes. */
export interface Work {
  id: number;
  state: WorkState;
  phase: string | null;
  percent: number | null;
  secondsLeft: number | null;
  startedAt: string | null;
  finishedAt: string | null;
  seconds: number | null;
  problem: Trouble | null;
}

/** Why work failed, as the problem of a refused request would say it. */
export interface Trouble {
  code: string;
  detail: string;
}
