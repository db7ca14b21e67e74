import type { Member } from '../src/api/model';
import { api, bringScores, PHONE } from './brand';
import { accessible, expect, figure, login, test } from './console';

test.beforeAll(bringScores);

test('a member is found by an identifier, and the reason for the score adds up', async ({ page }) => {
  const member = (await (await (await api()).get(`/api/members/by/phone/${PHONE}`)).json()) as Member;
  await login(page, '/members');
  await expect(page.locator('.page-head')).toContainText('数据截至');
  await page.getByRole('searchbox').fill(PHONE);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`q=${PHONE}`));
  await expect(page.locator('tbody tr.ant-table-row')).toHaveCount(1);
  await accessible(page);
  await page.locator('tbody tr.ant-table-row a').click();

  await expect(page).toHaveURL(new RegExp(`/members/${member.no}$`));
  await expect(page.locator('data[data-figure=value]')).toBeVisible();
  await expect(page.locator('.page-head')).toContainText('数据截至');
  expect([await figure(page, 'value'), await figure(page, 'orders'), await figure(page, 'spend')]).toEqual([member.value, member.orders, member.spend]);
  await expect(page.getByText('完成订单').first()).toBeVisible();

  await page.getByTestId('why').click();
  const explanation = page.getByTestId('explanation');
  await expect(explanation).toContainText('完成订单');
  await expect(explanation.locator('[lang=en]')).toHaveCount(0);
  await expect(explanation).toContainText('头部消费');
  expect(Number(await explanation.locator('data').first().getAttribute('value'))).toBeCloseTo(member.value ?? Number.NaN, 2);
  await accessible(page);
});

test('the list goes on as one scrolls, and draws no more than is in sight', async ({ page }) => {
  await login(page, '/members');
  const rows = page.locator('tbody tr.ant-table-row');
  await expect(rows.first()).toBeVisible();
  const first = await rows.first().getAttribute('data-row-key');
  await page.mouse.move(700, 500);
  const met = new Set<string>();
  await expect
    .poll(async () => {
      await page.mouse.wheel(0, 1200);
      for (const key of await rows.evaluateAll((all) => all.map((it) => it.getAttribute('data-row-key') ?? ''))) met.add(key);
      return met.size;
    }, { timeout: 30_000, intervals: [50] })
    .toBeGreaterThan(300);
  expect(await rows.count()).toBeLessThan(100);
  await page.evaluate(() => window.scrollTo(0, 0));
  await expect(rows.first()).toHaveAttribute('data-row-key', first ?? '');
});
