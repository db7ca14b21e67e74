import { expect, it } from 'vitest';
import type { Community } from '../api/model';
import { sayIn } from '../text/language';
import { multiplesFigures, points, top } from './oneScale';

it('holds every community and the line on one scale', () => {
  expect(top([{ trend: [12, 31.2] }, { trend: [] }], 14.2)).toBe(40);
  expect(top([{ trend: [12, 31.2] }], 52)).toBe(60);
  expect(top([{ trend: [3] }], null)).toBe(10);
});

it('puts the last full week of a young community at the right edge', () => {
  expect(points([10, 20], 40)).toEqual([[10 / 11, 0.25], [1, 0.5]]);
});

it('lists the weeks a young community has under the same columns as those of an old one', () => {
  const old = { name: 'Old', stage: 'GOLDEN', trend: Array.from({ length: 12 }, (_, i) => i + 1) } as Community;
  const young = { name: 'Young', stage: null, trend: [7, 9] as number[] } as Community;
  const { columns, rows } = multiplesFigures([old, young], 14.2, sayIn('en'));
  expect(columns.slice(-2)).toEqual(['Week −1', 'last full week']);
  expect(rows[0]).toEqual(['Old', 'Golden period', 14.2, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  expect(rows[1]?.slice(-3)).toEqual([null, 7, 9]);
});
