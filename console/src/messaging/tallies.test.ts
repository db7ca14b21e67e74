import { expect, test } from 'vitest';
import type { DayTally } from '../api/model';
import { byDay, reasons, total } from './tallies';

const tally = (day: string, outcome: string, reason: string, messages: number): DayTally => ({ day, channel: 'sms', outcome, reason, messages });

const TALLIES = [
  tally('2026-06-01', 'SENT', '', 3),
  tally('2026-06-03', 'SENT', '', 2),
  tally('2026-06-03', 'SUPPRESSED', 'NO_CONSENT', 1),
  tally('2026-06-03', 'DELAYED', 'QUIET_HOURS', 4),
  tally('2026-06-02', 'SUPPRESSED', 'QUIET_HOURS', 1),
];

test('days without any messages stay in the line', () => {
  expect(byDay(TALLIES, 3, '2026-06-03')).toEqual([
    { day: '2026-06-01', of: { SENT: 3 } },
    { day: '2026-06-02', of: { SUPPRESSED: 1 } },
    { day: '2026-06-03', of: { SENT: 2, SUPPRESSED: 1, DELAYED: 4 } },
  ]);
});

test('the most frequent reason comes first, kept back and put off together', () => {
  expect(reasons(TALLIES)).toEqual([
    { reason: 'QUIET_HOURS', suppressed: 1, delayed: 4 },
    { reason: 'NO_CONSENT', suppressed: 1, delayed: 0 },
  ]);
});

test('an outcome is summed over days and channels', () => {
  expect(total(TALLIES, 'SENT')).toBe(5);
  expect(total(TALLIES, 'READ')).toBe(0);
});
