import { screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { showPages } from '../testing/page';
import TailPage from './TailPage';

const event = { position: 1, receivedAt: '2026-11-30T01:00:00Z', type: 'track', event: 'Shop Visited', ts: '2026-11-30T01:00:00Z', identifiers: [], community: null, amount: null, currency: null, object: null, properties: null, source: 'shop' };
const NONE = 'No event has come by the API yet; imported files are not shown here';
let answer: () => Promise<Response>;

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  vi.stubGlobal('fetch', () => answer());
});
afterEach(() => vi.useRealTimers());

it('does not say that there is nothing before the server has answered', async () => {
  let say: (response: Response) => void = () => undefined;
  answer = () => new Promise((resolve) => { say = resolve; });
  showPages({ '/': <TailPage /> });
  expect(screen.queryByText(NONE)).toBeNull();
  say(new Response(JSON.stringify({ items: [], next: '0' })));
  expect(await screen.findByText(NONE)).toBeDefined();
});

it('keeps what it has shown and says that it cannot follow', async () => {
  answer = () => Promise.resolve(new Response(JSON.stringify({ items: [event], next: '1' })));
  showPages({ '/': <TailPage /> });
  expect(await screen.findByText('Shop Visited')).toBeDefined();
  answer = () => Promise.resolve(new Response(JSON.stringify({ code: 'server.busy', detail: 'The server is busy.' }), { status: 503 }));
  await vi.advanceTimersByTimeAsync(2500);
  expect(await screen.findByText('The server is busy.')).toBeDefined();
  expect(screen.getByText('Shop Visited')).toBeDefined();
});
