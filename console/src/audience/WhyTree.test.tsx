import { screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { AudienceReason } from '../api/model';
import { showPages } from '../testing/page';
import { WhyTree } from './WhyTree';

beforeEach(() => vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify({ items: [{ id: 'tea', name: 'Tea lovers' }], next: null })))));
afterEach(() => vi.unstubAllGlobals());

const names = { audiences: new Map([[4, 'Buyers']]), lists: new Map([[7, 'VIP']]), tags: new Map<number, string>() };

function reason(en: string, more: Partial<AudienceReason> = {}): AudienceReason {
  return { pointer: '', sentence: { zh: en, en }, holds: true, facts: {}, tags: [], communities: [], of: [], ...more };
}

const shown = (of: AudienceReason) => showPages({ '/': <WhyTree of={of} names={names} /> });
const facts = () => [...document.querySelectorAll('dl.why-facts div')].map((it) => `${it.querySelector('dt')?.textContent}: ${it.querySelector('dd')?.textContent}`);

it('says when the first was done, when the other followed, and how many days are allowed', () => {
  shown(reason('then', { facts: { first_on: '2026-10-31', then_on: '2026-11-08', days_between: '8', days_allowed: '7' } }));
  expect(facts()).toEqual(['the first done: 2026-10-31', 'the other after it: 2026-11-08', 'days between: 8', 'days allowed: 7']);
});

it('says what never happened, which share was drawn, and who uploaded a list', () => {
  shown(reason('all', {
    of: [
      reason('then', { pointer: '/of/0', facts: { first_on: 'never', then_on: 'never', days_allowed: '7' } }),
      reason('share', { pointer: '/of/1', facts: { drawn: '28.5326', percent: '30.5' } }),
      reason('on list 7', { pointer: '/of/2', facts: { list: 'true', on_list: 'false', uploaded_at: '2026-11-01T01:05:00Z', uploaded_by: 'lin' } }),
    ],
  }));
  expect(facts()).toEqual([
    'the first done: never', 'the other after it: never', 'days allowed: 7', 'number drawn: 28.5326 %', 'in below: 30.5 %', 'list: true', 'on it: no', 'uploaded: 2026-11-01 09:05', 'by: lin',
  ]);
  expect(screen.getByText('on list “VIP”')).toBeDefined();
});

it('says who put a tag on the member, when, and until when', () => {
  shown(reason('carries tag 12', { tags: [{ tag: 12, name: 'Loves tea', by: { kind: 'RULE', name: 'Tea drinkers', reference: '3' }, taggedAt: '2026-11-01T01:05:00Z', expiresAt: '2026-12-01T01:05:00Z' }] }));
  const line = screen.getByText('Loves tea').closest('li');
  expect(line?.textContent).toBe('Loves tea since 2026-11-01 09:05, by rule Tea drinkers until 2026-12-01 09:05');
  expect(screen.getByRole('link', { name: 'Loves tea' }).getAttribute('href')).toBe('/tags/12');
});

it('names the communities, with period and role where the condition asks for them', async () => {
  shown(reason('community', { communities: [
    { id: 'tea', community: 'tea', belongs: true, stage: 'GOLDEN', role: 'OWNER' },
    { id: 'run', community: 'run', belongs: false, stage: null, role: null },
  ] }));
  expect((await screen.findByRole('link', { name: 'Tea lovers' })).closest('li')?.textContent).toBe('Tea lovers belongs · Golden period · Owner');
  expect(screen.getByRole('link', { name: 'run' }).closest('li')?.textContent).toBe('run once belonged');
});

it('draws another audience with its own conditions below it, and the snapshot of a day', () => {
  shown(reason('all', { of: [
    reason('in audience 4', { pointer: '/of/0', facts: { audience: 'Buyers' }, of: [reason('any', { of: [reason('ordered', { pointer: '/of/0', holds: false, facts: { count: '0' } })] })] }),
    reason('in audience 4 on a day', { pointer: '/of/1', facts: { audience: 'Buyers', snapshot: '2026-11-01', in_snapshot: 'false' } }),
  ] }));
  const nested = screen.getByText('in audience “Buyers”').closest<HTMLElement>('.why-node') ?? document.body;
  expect(within(nested).getByText('ordered')).toBeDefined();
  expect(within(nested).getByLabelText('does not hold')).toBeDefined();
  expect(facts()).toEqual(['audience: Buyers', 'times: 0', 'audience: Buyers', 'end of day: 2026-11-01', 'in it then: no']);
});
