import type { GuideTask, Member, PageOf, TaskCard, Workload } from '../src/api/model';
import { api, bringScores, PHONE } from './brand';
import { accessible, expect, login, test } from './console';

test('an operator limits how many tasks guides are given a day', async ({ page }) => {
  const server = await api();
  const before = (await (await server.get('/api/workbench/workload')).json()) as Workload;
  await login(page, '/workbench');
  await page.getByRole('link', { name: '工作量' }).click();
  await page.getByLabel('每位导购每天的任务数').fill('30');
  await page.getByRole('radio', { name: '交给今天余量最大的导购' }).check();
  const guides = page.locator('.workload-guide');
  while ((await guides.count()) > 0) await guides.first().getByRole('button', { name: '移除' }).click();
  await page.getByRole('button', { name: '添加导购' }).click();

  // What lacks is said at its field, and nothing is sent.
  await page.getByTestId('save-workload').click();
  await expect(page.getByText('请选择导购')).toBeVisible();
  await expect(page.getByText('请填写任务数')).toBeVisible();
  await guides.getByLabel('导购', { exact: true }).click();
  await page.locator('.ant-select-item-option').filter({ hasText: /^admin$/ }).click();
  await guides.getByLabel('每天任务数').fill('0');
  await page.getByTestId('save-workload').click();
  await expect(page.getByText('已保存，对之后新开的任务生效')).toBeVisible();
  expect(await (await server.get('/api/workbench/workload')).json()).toEqual({ tasksADay: 30, overflow: 'OTHER_GUIDE', guides: [{ guide: 'admin', tasksADay: 0 }] });

  // On a phone it is all there again, and a guide is offered once.
  await page.setViewportSize({ width: 390, height: 844 });
  await page.reload();
  await expect(page.getByLabel('每位导购每天的任务数')).toHaveValue('30');
  await page.getByRole('button', { name: '添加导购' }).click();
  await guides.last().getByLabel('导购', { exact: true }).click();
  await expect(page.locator('.ant-select-item-option').filter({ hasText: /^admin$/ })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await accessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  expect((await server.put('/api/workbench/workload', { data: before })).ok()).toBe(true);
});

test('a guide takes a task on a phone, copies its words, puts one off, hands one over and says in one tap what came of it', async ({ page, context, baseURL }) => {
  test.setTimeout(180_000);
  await bringScores();
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(baseURL ?? '').origin });
  const server = await api();
  const stamp = Date.now();
  const member = (await (await server.get(`/api/members/by/phone/${PHONE}`)).json()) as Member;
  const colleague = `guide-${stamp}`;
  expect((await server.post('/api/users', { data: { username: colleague, password: `pass-word-${stamp}`, role: 'GUIDE' } })).ok()).toBe(true);
  for (const title of ['take', 'later', 'give']) {
    const made = await server.post('/api/templates', { data: { name: `${title} ${stamp}`, channel: 'guide', category: 'service', wording: { title: `${title} ${stamp}`, text: '用得还顺手吗？' } } });
    const template = (await made.json()) as { id: number };
    expect((await server.post('/api/messages', { data: { templateId: template.id, memberNo: member.no } })).ok()).toBe(true);
  }
  const tasks = async (shelf: string): Promise<GuideTask[]> => ((await (await server.get(`/api/workbench/tasks?shelf=${shelf}`)).json()) as PageOf<TaskCard>).items.map((it) => it.task);
  await expect.poll(async () => (await tasks('TODAY')).filter((it) => it.title.endsWith(String(stamp))).length).toBe(3);

  await page.setViewportSize({ width: 390, height: 844 });
  await login(page, '/workbench');
  const card = (title: string) => page.getByRole('article').filter({ hasText: `${title} ${stamp}` });
  await card('take').getByRole('button', { name: '领取' }).click();
  await expect(card('take').getByRole('button', { name: '领取' })).toBeHidden();
  await card('take').getByRole('textbox', { name: '话术' }).fill('您好，用得还顺手吗？');
  await card('take').getByRole('button', { name: '复制话术' }).click();
  await expect(page.getByText('已复制')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('您好，用得还顺手吗？');
  await accessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);

  await card('later').getByRole('button', { name: '更多' }).click();
  await page.getByRole('menuitem', { name: '3 小时后提醒' }).click();
  await expect(card('later')).toBeHidden();
  await card('give').getByRole('button', { name: '更多' }).click();
  await page.getByRole('menuitem', { name: '转交' }).click();
  await page.getByRole('combobox', { name: '交给谁' }).fill(colleague);
  await page.locator('.ant-select-item-option').filter({ hasText: colleague }).click();
  await page.locator('.ant-modal .ant-btn-primary').click();
  await expect(card('give')).toBeHidden();
  expect((await tasks('ALL')).find((it) => it.title === `give ${stamp}`)?.owner).toBe(colleague);

  await card('take').getByRole('button', { name: '回复与备注' }).click();
  await card('take').getByRole('textbox', { name: '备注' }).fill('电话没有人接');
  await card('take').getByRole('button', { name: '联系不上' }).click();
  await expect(card('take')).toBeHidden();
  await page.goto('/workbench?shelf=DONE');
  await expect(card('take')).toContainText('联系不上');
  await expect(card('take')).toContainText('备注：电话没有人接');
  await page.goto('/workbench?shelf=SNOOZED');
  await expect(card('later')).toBeVisible();
});
