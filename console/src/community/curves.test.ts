import { expect, it } from 'vitest';
import type { CommunityDetail, CommunityWeek, LifePoint } from '../api/model';
import { ages } from './curves';

const point = (age: number, own: number | null): LifePoint => ({ age, communities: 9, activeShare: 0.4, median: 0.35, low: 0.2, high: 0.6, own });
const week = (monday: string, age: number) => ({ week: monday, age }) as CommunityWeek;

it('draws a forecast on by the age of the community, beyond the oldest of all where it must', () => {
  const community = {
    weeks: [week('2026-11-02', 0), week('2026-11-09', 1), week('2026-11-16', 2)],
    forecasts: [
      { measure: 'VALUE', points: [{ week: '2026-11-23', ahead: 1, expected: 9, low: 8, high: 10 }] },
      { measure: 'ACTIVITY', points: [{ week: '2026-11-23', ahead: 1, expected: 0.3, low: 0.2, high: 0.4 }, { week: '2026-11-30', ahead: 2, expected: 0.28, low: 0.1, high: 0.5 }] },
    ],
  } as CommunityDetail;
  const drawn = ages([point(1, 0.5), point(2, 0.45), point(3, null)], community);
  expect(drawn.map((it) => [it.age, it.all?.median, it.own, it.expected?.expected])).toEqual([
    [1, 0.35, 0.5, undefined], [2, 0.35, 0.45, undefined], [3, 0.35, null, 0.3], [4, undefined, null, 0.28],
  ]);
});

it('shows all communities without one of them', () => {
  expect(ages([point(2, null), point(1, null)], null).map((it) => [it.age, it.expected])).toEqual([[1, undefined], [2, undefined]]);
});
