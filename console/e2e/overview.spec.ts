import type { Overview } from '../src/api/model';
import { api, bringScores } from './brand';
import { accessible, expect, figure, login, test } from './console';

test.beforeAll(bringScores);

test('the overview shows the figures of the call', async ({ page }) => {
  const overview = (await (await (await api()).get('/api/overview')).json()) as Overview;
  await login(page);
  await expect(page.getByTestId('totals')).toBeVisible();
  const { totals, topSpenders } = overview;
  expect({
    members: await figure(page, 'members'), highValue: await figure(page, 'highValue'), communities: await figure(page, 'communities'),
    orders: await figure(page, 'orders'), spend: await figure(page, 'spend'), topShare: await figure(page, 'topShare'),
  }).toEqual({
    members: totals.members, highValue: totals.highValue, communities: totals.communities, orders: totals.orders, spend: totals.spend,
    topShare: topSpenders?.spendShare,
  });
  expect(totals.members).toBeGreaterThan(0);

  const pyramid = page.getByRole('region', { name: '价值金字塔' });
  await pyramid.getByRole('button', { name: '以表格查看' }).click();
  for (const level of overview.levels) await expect(pyramid.getByRole('row').filter({ hasText: String(level.members) }).first()).toBeVisible();
  await accessible(page);
});

test('score now runs to its end and moves the time of the scores', async ({ page }) => {
  await login(page);
  const before = ((await (await (await api()).get('/api/overview')).json()) as Overview).run?.id ?? 0;
  await page.getByTestId('score-now').click();
  await expect.poll(async () => {
    const { run } = (await (await (await api()).get('/api/overview')).json()) as Overview;
    return run !== null && run.id > before ? run.state : 'none';
  }, { timeout: 45_000 }).toBe('DONE');
  await expect(page.getByTestId('score-now')).toBeEnabled();
});
