import type { QueryKey } from '@tanstack/react-query';
import { get } from '../api/client';
import { SYNC_STAGES, type ErasureWork, type Import, type ImportUndo, type LifetimeFit, type PageOf, type ReportWork, type Run, type WeComConnection, type Work, type WorkState } from '../api/model';
import type { TextKey } from '../text/language';
import type { Problem } from '../text/problems';

/** Something to say: a text and what is filled in, numbers as people write them. */
export interface Said {
  key: TextKey;
  values: Record<string, string | number>;
}

/** One piece of long work, whatever its kind. */
export interface Job {
  /** `import-12`: by which its end is expected. */
  key: string;
  title: Said;
  link: string;
  state: WorkState;
  /** As far as the server knows; else it only says that it goes on. */
  percent: number | null;
  secondsLeft: number | null;
  /** What it has gone through so far, or in all. */
  amount: Said | null;
  finishedAt: string | null;
  /** Why it failed; while it goes on, why the last attempt did, which is made again. */
  problem: Problem | null;
  /** Where its end can be asked for. */
  cancel: string | null;
  /** The server does it of its own accord as well: its good end is told only to who asked for it. */
  routine: boolean;
}

/** A kind of long work: where its latest are read, and what each of them is to the eye. */
export interface Kind {
  queryKey: QueryKey;
  read: () => Promise<unknown>;
  jobs: (answer: unknown) => Job[];
}

function kind<T>(queryKey: QueryKey, read: () => Promise<T>, jobs: (answer: T) => Job[]): Kind {
  return { queryKey, read, jobs: (answer) => (answer === undefined ? [] : jobs(answer as T)) };
}

const LATEST = { limit: 20 };
const said = (key: TextKey, values: Said['values'] = {}): Said => ({ key, values });
const counted = (key: TextKey, n: number | null) => (n === null || n === 0 ? null : said(key, { n }));
/** Without progress, end and way to stop it, until a kind says otherwise. */
const plain = { percent: null, secondsLeft: null, finishedAt: null, problem: null, cancel: null, routine: false };

/** What the server told in a sentence alone. */
const told = (detail: string | null): Problem | null => (detail === null ? null : { code: 'console.error', detail });

/** What cannot be stopped: half of it would be worse than either end. */
function going({ state, percent, secondsLeft, finishedAt, problem }: ImportUndo | ErasureWork) {
  return { state, percent, secondsLeft, finishedAt, problem: told(problem) };
}

function worked({ state, percent, secondsLeft, finishedAt, problem }: Work) {
  return { state, percent, secondsLeft, finishedAt, problem, routine: false };
}

export function runJob(run: Run): Job {
  return { ...worked(run), key: `run-${run.id}`, title: said('work.run', { day: run.asOf }), link: '/', amount: counted('work.members', run.members), cancel: `/api/runs/${run.id}/cancel` };
}

export function importJob(it: Import): Job {
  return { ...worked(it), key: `import-${it.id}`, title: said('work.import', { file: it.fileName }), link: `/data/imports/${it.id}`, amount: counted('work.rows', it.read), cancel: `/api/imports/${it.id}/cancel` };
}

export function undoJob(it: ImportUndo): Job {
  return { ...plain, ...going(it), key: `undo-${it.importId}`, title: said('work.undo', { id: String(it.importId) }), link: `/data/imports/${it.importId}`, amount: counted('work.events', it.events) };
}

export function fitJob(it: LifetimeFit): Job {
  return { ...worked(it), key: `fit-${it.id}`, title: said('work.fit', { day: it.asOf }), link: '/lifetime', amount: null, cancel: `/api/lifetime/fits/${it.id}/cancel` };
}

const LONG_SECONDS = 3;

/** Many a report is made at the moment a page is opened; those would push all other work out of sight. */
export const worthTelling = (it: ReportWork) => it.state !== 'DONE' || (it.seconds ?? 0) >= LONG_SECONDS;

/** Whoever asked for a report waits for it: its good end needs no telling. */
export function reportJob(it: ReportWork): Job {
  const [from = '', until = ''] = it.of.split('/');
  const link = { EXPERIMENT: `/experiments/${it.of}`, LAYERS: `/experiments/reports?view=layers&from=${from}&until=${until}`, TOUCHPOINTS: `/experiments/reports?view=touchpoints&from=${from}&until=${until}`, PROGRAMME: `/experiments/reports?quarter=${it.of}` };
  return { ...worked(it), key: `report-${it.id}`, title: said(`work.report.${it.kind}`, { of: it.of.replace('/', ' – ') }), link: link[it.kind], amount: null, cancel: `/api/experiments/reports/works/${it.id}/cancel`, routine: true };
}

export function syncJob({ sync }: WeComConnection): Job[] {
  if (sync === null) return [];
  const step = SYNC_STAGES.indexOf(sync.stage);
  const steps = SYNC_STAGES.length - 1;
  const running = sync.finishedAt === null;
  return [{
    ...plain, key: `sync-${sync.id}`, title: said('work.sync'), link: '/messages/live-codes', finishedAt: sync.finishedAt, problem: told(sync.trouble), routine: true,
    state: running ? 'RUNNING' : sync.stage === 'DONE' ? 'DONE' : 'FAILED',
    percent: running ? (100 * step) / steps : 100,
    amount: running ? said('work.step', { step: Math.min(step + 1, steps), of: steps, n: sync.contacts }) : counted('work.contacts', sync.contacts),
  }];
}

export function erasureJob(it: ErasureWork): Job {
  return { ...plain, ...going(it), key: `erasure-${it.id}`, title: said('work.erasure', { no: String(it.memberNo) }), link: `/members/${it.memberNo}?certificate=${it.id}`, amount: counted('work.rows', it.rows) };
}

/** Every kind of work that can be looked up by itself. Another kind needs an entry here and nothing else. */
const KINDS: Kind[] = [
  kind(['runs'], () => get<PageOf<Run>>('/api/runs', LATEST), ({ items }) => items.map(runJob)),
  kind(['imports'], () => get<PageOf<Import>>('/api/imports', LATEST), ({ items }) => items.map(importJob)),
  kind(['import-undos'], () => get<PageOf<ImportUndo>>('/api/import-undos'), ({ items }) => items.slice(0, LATEST.limit).map(undoJob)),
  kind(['lifetime', 'fits'], () => get<PageOf<LifetimeFit>>('/api/lifetime/fits', LATEST), ({ items }) => items.map(fitJob)),
  kind(['reports', 'works'], () => get<PageOf<ReportWork>>('/api/experiments/reports/works'), ({ items }) => items.filter(worthTelling).slice(0, LATEST.limit).map(reportJob)),
  kind(['wecom'], () => get<WeComConnection>('/api/wecom'), syncJob),
];

const ERASURES = kind(['erasures'], () => get<PageOf<ErasureWork>>('/api/erasures', LATEST), ({ items }) => items.map(erasureJob));

/** Erasures are the administrators' to see. */
export const kindsFor = (administrator: boolean): Kind[] => (administrator ? [...KINDS, ERASURES] : KINDS);
