import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ErasureWork, Import, ImportUndo, LifetimeFit, ReportWork, Run, WeComConnection } from '../api/model';
import { SESSION } from '../access/session';
import { showPages } from '../testing/page';
import { expectEnd } from './expected';
import { erasureJob, fitJob, importJob, reportJob, runJob, syncJob, undoJob } from './kinds';
import { WorkInProgress } from './WorkInProgress';

const work = { phase: null, percent: 40, secondsLeft: 12, startedAt: '2026-11-30T01:00:00Z', finishedAt: null, seconds: null, problem: null };
const run: Run = { ...work, id: 3, state: 'RUNNING', asOf: '2026-11-29', lateData: 'include', modelVersion: 2, members: null, communities: null };
const file: Import = { ...work, id: 5, state: 'DONE', source: 'shop', fileName: 'orders.csv', read: 1200, mapped: 1200, createdAt: '2026-11-30T00:59:00Z', accepted: 1200, duplicate: 0, rejected: 0, trial: false, newMembers: null, merges: null, finishedAt: '2026-11-30T01:00:09Z' };
const undo: ImportUndo = { importId: 4, state: 'RUNNING', askedBy: 'admin', askedAt: '2026-11-30T01:00:00Z', finishedAt: null, events: 48_210, members: 12, problem: null, phase: 'files', percent: 61.5, secondsLeft: 75, files: 40, filesDone: 17 };
const fit: LifetimeFit = { ...work, id: 9, state: 'RUNNING', asOf: '2026-11-29', version: null, found: null };
const report: ReportWork = { ...work, id: 1_764_490_000_001, state: 'RUNNING', kind: 'LAYERS', of: '2026-09-01/2026-11-29' };
const erasure: ErasureWork = { id: 8, memberNo: 77, state: 'DONE', reason: 'asked', askedBy: 'admin', startedAt: '2026-11-30T01:00:00Z', finishedAt: '2026-11-30T01:00:05Z', problem: null, rows: 32, phase: null, stores: null, storesDone: 0, percent: 100, secondsLeft: null };
const wecom: WeComConnection = { ready: true, takesCallbacks: true, corpId: 'ww', sync: { id: 2, startedAt: '2026-11-30T01:00:00Z', finishedAt: null, stage: 'CONTACTS', employees: 3, contacts: 420, chats: 0, tags: 0, trouble: null }, counts: { employees: 3, customers: 0, contacts: 420, chats: 0, tags: 0, callbacksWaiting: 0 } };

describe('the kinds of work', () => {
  it('say how far they are as far as the server knows', () => {
    expect(runJob(run)).toMatchObject({ key: 'run-3', state: 'RUNNING', percent: 40, secondsLeft: 12, cancel: '/api/runs/3/cancel' });
    expect(importJob(file)).toMatchObject({ key: 'import-5', amount: { key: 'work.rows', values: { n: 1200 } }, cancel: '/api/imports/5/cancel' });
    expect(undoJob(undo)).toMatchObject({ key: 'undo-4', link: '/data/imports/4', percent: 61.5, secondsLeft: 75, amount: { values: { n: 48_210 } }, cancel: null });
    expect(fitJob(fit)).toMatchObject({ key: 'fit-9', percent: 40, link: '/lifetime', cancel: '/api/lifetime/fits/9/cancel' });
    expect(reportJob(report)).toMatchObject({ key: 'report-1764490000001', percent: 40, link: '/experiments/reports?view=layers&from=2026-09-01&until=2026-11-29', title: { values: { of: '2026-09-01 – 2026-11-29' } }, cancel: '/api/experiments/reports/works/1764490000001/cancel' });
    expect(reportJob({ ...report, kind: 'EXPERIMENT', of: '12' }).link).toBe('/experiments/12');
    expect(reportJob({ ...report, kind: 'PROGRAMME', of: '2026-Q3' }).link).toBe('/experiments/reports?quarter=2026-Q3');
    expect(erasureJob(erasure)).toMatchObject({ key: 'erasure-8', link: '/members/77?certificate=8', amount: { values: { n: 32 } } });
    expect(syncJob(wecom)).toMatchObject([{ key: 'sync-2', state: 'RUNNING', percent: 50, amount: { values: { step: 4, of: 6, n: 420 } } }]);
  });

  it('know a sync that was broken off, and one that was never begun', () => {
    const ended = wecom.sync === null ? null : { ...wecom.sync, finishedAt: '2026-11-30T01:02:00Z', trouble: 'refused' };
    expect(syncJob({ ...wecom, sync: ended })).toMatchObject([{ state: 'FAILED', problem: { detail: 'refused' } }]);
    expect(syncJob({ ...wecom, sync: null })).toEqual([]);
  });
});

describe('work in progress', () => {
  let answers: Record<string, unknown> = {};
  beforeEach(() => {
    localStorage.clear();
    answers = {
      '/api/runs': { items: [run], next: null }, '/api/imports': { items: [file], next: null }, '/api/import-undos': { items: [undo], next: null },
      '/api/lifetime/fits': { items: [fit], next: null }, '/api/wecom': wecom, '/api/experiments/reports/works': { items: [report, { ...report, id: 2, kind: 'TOUCHPOINTS', state: 'DONE', seconds: 0.4 }, { ...report, id: 1, kind: 'PROGRAMME', of: '2026-Q3', state: 'DONE', seconds: 8 }], next: null }, '/api/erasures': { items: [erasure], next: null },
    };
    vi.stubGlobal('fetch', vi.fn((path: string) => Promise.resolve(new Response(JSON.stringify(answers[path.split('?')[0] ?? ''] ?? null)))));
  });

  const open = async (role = 'OPERATOR') => {
    answers['/api/session'] = { username: 'admin', role, locale: null };
    const { queries } = showPages({ '/': <WorkInProgress /> });
    queries.setQueryData(SESSION, { username: 'admin', role, locale: null });
    await userEvent.click(screen.getByTestId('work'));
  };

  it('shows every kind in one place', async () => {
    await open();
    expect(await screen.findByText('Scoring 2026-11-29')).toBeDefined();
    expect(await screen.findByText('Undoing import #4')).toBeDefined();
    expect(screen.getByText(/^48,210 events · .*1 min/)).toBeDefined();
    expect(await screen.findByText('Lifetime models of 2026-11-29')).toBeDefined();
    expect(await screen.findByText('Sync with WeCom')).toBeDefined();
    expect(await screen.findByText('Layer report 2026-09-01 – 2026-11-29')).toBeDefined();
    // What took a moment is not told of, what took long is.
    expect(await screen.findByText('Programme 2026-Q3')).toBeDefined();
    expect(screen.queryByText(/Touchpoint report/)).toBeNull();
    expect(await screen.findByText('Import of orders.csv')).toBeDefined();
    expect(screen.queryByText('Import of orders.csv is done')).toBeNull();
    // A run, a fit and a report can be stopped; an undo and a sync cannot.
    expect(screen.getAllByRole('button', { name: /^Cancel/ })).toHaveLength(3);
  });

  it('asks for erasures on behalf of administrators only', async () => {
    await open();
    await screen.findByText('Scoring 2026-11-29');
    expect(fetch).not.toHaveBeenCalledWith(expect.stringContaining('/api/erasures'), expect.anything());
  });

  it('tells the end of what was begun here, also if it ended before one looked', async () => {
    expectEnd('import-5');
    expectEnd('erasure-8');
    await open('ADMINISTRATOR');
    expect(await screen.findByText('Import of orders.csv is done')).toBeDefined();
    expect(await screen.findByText('Erasing member #77 is done')).toBeDefined();
    expect(JSON.parse(localStorage.getItem('guanxi.work') ?? '[]')).not.toContain('import-5');
  });
});
