import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { showPages } from '../testing/page';
import { longEnough } from './found';
import SearchBox from './SearchBox';

afterEach(() => vi.unstubAllGlobals());

const asked: string[] = [];

function search(members: (q: string) => Response) {
  asked.length = 0;
  vi.stubGlobal('fetch', (path: string) => {
    const url = new URL(path, 'http://here');
    if (url.pathname !== '/api/members') return Promise.resolve(new Response('{"items":[],"next":null}'));
    asked.push(url.searchParams.get('q') ?? '');
    return Promise.resolve(members(url.searchParams.get('q') ?? ''));
  });
  showPages({ '/': <SearchBox close={() => undefined} /> });
}

const page = (found: string) => () => new Response(JSON.stringify({ items: [], next: null, found }));

async function type(...texts: string[]) {
  const input = await screen.findByTestId('search-input');
  for (const value of texts) fireEvent.change(input, { target: { value } });
}

it('looks for a member from the second character on; a Chinese name has one', () => {
  expect(['1', '13', '王', ''].map(longEnough)).toEqual([false, true, true, false]);
});

it('asks for what was typed when one pauses, not for every key', async () => {
  search(page('BEGINNING'));
  await type('1', '13', '138', '1380');
  await waitFor(() => expect(asked).toEqual(['1380']));
});

it('says that more begin so than are listed', async () => {
  search(page('TOO_MANY'));
  await type('138');
  expect(await screen.findByText('More than 1,000 members begin with “138”: type a little more')).toBeTruthy();
  expect(screen.queryByText('Nothing is called “138”')).toBeNull();
});

it('does not take a server that fails for one that found nothing', async () => {
  search(() => new Response('{"code":"internal"}', { status: 500 }));
  await type('anna');
  expect(await screen.findByTestId('search-lost')).toBeTruthy();
  expect(screen.queryByText('Nothing is called “anna”')).toBeNull();
});
