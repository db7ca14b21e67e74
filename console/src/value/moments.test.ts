import { expect, it } from 'vitest';
import type { Merge, StandingChange, TimelineEvent } from '../api/model';
import { formatFor } from '../text/format';
import { beginsAt, moments, weeksBackTo } from './moments';

const { dayBegins } = formatFor('en', 'Asia/Shanghai', 'CNY');

const event = (ts: string): TimelineEvent => ({ eventId: ts, event: 'Message Sent', ts, community: null, amount: null, currency: null, object: null, properties: null, source: 's' });
const change = (day: string): StandingChange => ({ day, kind: 'STAGE', from: 'INTEREST', to: 'PURCHASE' });
const merge = (mergedAt: string): Merge => ({ memberNo: 2, intoNo: 1, mergedAt, eventId: 'e', kind: 'phone', key: '1', otherKind: 'card', otherKey: '2' });

it('puts a change above the events of its day', () => {
  const line = moments([event('2026-05-02T08:00:00Z'), event('2026-05-01T08:00:00Z')], [change('2026-05-01')], [], true, dayBegins);
  expect(line.map((it) => it.what)).toEqual(['event', 'change', 'event']);
});

it('counts days in the brand’s zone', () => {
  // 17:00 in London is one hour into the next day in Shanghai: it stands above the change of the day before.
  const line = moments([event('2026-05-01T17:00:00Z'), event('2026-05-01T15:00:00Z')], [change('2026-05-01')], [], true, dayBegins);
  expect(line.map((it) => it.what)).toEqual(['event', 'change', 'event']);
});

it('holds back what is older than the events loaded so far', () => {
  const loaded = [event('2026-05-02T08:00:00Z')];
  expect(moments(loaded, [change('2026-05-01')], [merge('2026-04-01T00:00:00Z')], false, dayBegins)).toHaveLength(1);
  expect(moments(loaded, [change('2026-05-01')], [merge('2026-04-01T00:00:00Z')], true, dayBegins).map((it) => it.what)).toEqual(['event', 'change', 'merge']);
});

it('shows changes alone where no events are wanted', () => {
  expect(moments([], [change('2026-05-01')], [], true, dayBegins)).toHaveLength(1);
});

it('has as much of the past computed as the line is long, as far as can be', () => {
  expect(weeksBackTo('2026-05-01T00:00:00Z', '2026-05-03')).toBe(52);
  expect(weeksBackTo('2025-05-12T00:00:00Z', '2026-05-03'), 'with a week to spare: changes stand at the end of their day').toBe(52);
  expect(weeksBackTo('2025-05-04T00:00:00Z', '2026-05-03')).toBe(104);
  expect(weeksBackTo('2021-01-01', '2026-05-03')).toBe(520);
  expect(weeksBackTo('2001-01-01', '2026-05-03')).toBe(520);
});

it('tells where the computed past begins, unless the member came later', () => {
  expect(beginsAt('2026-05-03', 52, '2020-01-01')).toBe('2025-05-04');
  expect(beginsAt('2026-05-03', 52, '2025-05-05')).toBeNull();
  expect(beginsAt('2026-05-03', 52, null)).toBeNull();
});
