import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { ApiProblem } from '../api/client';
import { showPages } from '../testing/page';
import { Answer } from './states';

const refused = new ApiProblem(503, { code: 'server.busy', detail: 'The server is busy.' });
const shown = (asked: Partial<Parameters<typeof Answer<string>>[0]['of']>) =>
  showPages({ '/': <Answer<string> of={{ data: undefined, error: null, isPending: false, refetch: () => undefined, ...asked }}>{(data) => <p>{data}</p>}</Answer> });

it('says above earlier figures that they could not be read again', async () => {
  const refetch = vi.fn();
  shown({ data: 'figures', error: refused, dataUpdatedAt: Date.parse('2026-11-30T01:05:00Z'), refetch });
  expect(screen.getByText('figures')).toBeDefined();
  expect(screen.getByText('Could not be read again; these are the figures of 2026-11-30 09:05')).toBeDefined();
  expect(screen.getByText('The server is busy.')).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: /Try again/ }));
  expect(refetch).toHaveBeenCalledOnce();
});

it('says nothing of figures that are as new as they can be', () => {
  shown({ data: 'figures' });
  expect(screen.queryByTestId('stale')).toBeNull();
});

it('tries the next page again where only that one failed', async () => {
  const refetch = vi.fn();
  const fetchNextPage = vi.fn();
  shown({ data: 'figures', error: refused, isFetchNextPageError: true, refetch, fetchNextPage });
  expect(screen.getByText('What follows could not be read')).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: /Try again/ }));
  expect(fetchNextPage).toHaveBeenCalledOnce();
  expect(refetch).not.toHaveBeenCalled();
});
