import { readFile } from 'node:fs/promises';
import type { PageOf } from '../src/api/model';
import { api, bringScores, done, somebody, type Work } from './brand';
import { accessible, expect, login, PASSWORD, test } from './console';

test.beforeAll(bringScores);

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
  await kinds.press('Enter');
  await expect(page).toHaveURL(/kind=orders(&|$)/);
  await expect(line.locator('.moment')).toHaveCount(1);
  // Several at once; among merges there are none of theirs.
  await kinds.pressSequentially('合并');
  await kinds.press('Enter');
  await expect(page).toHaveURL(/kind=orders%2Cmerges/);
  await expect(line.locator('.moment')).toHaveCount(1);
});

test('an erased member is gone everywhere, and a certificate is left', async ({ page, meant }) => {
  test.setTimeout(180_000);
  const { no, phone, name, community } = await somebody();
  const server = await api();
  const made = async (path: string, data: unknown) => {
    const answer = await server.post(path, { data });
    expect(answer.ok(), await answer.text()).toBe(true);
    return ((await answer.json()) as { id: number }).id;
  };
  const tag = await made('/api/tags', { group: await made('/api/tags/groups', { name: `删除 ${no}` }), name: `删除 ${no}`, colour: 'GOLD' });
  expect((await server.post(`/api/tags/${tag}/tag`, { data: { members: [no] } })).ok()).toBe(true);
  const listed = await server.post(`/api/audiences/lists?name=${no}&kind=phone`, { headers: { 'Content-Type': 'text/plain' }, data: `${phone}\n` });
  expect(listed.ok(), await listed.text()).toBe(true);
  const expression = { kind: 'list', id: ((await listed.json()) as { id: number }).id };
  const audience = await made('/api/audiences', { name: `删除 ${no}`, expression });

  /** Where the person stands: each place beside what it tells of them. */
  const places = async () => {
    const json = async <T>(answer: ReturnType<typeof server.get>) => (await (await answer).json()) as T;
    const carriers = await json<PageOf<{ no?: number; member?: number }>>(server.get(`/api/tags/${tag}/members`));
    const talkers = await json<{ contributors?: { no: number }[] }>(server.get(`/api/communities/${community}`));
    const { members } = await json<{ members: number }>(server.post('/api/audiences/preview', { data: { expression, sample: 0 } }));
    const kept = await json<PageOf<unknown>>(server.get(`/api/audiences/${audience}/members`));
    const file = await (await server.get(`/api/members/export?columns=no,name&tag=${tag}`)).text();
    return {
      tag: carriers.items.length, list: members, audience: kept.items.length,
      community: (talkers.contributors ?? []).filter((it) => it.no === no).length, export: file.includes(name),
    };
  };
  await expect.poll(places).toEqual({ tag: 1, list: 1, audience: 1, community: 1, export: true });

  await login(page, `/members/${no}`);
  await page.getByTestId('erase').click();
  const sure = page.getByRole('dialog').getByRole('button', { name: '彻底删除' });
  await page.getByTestId('reason').fill('本人要求');
  await page.getByTestId('sure').fill('#0');
  await expect(sure).toBeDisabled();
  await page.getByTestId('sure').fill(`#${no}`);
  await accessible(page);
  // What the page still asks of the member while the erasure ends, and again below.
  meant.push(new RegExp(`/api/members/${no}(/|$)`));
  await sure.click();
  await expect(page).toHaveURL(/certificate=\d+/);
  await expect(page.locator('[data-testid=certificate][data-state=DONE]')).toBeVisible({ timeout: 45_000 });
  await expect(page.getByTestId('certificate')).toContainText('数据湖中的事件');
  await expect(page.getByTestId('certificate').locator('[lang=en]')).toHaveCount(0);
  await accessible(page);

  // The community's figures are those of the last run; all else is so at once.
  await done(server, 'runs', (await (await server.post('/api/runs', { data: {} })).json()) as Work);
  await expect.poll(places).toEqual({ tag: 0, list: 0, audience: 0, community: 0, export: false });
  for (const typed of [phone, name]) {
    await page.keyboard.press('Control+k');
    await page.getByTestId('search-input').fill(typed);
    await expect(page.getByText(`没有找到“${typed}”`)).toBeVisible();
    await page.keyboard.press('Escape');
  }
  await page.goto('/members');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('export').click()]);
  const everybody = await readFile(await download.path(), 'utf8');
  expect(everybody.split('\n').length).toBeGreaterThan(2);
  expect(everybody).not.toContain(name);

  expect((await server.get(`/api/members/${no}`)).status()).toBe(404);
  expect((await server.get(`/api/members/by/phone/${phone}`)).status()).toBe(404);
  await page.goto(`/members?q=${phone}`);
  await expect(page.getByText('没有符合条件的内容')).toBeVisible();
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
