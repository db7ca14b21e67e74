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

test('the members behind a figure are listed, and opened as an audience of as many', async ({ page }) => {
  test.setTimeout(120_000);
  const { layers, aipl } = (await (await (await api()).get('/api/overview')).json()) as Overview;
  await login(page);
  const table = page.getByRole('region', { name: '关系分层 × 加入时间' });
  await table.getByRole('button', { name: '以表格查看' }).click();
  const cell = [...layers.cells].sort((a, b) => b.members - a.members)[0];
  if (cell === undefined) throw new Error('nobody has a layer');
  await table.getByRole('row').nth(1 + layers.rows.indexOf(cell.layer)).getByRole('link').nth(layers.columns.findIndex((it) => it.key === cell.weeks)).click();
  await expect(page).toHaveURL(/\/members\?layer=/);
  await page.getByTestId('as-audience').click();
  await expect.poll(() => figure(page, 'audience')).toBe(cell.members);

  await page.goto('/');
  const month = aipl.months.at(-1);
  const moved = aipl.flows.find((it) => it.month === month && it.from !== null && it.from !== it.to);
  if (moved === undefined) throw new Error('nobody moved last month');
  const flow = page.getByRole('region', { name: 'AIPL 流转' });
  await flow.getByRole('button', { name: '以表格查看' }).click();
  const at = aipl.flows.indexOf(moved);
  if (aipl.flows.length > 10) await flow.locator(`.ant-pagination-item-${Math.floor(at / 10) + 1}`).click();
  await flow.locator('tbody tr[data-row-key]').nth(at % 10).getByRole('link').click();
  await expect.poll(() => figure(page, 'audience')).toBe(moved.members);
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
