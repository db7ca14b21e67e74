import type { EventSummary, PageOf, SourceQuality } from '../src/api/model';
import { api, bringScores } from './brand';
import { accessible, expect, figure, login, test } from './console';

test.beforeAll(bringScores);

const basic = () => `Basic ${Buffer.from(`${process.env.GUANXI_WRITE_KEY ?? ''}:`).toString('base64')}`;

test('an event that is sent appears in the live tail, and one that is refused in the data quality', async ({ page, request }) => {
  await login(page, '/data/tail');
  await expect(page.getByRole('status')).toHaveText('正在接收');
  const name = `Kite Flown ${Date.now()}`;
  const sent = await request.post('/v1/track', { headers: { Authorization: basic() }, data: { userId: 'e2e-tail', event: name, properties: { colour: 'red' } } });
  expect(sent.ok(), await sent.text()).toBe(true);
  await request.post('/v1/track', { headers: { Authorization: basic() }, data: { userId: 'e2e-tail', properties: {} } });
  await expect(page.getByRole('row').filter({ hasText: name })).toContainText('e2e-tail');
  await accessible(page);

  await page.goto('/data/quality');
  await expect(page.getByRole('row').filter({ hasText: 'event.name-missing' }).first()).toBeVisible();
  await accessible(page);
});

test('the data quality shows the figures of the call', async ({ page }) => {
  await login(page, '/data/quality?days=90');
  await expect(page.locator('data[data-figure=events]')).toBeVisible();
  const { items } = (await (await (await api()).get('/api/data-quality?days=90')).json()) as PageOf<SourceQuality>;
  const sum = (of: (it: SourceQuality) => number) => items.reduce((all, it) => all + of(it), 0);
  expect([await figure(page, 'events'), await figure(page, 'late'), await figure(page, 'malformed')]).toEqual([sum((it) => it.events), sum((it) => it.late), sum((it) => it.malformed)]);
});

test('the catalogue leads to an event’s volume and properties', async ({ page }) => {
  await login(page, '/data/events?q=Order');
  await page.getByRole('link', { name: '完成订单' }).click();
  await expect(page).toHaveURL(/\/data\/events\/Order%20Completed$/);
  await expect(page.locator('data[data-figure=count]')).toBeVisible();
  expect(await figure(page, 'count')).toBeGreaterThan(0);
  await accessible(page);
});

test('the catalogue tells which events have properties that drifted', async ({ page }) => {
  await login(page, '/data/events?show=drifted');
  const server = await api();
  const drifted = async () => ((await (await server.get('/api/events')).json()) as PageOf<EventSummary>).items.map((it) => it.drifted);
  await expect.poll(async () => (await drifted()).includes(null)).toBe(false);
  await page.reload();
  const some = (await drifted()).filter((n) => n !== null && n > 0).length;
  await expect(some === 0 ? page.getByText('没有事件的属性新增') : page.locator('tbody tr.ant-table-row').nth(some - 1)).toBeVisible();
  await expect(page.locator('tbody tr.ant-table-row')).toHaveCount(Math.min(some, 50));
  await accessible(page);
});

test('one search finds pages, members and events, by keyboard alone', async ({ page }) => {
  await login(page);
  await page.keyboard.press('Control+k');
  const input = page.getByTestId('search-input');
  await expect(input).toBeFocused();
  await accessible(page);
  await input.fill('完成订单');
  await expect(page.getByRole('option', { name: /完成订单/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/data\/events\/Order%20Completed$/);

  await page.keyboard.press('Control+k');
  await input.fill('audit');
  await expect(page.getByRole('option', { name: '审计日志' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(input).toBeHidden();
});
