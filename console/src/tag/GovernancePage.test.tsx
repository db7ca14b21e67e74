import { screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { showPages } from '../testing/page';
import GovernancePage from './GovernancePage';

afterEach(() => vi.unstubAllGlobals());

it('asks for the trials at once, but shows them below nothing whose height is not known', async () => {
  const asked: string[] = [];
  let answer: (it: Response) => void = () => undefined;
  const governance = new Promise<Response>((resolve) => (answer = resolve));
  vi.stubGlobal('fetch', (path: string) => {
    asked.push(path.split('?')[0] ?? '');
    return path.startsWith('/api/tags/governance') ? governance : new Promise<Response>(() => undefined);
  });
  showPages({ '/': <GovernancePage /> });
  await waitFor(() => expect(asked).toContain('/api/tags/trials'));
  const trials = screen.getByText('Do tags work?', { selector: 'h2, h3' }).closest('.below');
  expect(trials?.hasAttribute('hidden')).toBe(true);
  answer(new Response('{"code":"internal","detail":"it broke"}', { status: 500 }));
  await waitFor(() => expect(trials?.hasAttribute('hidden')).toBe(false));
});
