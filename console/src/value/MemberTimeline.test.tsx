import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { Member } from '../api/model';
import { showPages } from '../testing/page';
import { MemberTimeline } from './MemberTimeline';

afterEach(() => vi.unstubAllGlobals());

const MEMBER = { no: 7, scored: true, joined: '2023-02-01' } as Member;
const asked: string[] = [];

/** A server that answers by the part of the member that is asked for; one that is missing fails. */
function serve(parts: Record<string, (query: URLSearchParams) => unknown>) {
  asked.length = 0;
  vi.stubGlobal('IntersectionObserver', class { observe = () => undefined; disconnect = () => undefined; });
  vi.stubGlobal('fetch', (path: string) => {
    const url = new URL(path, 'http://here');
    asked.push(`${url.pathname.split('/').at(-1)}${url.search}`);
    const part = parts[url.pathname.split('/').at(-1) ?? ''];
    return Promise.resolve(part === undefined ? new Response('{"code":"internal","detail":"it broke"}', { status: 500 }) : new Response(JSON.stringify(part(url.searchParams))));
  });
}

const timeline = () => ({ items: [{ eventId: 'a', event: 'Own Thing', ts: '2026-05-01T08:00:00Z', community: null, amount: null, object: null, source: 's' }], next: null });
const identifiers = () => ({ merges: [] });

it('says that changes could not be read rather than that nothing happened', async () => {
  serve({ timeline, identifiers });
  showPages({ '/': <MemberTimeline member={MEMBER} /> }, '/?kind=changes');
  expect(await screen.findByText('The changes of stage and layer could not be read; what follows may not be all')).toBeTruthy();
  expect(screen.queryByText('Nothing happened yet')).toBeNull();
});

it('has changes computed as far back as the line goes, and says where they end', async () => {
  const history = (query: URLSearchParams) => ({ asOf: '2026-05-03', changes: query.get('weeks') === '208' ? [{ day: '2024-03-04', kind: 'STAGE', from: 'INTEREST', to: 'LOYALTY' }] : [] });
  serve({ timeline, identifiers, history });
  showPages({ '/': <MemberTimeline member={MEMBER} /> });
  expect(await screen.findByText('2024-03-04')).toBeTruthy();
  expect(asked.filter((it) => it.startsWith('history'))).toEqual(['history?weeks=52', 'history?weeks=208']);
  expect(screen.queryByTestId('timeline-before')).toBeNull();
});

it('tells of the day before which there are none', async () => {
  serve({ timeline, identifiers, history: () => ({ asOf: '2026-05-03', changes: [] }) });
  showPages({ '/': <MemberTimeline member={{ ...MEMBER, joined: '2010-01-01' }} /> });
  await waitFor(() => expect(screen.getByTestId('timeline-before').textContent).toBe('Changes of stage and layer before 2016-05-15 are not computed'));
});

it('shows merges without changes, and several kinds at once', async () => {
  const merge = { memberNo: 9, intoNo: 7, mergedAt: '2026-04-01T00:00:00Z', eventId: 'e', kind: 'phone', key: '1', otherKind: 'card', otherKey: '2' };
  serve({ timeline, identifiers: () => ({ merges: [merge] }), history: () => ({ asOf: '2026-05-03', changes: [{ day: '2026-04-04', kind: 'STAGE', from: 'INTEREST', to: 'LOYALTY' }] }) });
  showPages({ '/': <MemberTimeline member={MEMBER} /> }, '/?kind=merges');
  expect(await screen.findByText('Merged with member #9')).toBeTruthy();
  expect(screen.queryByText('2026-04-04')).toBeNull();
  expect(screen.queryByText('Own Thing')).toBeNull();
  cleanup();

  showPages({ '/': <MemberTimeline member={MEMBER} /> }, '/?kind=orders,changes');
  expect(await screen.findByText('2026-04-04')).toBeTruthy();
  expect(asked.filter((it) => it.startsWith('timeline')).at(-1)).toContain('events=Order+Completed%2COrder+Refunded');
});
