import type { Workload } from '../src/api/model';
import { api } from './brand';
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
