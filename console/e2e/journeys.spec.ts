import type { JourneySummary, Member, PageOf } from '../src/api/model';
import { api, bringScores, PHONE } from './brand';
import { accessible, expect, figure, login, test } from './console';

test.beforeAll(bringScores);

test('a journey is drawn by hand, tried, published in one go, and a member enters it', async ({ page }) => {
  const name = `旅程 ${Date.now()}`;
  const server = await api();
  const member = (await (await server.get(`/api/members/by/phone/${PHONE}`)).json()) as Member;
  await login(page, '/journeys/new');
  await page.getByRole('textbox', { name: '名称' }).fill(name);
  await page.locator('.stop-add').first().click();
  await page.locator('.ant-dropdown:visible').getByRole('menuitem', { name: '等待', exact: true }).click();
  await expect(page.getByRole('dialog')).toContainText('等待');
  await page.locator('.ant-drawer-close:visible').click();
  await expect(page.locator('[data-node="等待"]')).toBeVisible();

  // On trial: nothing is kept, not even the draft.
  await page.getByText('试跑', { exact: true }).click();
  await page.getByRole('spinbutton', { name: '用户编号' }).fill(String(member.no));
  await page.getByTestId('member-test').click();
  await expect(page.locator('.ant-timeline-item')).not.toHaveCount(0);
  await accessible(page);
  await page.getByText('时间轴', { exact: true }).click();

  // Publishing saves first, and the dialog outlives that.
  await page.getByTestId('publish').click();
  const publish = page.getByRole('dialog').filter({ hasText: name });
  await publish.locator('.ant-btn-primary').click();
  await expect(page.getByText('运行中')).toBeVisible();
  const { items } = (await (await server.get('/api/journeys')).json()) as PageOf<JourneySummary>;
  const id = items.find((it) => it.name === name)?.id;
  const entered = await server.post(`/api/journeys/${id}/entries`, { data: { members: [member.no] } });
  expect(entered.ok(), await entered.text()).toBe(true);
  await expect.poll(() => figure(page, 'inside')).toBe(1);
  await page.getByText('成员', { exact: true }).click();
  await expect(page.getByRole('link', { name: `#${member.no}` })).toBeVisible();
  expect((await server.post(`/api/journeys/${id}/stop`)).ok()).toBe(true);
});
