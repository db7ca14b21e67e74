import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import type { Lifetime, LifetimeFit, LifetimeFound } from '../api/model';
import { showPages } from '../testing/page';
import LifetimePage from './LifetimePage';

vi.mock('../chart/Chart', () => ({ Chart: () => null, default: () => null }));

const work = { phase: null, percent: 100, secondsLeft: null, startedAt: '2026-11-01T01:00:00Z', finishedAt: '2026-11-01T01:00:09Z', seconds: 9, problem: null };

function found(error: number): LifetimeFound {
  return {
    periods: { from: '2026-01-01', calibrationTo: '2026-08-01', heldBackTo: '2026-11-01', buyers: 900, repeaters: 300, heldBackOrders: 210, every: 1 },
    trials: [
      { kind: 'BG_NBD', parameters: { r: 0.8 }, logLikelihood: -1, starts: 4, agreeing: 4, atEdge: false, refused: null, predictedOrders: 200, totalError: -0.02, frequencyError: error },
      { kind: 'PARETO_NBD', parameters: {}, logLikelihood: null, starts: 0, agreeing: 0, atEdge: false, refused: { code: 'lifetime.not-converged', detail: 'no top' }, predictedOrders: null, totalError: null, frequencyError: null },
    ],
    orders: { kind: 'BG_NBD', parameters: { r: 0.8 }, logLikelihood: -1, buyers: 1000, starts: 4, agreeing: 4, atEdge: false, histories: null, steps: null },
    spend: null, spendRefused: { code: 'lifetime.spend-undefined', detail: 'q is 0.7.' }, tracking: [], frequency: [],
  };
}

const second: LifetimeFit = { ...work, id: 12, state: 'DONE', asOf: '2026-11-08', version: 2, found: found(0.081) };
const failed: LifetimeFit = { ...work, id: 11, state: 'FAILED', asOf: '2026-11-04', version: null, found: null, problem: { code: 'lifetime.not-converged', detail: 'no top' } };
const first: LifetimeFit = { ...work, id: 10, state: 'DONE', asOf: '2026-11-01', version: 1, found: found(0.234) };
const all = { key: null, members: 1000, alive: 600, orders30: 1, orders90: 2, orders365: 3, spend30: null, spend90: null, spend365: null };
const lifetime: Lifetime = { asOf: '2026-11-08', currency: 'CNY', version: 2, inForce: second, latest: second, all, stages: [], layers: [], alive: [], otherCurrencies: [] };

it('keeps every fit with its error, and shows the quality of the one that is chosen', async () => {
  const answers: Record<string, unknown> = { '/api/lifetime': lifetime, '/api/lifetime/fits': { items: [second, failed, first], next: null } };
  vi.stubGlobal('fetch', vi.fn((path: string) => Promise.resolve(new Response(JSON.stringify(answers[path.split('?')[0] ?? ''] ?? null)))));
  showPages({ '/': <LifetimePage /> });
  const old = await screen.findByRole('button', { name: 'Show · Version 1' });
  const row = old.closest('tr');
  if (row === null) throw new Error('no row');
  expect(within(row).getByText('23.4%')).toBeDefined();
  expect(screen.getByText('The models did not converge; their result is not used')).toBeDefined();
  // Both the list and the models of the fit in use say its error.
  expect(screen.getAllByText('8.1%')).toHaveLength(2);
  expect(screen.getAllByText('23.4%')).toHaveLength(1);

  await userEvent.click(old);
  expect(await screen.findByText('Below is how well version 1 of 2026-11-01 fitted, not the one in use')).toBeDefined();
  expect(screen.getAllByText('23.4%')).toHaveLength(2);
  expect(old.getAttribute('aria-pressed')).toBe('true');

  await userEvent.click(screen.getByRole('button', { name: 'Show the one in use' }));
  expect(screen.getAllByText('8.1%')).toHaveLength(2);
  expect(screen.queryByText(/Below is how well/)).toBeNull();
});
