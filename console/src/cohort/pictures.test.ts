import { expect, it } from 'vitest';
import { gapWeeks } from './pictures';

it('counts gaps by full weeks, and whatever takes longer than half a year together', () => {
  const weeks = gapWeeks([
    { kind: 'NEXT', days: 0, times: 2 }, { kind: 'NEXT', days: 6, times: 1 }, { kind: 'NEXT', days: 7, times: 5 },
    { kind: 'NEXT', days: 400, times: 3 }, { kind: 'FIRST', days: 1, times: 9 },
  ], 'NEXT');
  expect(weeks).toHaveLength(27);
  expect([weeks[0], weeks[1], weeks[26]]).toEqual([3, 5, 3]);
  expect(weeks.reduce((sum, n) => sum + n, 0)).toBe(11);
});
