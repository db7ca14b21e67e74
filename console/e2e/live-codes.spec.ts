import type { LiveCode, PageOf } from '../src/api/model';
import { api } from './brand';
import { accessible, expect, login, test } from './console';

/** No enterprise of WeCom is set up where these tests run: what the server would answer is given here. */
test('a live code is changed, and names the journey that newcomers enter', async ({ page }) => {
  const server = await api();
  const name = `newcomers ${Date.now()}`;
  const definition = { name, entry: { kind: 'api' }, start: 'wait', nodes: [{ kind: 'wait', key: 'wait', until: { kind: 'for', days: 1 } }] };
  const { summary } = (await (await server.post('/api/journeys', { data: { definition } })).json()) as { summary: { id: number } };
  expect((await server.post(`/api/journeys/${summary.id}/publish`, { data: { revision: 1 } })).ok()).toBe(true);
  let code: LiveCode = { id: 7, state: 'gx0123456789abcdef', name: '派样机一号', channel: '派样机', scene: '五一', employees: ['lin'], tags: [], templateId: null, journeyId: null, picture: null, createdBy: 'admin', createdAt: '2026-05-01T04:00:00Z', archivedAt: null, skipped: [{ kind: 'TAG', number: 999_999, newcomers: 3, lastAt: '2026-05-02T04:00:00Z' }] };
  await page.route('**/api/live-codes', (route) => route.fulfill({ json: { items: [code], next: null } satisfies PageOf<LiveCode> }));
  await page.route('**/api/live-codes/7', (route) => {
    expect(route.request().method()).toBe('PUT');
    code = { ...code, ...(route.request().postDataJSON() as Partial<LiveCode>), skipped: [] };
    return route.fulfill({ json: code });
  });

  await login(page, '/messages/live-codes');
  await expect(page.locator('.skipped')).toContainText('标签“#999999”已停用或删除：3 位新人没有打上');
  await page.getByRole('button', { name: '修改 派样机一号' }).click();
  const form = page.getByRole('dialog');
  await expect(form.getByLabel('渠道')).toHaveValue('派样机');
  await form.getByLabel('名称').fill('派样机二号');
  await form.getByLabel('进入旅程').fill(name);
  await page.locator('.ant-select-item-option').filter({ hasText: name }).click();
  await accessible(page);
  await form.getByRole('button', { name: /保\s?存/ }).click();
  await expect(form).toBeHidden();

  const row = page.getByRole('row', { name: '派样机二号' });
  await expect(page.locator('.skipped')).toHaveCount(0);
  await expect(row.getByRole('link', { name })).toHaveAttribute('href', `/journeys/${summary.id}`);
  expect(code).toMatchObject({ name: '派样机二号', channel: '派样机', scene: '五一', employees: ['lin'], tags: [], journeyId: summary.id });
  expect((await server.post(`/api/journeys/${summary.id}/stop`)).ok()).toBe(true);
});
