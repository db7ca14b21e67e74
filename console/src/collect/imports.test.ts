import { expect, it } from 'vitest';
import type { Import } from '../api/model';
import { withLatest } from './imports';

const one = (id: number, state: Import['state'], more: Partial<Import> = {}): Import => ({
  id, state, phase: null, percent: null, secondsLeft: null, startedAt: null, finishedAt: null, seconds: null, problem: null, source: 'shop', fileName: `${id}.csv`,
  read: 0, mapped: 0, createdAt: '2026-11-30T01:00:00Z', accepted: 0, duplicate: 0, rejected: 0, trial: false, newMembers: null, merges: null, ...more,
});
const ids = (list: Import[]) => list.map((it) => it.id);

it('shows the latest imports as they stand now, before those that were read', () => {
  const list = withLatest([one(3, 'RUNNING'), one(2, 'DONE'), one(1, 'FAILED')], [one(4, 'WAITING'), one(3, 'DONE', { accepted: 40 })], 'all');
  expect(ids(list)).toEqual([4, 3, 2, 1]);
  expect(list[1]).toMatchObject({ state: 'DONE', accepted: 40 });
});

it('keeps each view true while imports go on', () => {
  const latest = [one(6, 'RUNNING'), one(5, 'FAILED'), one(4, 'DONE', { rejected: 2 })];
  expect(ids(withLatest([one(5, 'RUNNING'), one(1, 'WAITING')], latest, 'busy'))).toEqual([6, 1]);
  expect(ids(withLatest([one(2, 'CANCELLED')], latest, 'failed'))).toEqual([5, 2]);
  expect(ids(withLatest([one(2, 'DONE', { rejected: 1 })], latest, 'rejected'))).toEqual([4, 2]);
});
