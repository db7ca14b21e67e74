import { expect, it } from 'vitest';
import { thirtyDays } from './Volume';

it('fills in the days without any event, over a month’s end', () => {
  const days = thirtyDays({ days: [{ day: '2026-02-10', count: 3 }, { day: '2026-03-02', count: 5 }] });
  expect(days).toHaveLength(30);
  expect(days[0]).toEqual({ day: '2026-02-01', count: 0 });
  expect(days.filter((it) => it.count > 0)).toEqual([{ day: '2026-02-10', count: 3 }, { day: '2026-03-02', count: 5 }]);
  expect(thirtyDays({ days: [] })).toEqual([]);
});
