import { expect, test } from 'vitest';
import type { Finding, SegmentEffect } from '../api/model';
import { together } from './Health';
import { reach, worthDrawing, type Branch } from './pictures';

const branch = (low: number, high: number, certain = false): Branch => ({ name: '', middle: (low + high) / 2, low, high, certain, good: null, lines: [] });

test('one part of a handful of members does not press the others into a line', () => {
  const parts = [branch(-1, 2), branch(-2, 1), branch(-1, 1), branch(-90, 80)];
  expect(reach(parts)).toBe(6);
  expect(reach([...parts.slice(0, 3), branch(-5, 4)])).toBe(5);
});

test('what is certain is never cut', () => {
  expect(reach([branch(-1, 2), branch(-2, 1), branch(-1, 1), branch(70, 90, true)])).toBe(90);
  expect(reach([])).toBe(0);
  expect(reach([branch(0, 0), branch(0, 0), branch(0, 0), branch(-3, 3)])).toBe(3);
});

test('of many parts a picture shows the certain and those with most members, in their order', () => {
  const part = (members: number, qValue = 1) => ({ controls: members, treated: members + 1, qValue }) as SegmentEffect;
  const parts = [part(5), part(90), part(1, 0.01), part(70), part(80)];
  expect(worthDrawing(parts, 3)).toEqual([1, 2, 4]);
  expect(worthDrawing(parts, 9)).toEqual([0, 1, 2, 3, 4]);
  expect(worthDrawing([part(1, 0.01), part(9), part(2, 0.02)], 1)).toEqual([0, 2]);
});

test('the open windows of metrics are told together where they are of as many', () => {
  const open = (of: string, count: number): Finding => ({ code: 'window-open', grave: false, count, of });
  const other: Finding = { code: 'in-two-arms', grave: true, count: 9, of: null };
  expect(together([open('a', 9), other, open('b', 9), open('c', 7)])).toEqual([open('a” · “b', 9), other, open('c', 7)]);
});
