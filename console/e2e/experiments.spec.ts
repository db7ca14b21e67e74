import type { Audience, PageOf } from '../src/api/model';
import { api } from './brand';
import { expect, login, test, accessible } from './console';

/** 400 members in two arms; the second spends half as much again, with a spread of its own. */
function experiment(): string {
  const rows = Array.from({ length: 400 }, (_, i) => `${i},${i % 2 === 0 ? 'control' : 'gift'},${(20 + (i % 17)) * (i % 2 === 0 ? 1 : 1.5)},${i % 3 === 0 ? 'NEW' : 'LOYAL'}`);
  return `member,version,spend,layer\n${rows.join('\n')}\n`;
}

test('a finished experiment goes from its file to a verdict that says how it was worked out', async ({ page }) => {
  await login(page, '/experiments/finished/new');
  await page.locator('input[type=file]').setInputFiles({ name: 'gift.csv', mimeType: 'text/csv', buffer: Buffer.from(experiment()) });
  await expect(page.getByTestId('map')).toHaveValue(/version AS arm/);
  await page.getByTestId('map').fill('SELECT member AS unit, version AS arm, spend, layer AS segment_layer FROM input');
  await page.getByTestId('analyse').click();
  await expect(page).toHaveURL(/\/experiments\/finished\/\d+$/);
  await expect(page.getByText('分组人数正常')).toBeVisible();
  await expect(page.locator('.ant-tag', { hasText: '有效' })).toBeVisible();
  await accessible(page);
  await page.getByRole('button', { name: '怎么算的', exact: true }).click();
  await expect(page.getByRole('dialog')).toContainText('自由度');
  await expect(page.getByRole('dialog')).toContainText('ρ²');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '各组人数检验 · 怎么算的' }).click();
  await expect(page.getByRole('dialog').filter({ hasText: 'k − 1' })).toContainText('0.001');
  await page.keyboard.press('Escape');
  await page.getByLabel('选一个细分看计算').click();
  await page.getByTitle('忠实用户').last().click();
  await expect(page.getByRole('dialog').filter({ hasText: '忠实用户' })).toContainText('q 值（这次比较的所有细分一起看）');
});

test('a plan says how many members it needs and is kept as a draft', async ({ page }) => {
  await login(page, '/experiments/new');
  await page.locator('#name').fill('第二天送试用装');
  // The brand of these tests is too small to plan with; the plan itself is the server's.
  await page.route('**/api/experiments/baseline', (route) => route.fulfill({ json: { members: 5000, mean: 0.1, variance: 0.09, rate: true, removed: 0 } }));
  await page.getByTestId('power').click();
  await expect(page.getByTestId('power-members')).toHaveText('221,209');
  await expect(page.getByText('判定在 221,209 人时最灵敏')).toBeVisible();
  await page.getByTestId('keep-plan').click();
  await expect(page).toHaveURL(/\/experiments\/\d+$/);
  await expect(page.getByText('还是草稿')).toBeVisible();
  await accessible(page);
  await page.getByRole('button', { name: '删除草稿' }).click();
  await page.getByRole('tooltip').getByRole('button', { name: /确 ?定/ }).click();
  await expect(page).toHaveURL(/\/experiments$/);
});

test('a share of the members is kept back of an audience, and is an experiment', async ({ page }) => {
  const audiences = (await (await (await api()).get('/api/audiences')).json()) as PageOf<Audience>;
  const audience = audiences.items.find((it) => it.ready !== null);
  if (audience === undefined) throw new Error('no ready-made audience');
  await login(page, `/audiences/${audience.id}`);
  await page.getByTestId('kept-back').click();
  await page.getByRole('spinbutton', { name: '留出比例' }).fill('10');
  await page.getByRole('button', { name: '开始留出' }).click();
  await expect(page.getByTestId('kept-back')).toHaveText(/留出 10/);
  await accessible(page);

  await page.getByTestId('export-audience').click();
  const asked = page.getByRole('dialog');
  await expect(asked.getByRole('radio', { name: /只是看看/ })).toBeChecked();
  await accessible(page);
  await asked.getByRole('radio', { name: /拿去触达/ }).check();
  const handedOver = page.waitForEvent('download');
  await asked.getByRole('button', { name: /导 ?出/ }).click();
  expect((await handedOver).suggestedFilename()).toBe(`audience-${audience.id}-handed-over.csv`);
  await expect(asked).toBeHidden();

  await page.getByTestId('kept-back').click();
  await page.getByRole('link', { name: '查看效果' }).click();
  await expect(page).toHaveURL(/\/experiments\/\d+$/);
  await page.getByRole('link', { name: '留出：人群' }).click();
  await expect(page).toHaveURL(new RegExp(`/audiences/${audience.id}$`));
  await page.getByTestId('kept-back').click();
  await page.getByRole('button', { name: /停 ?止/ }).click();
  await page.locator('.ant-popconfirm').getByRole('button', { name: /停 ?止/ }).click();
  await expect(page.getByTestId('kept-back')).toHaveText('留出对照');
});
