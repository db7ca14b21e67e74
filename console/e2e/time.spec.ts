import type { Locator, Page } from '@playwright/test';
import type { JourneySummary, Member, PageOf, SandboxState } from '../src/api/model';
import { api, bringScores, PHONE } from './brand';
import { accessible, choose, expect, figure, login, test } from './console';

test.beforeAll(bringScores);

/** Adds a node after another one, or as the first, and answers with its form. */
async function add(page: Page, after: string | null, kind: string): Promise<Locator> {
  await (after === null ? page.locator('.stop-add') : page.locator(`[data-node="${after}"] .stop-add`)).first().click();
  await page.locator('.ant-dropdown:visible').getByRole('menuitem', { name: kind, exact: true }).click();
  const form = page.getByRole('dialog').filter({ hasText: '节点名称' });
  await expect(form).toBeVisible();
  return form;
}

async function close(page: Page, form: Locator) {
  await page.locator('.ant-drawer-close:visible').click();
  await expect(form).toBeHidden();
}

/** Presses one of the clock's buttons and waits until all that was due is done. */
async function advance(page: Page, words: string): Promise<SandboxState> {
  const clock = page.getByTestId('sandbox');
  await clock.click();
  const begun = page.waitForResponse((it) => it.url().endsWith('/api/sandbox/advance'));
  await page.locator('.sandbox-controls').getByRole('button', { name: words }).click();
  expect((await begun).ok()).toBe(true);
  await page.keyboard.press('Escape');
  const server = await api();
  const state = async () => (await (await server.get('/api/sandbox')).json()) as SandboxState;
  await expect.poll(async () => (await state()).advancing, { timeout: 90_000 }).toBe(false);
  await expect(clock).toHaveAttribute('data-advancing', 'false');
  return state();
}

test('the T+7 journey is built by hand, the clock is advanced, counts move, and the guide’s task comes and is done', async ({ page }) => {
  test.setTimeout(240_000);
  const server = await api();
  const stamp = Date.now();
  const name = `T+7 ${stamp}`;
  const member = (await (await server.get(`/api/members/by/phone/${PHONE}`)).json()) as Member;
  const made = await server.post('/api/templates', { data: { name, channel: 'guide', category: 'service', wording: { title: `问候 ${stamp}`, text: '用得还顺手吗？' } } });
  expect(made.ok(), await made.text()).toBe(true);

  await login(page, '/journeys/new');
  await expect(page.getByTestId('sandbox')).toContainText('沙盒');
  await page.getByRole('textbox', { name: '名称' }).fill(name);
  await close(page, await add(page, null, '等待'));
  const message = await add(page, '等待', '消息');
  await choose(page, message.getByRole('combobox', { name: '消息模板' }), name);
  await close(page, message);
  const seventh = await add(page, '消息', '等待');
  await seventh.getByRole('spinbutton', { name: '第几天' }).fill('7');
  await close(page, seventh);
  await expect(page.locator('[data-node="等待 2"]')).toContainText('T+7 10:00');

  await page.getByTestId('publish').click();
  await page.getByRole('dialog').filter({ hasText: name }).locator('.ant-btn-primary').click();
  await expect(page.getByText('运行中')).toBeVisible();
  const { items } = (await (await server.get('/api/journeys')).json()) as PageOf<JourneySummary>;
  const id = items.find((it) => it.name === name)?.id;
  const entered = await server.post(`/api/journeys/${id}/entries`, { data: { members: [member.no] } });
  expect(entered.ok(), await entered.text()).toBe(true);
  await expect.poll(() => figure(page, 'inside')).toBe(1);

  // Two days on, T+1 at ten is over at whatever hour this runs: the guide has a task, the member waits for T+7.
  await page.getByTestId('sandbox').click();
  await expect(page.locator('.sandbox-controls')).toBeVisible();
  await accessible(page);
  await page.keyboard.press('Escape');
  const day = await advance(page, '快进 1 天');
  expect(day.aheadSeconds).toBeGreaterThanOrEqual(86_000);
  await advance(page, '快进 1 天');
  await expect(page.locator('[data-node="消息"]')).toContainText('1');
  await expect(page.locator('[data-node="等待 2"] .stop-waiting')).toBeVisible();

  await page.goto('/workbench');
  const task = page.getByRole('article').filter({ hasText: `问候 ${stamp}` });
  await expect(task).toBeVisible();
  await task.getByRole('button', { name: '回复与备注' }).click();
  await task.getByRole('textbox', { name: '对方回了什么' }).fill('很顺手');
  await task.getByRole('button', { name: '已回复' }).click();
  await expect(task).toBeHidden();
  await page.goto('/workbench?shelf=DONE');
  await expect(task).toContainText('对方回复：很顺手');

  // To what is next until T+7 has come.
  await page.goto(`/journeys/${id}`);
  await expect.poll(() => figure(page, 'inside')).toBe(1);
  await advance(page, '快进 7 天');
  await expect.poll(() => figure(page, 'inside')).toBe(0);
  expect(await figure(page, 'entered')).toBe(1);
  expect((await server.post(`/api/journeys/${id}/stop`)).ok()).toBe(true);
});
