import { expect, it } from 'vitest';
import { choiceOf, KINDS } from './kinds';

it('shows everything where nothing is chosen, or nothing known', () => {
  const all = { kinds: [], names: null, events: true, changes: true, merges: true };
  expect(choiceOf(null)).toEqual(all);
  expect(choiceOf('')).toEqual(all);
  expect(choiceOf('weather')).toEqual(all);
});

it('adds up several kinds', () => {
  expect(choiceOf('merges,orders')).toEqual({ kinds: ['orders', 'merges'], names: ['Order Completed', 'Order Refunded'], events: true, changes: false, merges: true });
  expect(choiceOf('messages,deliveries').names).toEqual([...KINDS.messages, ...KINDS.deliveries]);
});

it('tells what our messages became from what was said, and merges from changes', () => {
  expect(choiceOf('messages').names).not.toContain('Message Delivered');
  expect(choiceOf('deliveries').names).not.toContain('Message Sent');
  expect(choiceOf('changes')).toEqual({ kinds: ['changes'], names: null, events: false, changes: true, merges: false });
  expect(choiceOf('merges')).toMatchObject({ events: false, changes: false, merges: true });
});

it('has each event in one kind', () => {
  const events = Object.values(KINDS).flat();
  expect(new Set(events).size).toBe(events.length);
});
