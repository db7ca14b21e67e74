import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { showPages } from '../testing/page';
import EventsPage from './EventsPage';

afterEach(() => vi.unstubAllGlobals());

const EVENTS = Array.from({ length: 60 }, (_, i) => ({ event: `Thing ${i}`, standard: null, count: i, days: [], drifted: i % 7, firstSeen: '2026-01-01T00:00:00Z', lastSeen: '2026-05-01T00:00:00Z' }));

function show(at: string) {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify({ items: EVENTS, next: null }))));
  return showPages({ '/': <EventsPage /> }, at);
}

const first = () => screen.getAllByRole('link', { name: /^Thing/ })[0]?.textContent;

it('shows the page and the order that the address asks for', async () => {
  show('/?sort=count&page=2');
  await screen.findByRole('link', { name: 'Thing 50' });
  expect(first()).toBe('Thing 50');
});

it('keeps them in the address, and begins another order at its first page', async () => {
  const { history } = show('/');
  await screen.findByRole('link', { name: 'Thing 59' });
  expect(first()).toBe('Thing 59');
  await userEvent.click(screen.getByTitle('2'));
  await waitFor(() => expect(history.location.search).toBe('?page=2'));
  expect(first()).toBe('Thing 9');
  const [head] = screen.getAllByRole('columnheader', { name: /Properties that changed/ });
  if (head !== undefined) await userEvent.click(head);
  await waitFor(() => expect(history.location.search).toBe('?sort=drifted'));
}, 20_000);

it('shows the last page where the address asks for one beyond', async () => {
  show('/?page=9');
  expect(await screen.findByRole('link', { name: 'Thing 0' })).toBeDefined();
});
