import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { App } from 'antd';
import { afterEach, expect, it, vi } from 'vitest';
import type { Audience } from '../api/model';
import { showPages } from '../testing/page';
import { OwnerField } from './OwnerField';

afterEach(() => vi.unstubAllGlobals());

const audience = { id: 4, ready: 'stage-loyalty', owner: 'guanxi' } as Audience;

function server(role: string) {
  const calls: string[] = [];
  vi.stubGlobal('fetch', (path: string, init: RequestInit = {}) => {
    const answer = path === '/api/session' ? { username: 'lin', role, locale: 'en' } : path === '/api/audiences/owners' ? { items: [{ name: 'lin' }, { name: 'wu' }], next: null } : { ...audience, owner: 'wu' };
    if (init.method === 'PUT') calls.push(`${path} ${init.body as string}`);
    return Promise.resolve(new Response(JSON.stringify(answer)));
  });
  return calls;
}

it('gives an audience to another user by name', async () => {
  const calls = server('OPERATOR');
  showPages({ '/': <App><OwnerField of={audience} /></App> });
  await userEvent.click(await screen.findByRole('combobox', { name: 'Owner' }));
  await userEvent.click(await screen.findByText('wu'));
  await waitFor(() => expect(calls).toEqual(['/api/audiences/4/owner {"owner":"wu"}']));
  expect(await screen.findByText('Now owned by wu')).toBeDefined();
});

it('only says who the owner is to those who may not change it', async () => {
  server('ANALYST');
  showPages({ '/': <App><OwnerField of={audience} /></App> });
  expect(await screen.findByText('Ready-made')).toBeDefined();
  expect(screen.queryByRole('combobox')).toBeNull();
});
