import { readFile } from 'node:fs/promises';
import { orders } from './brand';
import { accessible, expect, figure, login, test } from './console';

test('a file with two bad rows goes from the wizard to its rejects, and is taken back', async ({ page }) => {
  test.setTimeout(120_000);
  await login(page, '/data/imports/new');
  // A source of its own, so that every row is new whenever this runs.
  const source = `e2e-${Date.now()}`;
  await page.locator('input[type=file]').setInputFiles({ name: 'orders.csv', mimeType: 'text/csv', buffer: Buffer.from(orders({ bad: true })) });
  await page.locator('#source').fill(source);
  await expect(page.getByTestId('map')).toHaveValue(/ordered_at +AS ts/);
  await expect(page.getByTestId('map')).toHaveValue(/phone +AS id_phone/);

  await page.getByRole('button', { name: '预览' }).click();
  await expect(page.getByTestId('preview')).toContainText('完成订单');
  await accessible(page);

  await page.getByTestId('start-import').click();
  await expect(page).toHaveURL(/\/data\/imports\/\d+$/);
  await expect(page.locator('[data-state=DONE]')).toBeVisible({ timeout: 45_000 });
  expect([await figure(page, 'read'), await figure(page, 'accepted'), await figure(page, 'duplicate'), await figure(page, 'rejected')]).toEqual([42, 40, 0, 2]);
  await accessible(page);

  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('rejects').click()]);
  const rejects = (await readFile(await download.path(), 'utf8')).trim().split(/\r?\n/);
  expect(rejects).toHaveLength(3);
  expect(rejects.join('\n')).toContain('E-98');
  expect(rejects.join('\n')).toContain('E-99');

  await page.getByTestId('undo').click();
  await page.getByRole('tooltip').getByRole('button', { name: '撤销这次导入' }).click();
  await expect(page.getByTestId('undone')).toContainText('取出 40 个事件');
  await accessible(page);

  await page.getByRole('link', { name: '返回导入列表' }).click();
  await expect(page.getByRole('row').filter({ hasText: source })).toContainText('已撤销');
});

test('a whole file is tried before it is taken', async ({ page }) => {
  test.setTimeout(120_000);
  await login(page, '/data/imports/new');
  await page.locator('input[type=file]').setInputFiles({ name: 'orders.csv', mimeType: 'text/csv', buffer: Buffer.from(orders({ bad: true })) });
  await page.locator('#source').fill(`e2e-trial-${Date.now()}`);
  await page.getByRole('button', { name: '预览' }).click();
  await page.getByTestId('try-import').click();
  await expect(page.getByTestId('tried')).toBeVisible({ timeout: 45_000 });
  expect([await figure(page, 'accepted'), await figure(page, 'duplicate'), await figure(page, 'rejected')]).toEqual([40, 0, 2]);
  await accessible(page);

  await page.getByTestId('take').click();
  await expect(page.locator('[data-state=DONE]')).toBeVisible({ timeout: 45_000 });
  expect([await figure(page, 'accepted'), await figure(page, 'rejected')]).toEqual([40, 2]);
  await page.getByTestId('undo').click();
  await page.getByRole('tooltip').getByRole('button', { name: '撤销这次导入' }).click();
  await expect(page.getByTestId('undone')).toContainText('取出 40 个事件');
});

test('a file on its way can be held back', async ({ page }) => {
  await login(page, '/data/imports/new');
  const source = `e2e-held-${Date.now()}`;
  await page.locator('input[type=file]').setInputFiles({ name: 'orders.csv', mimeType: 'text/csv', buffer: Buffer.from(orders({ bad: true })) });
  await page.locator('#source').fill(source);
  await page.getByRole('button', { name: '预览' }).click();
  // A line so slow that nothing of it arrives.
  await page.route('**/api/imports', (route) => (route.request().method() === 'POST' ? undefined : route.continue()));
  await page.getByTestId('start-import').click();
  const broken = page.waitForEvent('requestfailed', (request) => request.method() === 'POST' && request.url().endsWith('/api/imports'));
  await page.getByTestId('stop-sending').click();
  await broken;
  await expect(page.getByTestId('stop-sending')).toBeHidden();
  await expect(page.getByTestId('start-import')).toBeEnabled();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.unroute('**/api/imports');
  const listed = await page.request.get('/api/imports?limit=50');
  expect(await listed.text()).not.toContain(source);
});

test('a map that the server refuses is answered with the reason', async ({ page, meant }) => {
  await login(page, '/data/imports/new');
  await page.locator('input[type=file]').setInputFiles({ name: 'orders.csv', mimeType: 'text/csv', buffer: Buffer.from(orders({ bad: false })) });
  await page.getByTestId('map').fill('SELECT no_such_column AS ts FROM input');
  meant.push(/\/api\/imports\/preview$/);
  await page.getByRole('button', { name: '预览' }).click();
  await expect(page.locator('.refusal')).toContainText('no_such_column');
});
