import type { Member } from '../src/api/model';
import { api, bringScores, daysAgo, done, type Work } from './brand';
import { accessible, expect, login, PASSWORD, test } from './console';

test.beforeAll(bringScores);

/** Somebody of one's own, with a phone that nobody else has, one order and a score. */
async function somebody(): Promise<{ no: number; phone: string }> {
  const server = await api();
  const phone = `137${String(Date.now()).slice(-8)}`;
  const started = await server.post('/api/imports', {
    multipart: {
      source: `e2e-${phone}`, encoding: 'UTF-8',
      map: `SELECT 'Order Completed' AS event, ordered_at AS ts, phone AS id_phone, amount AS amount FROM input`,
      file: { name: 'one.csv', mimeType: 'text/csv', buffer: Buffer.from(`phone,ordered_at,amount\n${phone},${daysAgo(1)} 10:00:00,88.00\n`) },
    },
  });
  await done(server, 'imports', (await started.json()) as Work);
  await done(server, 'runs', (await (await server.post('/api/runs', { data: {} })).json()) as Work);
  const { no } = (await (await server.get(`/api/members/by/phone/${phone}`)).json()) as Member;
  return { no, phone };
}

test('a score is followed down to the one event behind it', async ({ page }) => {
  test.setTimeout(120_000);
  const { no } = await somebody();
  await login(page, `/members/${no}`);
  await page.getByTestId('why').click();
  await expect(page.getByTestId('explanation')).toContainText('完成订单');
  await accessible(page);

  // From the dimension to the name of an event, to the one event: ten points and 88 of money, a day old, half-life 90 days.
  const consumption = page.locator('.why-part').first();
  await expect(consumption).toContainText('消费');
  await page.getByRole('button', { name: '完成订单: 逐条查看' }).click();
  const single = consumption.getByTestId('why-events');
  await expect(single.getByTestId('why-line')).toHaveCount(1);
  await expect(single).toContainText('次数 10 + 金额 88');
  const raw = Number(await consumption.locator('tr[data-row-key="Order Completed"] data').getAttribute('value'));
  expect(raw).toBeCloseTo(98 * 2 ** (-1 / 90), 5);
  expect(Number(await single.getByTestId('why-sum').getAttribute('value'))).toBe(raw);
  await expect(page.getByTestId('why-rfm')).toContainText('≤');
  await accessible(page);

  // And from there to where it stands among everything else.
  await single.getByTestId('why-line').click();
  await expect(page).toHaveURL(/event=Order\+Completed&day=\d{4}-\d\d-\d\d&mark=/);
  await expect(page.getByTestId('explanation')).toBeHidden();
  const line = page.getByRole('region', { name: '时间线' });
  await expect(line.locator('.moment')).toHaveCount(1);
  await expect(line.locator('.moment[aria-current=true]')).toContainText('¥88.00');
  await expect(line.locator('.moment[aria-current=true]')).toBeInViewport();
  await accessible(page);

  // Without that question the time-line holds everything again, and kinds are chosen as ever.
  await line.getByRole('button', { name: '显示全部事件' }).click();
  await expect(page).not.toHaveURL(/event=/);
  const kinds = page.getByRole('combobox', { name: '事件类别' });
  await kinds.press('ArrowDown');
  await expect(kinds).toHaveAttribute('aria-expanded', 'true');
  await kinds.press('ArrowDown');
  await kinds.press('Enter');
  await expect(page).toHaveURL(/kind=orders/);
  await expect(line.locator('.moment')).toHaveCount(1);
});

test('an erased member is gone everywhere, and a certificate is left', async ({ page, meant }) => {
  test.setTimeout(120_000);
  const { no, phone } = await somebody();
  await login(page, `/members/${no}`);
  await page.getByTestId('erase').click();
  const sure = page.getByRole('dialog').getByRole('button', { name: '彻底删除' });
  await page.getByTestId('reason').fill('本人要求');
  await page.getByTestId('sure').fill('#0');
  await expect(sure).toBeDisabled();
  await page.getByTestId('sure').fill(`#${no}`);
  await accessible(page);
  await sure.click();
  await expect(page).toHaveURL(/certificate=\d+/);
  await expect(page.locator('[data-testid=certificate][data-state=DONE]')).toBeVisible({ timeout: 45_000 });
  await expect(page.getByTestId('certificate')).toContainText('数据湖中的事件');
  await expect(page.getByTestId('certificate').locator('[lang=en]')).toHaveCount(0);
  await accessible(page);

  const server = await api();
  expect((await server.get(`/api/members/${no}`)).status()).toBe(404);
  expect((await server.get(`/api/members/by/phone/${phone}`)).status()).toBe(404);
  await page.goto(`/members?q=${phone}`);
  await expect(page.getByText('没有符合条件的内容')).toBeVisible();
  meant.push(new RegExp(`/api/members/${no}(/|$)`));
  await page.goto(`/members/${no}`);
  await expect(page.getByText('member.unknown').first()).toBeVisible();
  await expect(page.getByText('没有这位用户，或已被删除').first()).toBeVisible();
});

test('a guide sees masked phones and nothing of what others set', async ({ page }) => {
  const { phone } = await somebody();
  const server = await api();
  const name = `guide-${Date.now()}`;
  expect((await server.post('/api/users', { data: { username: name, password: PASSWORD, role: 'GUIDE', locale: 'zh-CN' } })).status()).toBe(201);
  await login(page, `/members?q=${phone}`, { username: name, password: PASSWORD });
  await expect(page.locator('tbody tr.ant-table-row')).toHaveCount(1);
  await expect(page.locator('tbody')).toContainText(`${phone.slice(0, 3)}****${phone.slice(-4)}`);
  await expect(page.locator('tbody')).not.toContainText(phone);
  await expect(page.getByTestId('export')).toHaveCount(0);
  await expect(page.getByRole('link', { name: '同期群与复购' })).toHaveCount(0);
  await page.locator('tbody tr.ant-table-row a').click();
  await expect(page.getByTestId('why')).toBeVisible();
  await expect(page.getByTestId('erase')).toHaveCount(0);
  await expect(page.getByRole('switch').first()).toBeDisabled();
  await accessible(page);
});

test('a list is filtered, kept under a name, found again and taken along', async ({ page }) => {
  await login(page, '/members');
  await page.getByTestId('filters').click();
  await page.getByRole('spinbutton', { name: '消费额 最低' }).fill('10');
  await accessible(page);
  await page.getByTestId('apply').click();
  await expect(page).toHaveURL(/minSpend=10/);
  await expect(page.getByTestId('filter-tags')).toContainText('消费额 ≥ 10');

  const name = `e2e ${Date.now()}`;
  await page.getByTestId('views').click();
  await page.getByTestId('save-view').click();
  await page.getByTestId('view-name').fill(name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.goto('/members');
  await page.getByTestId('views').click();
  await page.getByRole('button', { name, exact: true }).click();
  await expect(page).toHaveURL(/minSpend=10/);

  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('export').click()]);
  expect(download.suggestedFilename()).toBe('members.csv');
});
