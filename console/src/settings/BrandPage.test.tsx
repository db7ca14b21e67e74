import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { SESSION } from '../access/session';
import type { Brand } from '../api/model';
import { showPages } from '../testing/page';
import BrandPage from './BrandPage';

afterEach(() => vi.unstubAllGlobals());

const BRAND: Brand = { name: 'Lotus', zone: 'Asia/Shanghai', currency: 'CNY', locale: 'zh-CN', sandbox: false, nameGiven: false, localeGiven: false };
const sent: unknown[] = [];

function show(brand: Brand, role: string) {
  sent.length = 0;
  vi.stubGlobal('fetch', (path: string, { method, body }: { method?: string; body?: string } = {}) => {
    if (method === 'PATCH') sent.push(JSON.parse(body ?? ''));
    const session = { username: 'a', role, locale: 'en' };
    return Promise.resolve(new Response(JSON.stringify(path.startsWith('/api/session') ? session : method === 'PATCH' ? { ...brand, ...(JSON.parse(body ?? '') as object) } : brand)));
  });
  const { queries } = showPages({ '/': <BrandPage /> });
  queries.setQueryData(SESSION, { username: 'a', role, locale: 'en' });
  return queries;
}

it('lets an administrator call the brand something else', async () => {
  const queries = show(BRAND, 'ADMINISTRATOR');
  const name = await screen.findByTestId('brand-name');
  await userEvent.clear(name);
  await userEvent.type(name, 'Peony');
  await userEvent.click(screen.getByTestId('brand-save'));
  await waitFor(() => expect(sent).toEqual([{ name: 'Peony' }]));
  await waitFor(() => expect(queries.getQueryData<Brand>(['brand'])?.name).toBe('Peony'));
});

it('says what a setting of the server gives, and sends nothing of it', async () => {
  show({ ...BRAND, nameGiven: true }, 'ADMINISTRATOR');
  expect((await screen.findByTestId<HTMLInputElement>('brand-name')).disabled).toBe(true);
  expect(screen.getByText('Given by the server’s setting GUANXI_BRAND; it cannot be changed here')).toBeDefined();
  await userEvent.click(screen.getByTestId('brand-save'));
  await waitFor(() => expect(sent).toEqual([{}]));
});

it('only shows others', async () => {
  show(BRAND, 'OPERATOR');
  expect(await screen.findByText('Lotus')).toBeDefined();
  expect(screen.queryByTestId('brand-save')).toBeNull();
});
