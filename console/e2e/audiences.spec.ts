import type { Page } from '@playwright/test';
import type { Audience, AudienceDiff, AudienceMember, AudiencePoint, AudiencePreview, PageOf } from '../src/api/model';
import { api, bringScores, PHONE } from './brand';
import { accessible, choose, expect, figure, login, test } from './console';

const ORDERED = { kind: 'did', event: { name: 'Order Completed' }, during: { kind: 'last', days: 30 }, measure: 'COUNT', is: { atLeast: 1 } };
const VALUABLE = { kind: 'score', figure: 'VALUE', is: { moreThan: 20 } };
const BUYS = { kind: 'stage', in: ['PURCHASE'] };

test.beforeAll(bringScores);

async function count(expression: unknown): Promise<number> {
  const answer = await (await api()).post('/api/audiences/preview', { data: { expression, sample: 0 } });
  expect(answer.ok(), await answer.text()).toBe(true);
  return ((await answer.json()) as AudiencePreview).members;
}

async function add(page: Page, kind: string) {
  await page.getByTestId('add-condition').click();
  await page.locator('.ant-dropdown:visible').getByRole('menuitem', { name: kind, exact: true }).click();
}

async function written(page: Page): Promise<unknown> {
  await page.getByTestId('json-open').click();
  const json = JSON.parse(await page.getByTestId('json').inputValue()) as unknown;
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('json')).toBeHidden();
  return json;
}

test('an audience is built by hand, saved, explained and compared', async ({ page }) => {
  test.setTimeout(120_000);
  const name = `E2E ${Date.now()}`;
  await login(page, '/audiences');
  await page.getByTestId('new-audience').click();
  await page.getByTestId('audience-name').fill(name);

  await add(page, '指标');
  await expect.poll(() => figure(page, 'audience')).toBe(await count(VALUABLE));
  await add(page, '做过某事');
  await expect(page.getByText('未填完', { exact: true })).toBeVisible();
  await expect(page.getByTestId('save-audience')).toBeDisabled();
  await choose(page, page.getByRole('combobox', { name: '事件' }), 'Order Comp');
  await expect.poll(() => figure(page, 'audience')).toBe(await count({ kind: 'all', of: [VALUABLE, ORDERED] }));
  await accessible(page);

  // A group, into which the first condition is dragged and another is added.
  await page.getByTestId('add-group').click();
  const handle = page.locator('[data-kind=score] .aud-handle');
  const empty = page.locator('[data-testid=group] [data-testid=group] .aud-gap-last');
  const [from, to] = [await handle.boundingBox(), await empty.boundingBox()];
  if (from === null || to === null) throw new Error('nothing to drag');
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + 30, from.y + 30, { steps: 4 });
  await page.mouse.move(to.x + to.width / 3, to.y + to.height / 2, { steps: 12 });
  await page.mouse.up();
  await page.getByTestId('add-here').click();
  await page.locator('.ant-dropdown:visible').getByRole('menuitem', { name: 'AIPL 阶段', exact: true }).click();
  const built = { kind: 'all', of: [ORDERED, { kind: 'any', of: [VALUABLE, BUYS] }] };
  expect(await written(page)).toEqual(built);
  await expect.poll(() => figure(page, 'audience')).toBe(await count(built));

  // By the keys it goes out of its group, and back by what undoes it.
  await page.locator('[data-kind=score] .aud-handle').focus();
  await page.keyboard.press('ArrowUp');
  expect(await written(page)).toEqual({ kind: 'all', of: [ORDERED, VALUABLE, { kind: 'any', of: [BUYS] }] });
  await page.getByRole('button', { name: '撤销' }).click();
  expect(await written(page)).toEqual(built);

  await page.getByTestId('save-audience').click();
  await expect(page).toHaveURL(/\/audiences\/\d+$/);
  const id = Number(/\d+$/.exec(page.url())?.[0]);
  expect(await figure(page, 'members')).toBe(await count(built));
  await page.locator('tbody tr.ant-table-row').first().getByRole('link', { name: '为什么' }).click();
  await expect(page.getByTestId('why-tree')).toContainText('完成订单');
  await expect(page.getByTestId('why-tree').locator('.why-yes').first()).toBeVisible();
  await accessible(page);

  // Edited: who would enter and leave is said before it is saved, and the version says what changed.
  await page.getByTestId('edit-audience').click();
  await page.locator('[data-kind=did]').getByRole('button', { name: /^操作/ }).click();
  await page.getByRole('menuitem', { name: '删除', exact: true }).click();
  await expect(page.getByText('如果保存')).toBeVisible();
  await page.getByTestId('save-audience').click();
  await expect(page).toHaveURL(new RegExp(`/audiences/${id}$`));
  await page.getByRole('tab', { name: '版本' }).click();
  await expect(page.locator('.aud-diff del').first()).toContainText('完成订单');
});

test('the overlap of two audiences leads to its members as an audience', async ({ page }) => {
  const server = await api();
  const { items } = (await (await server.get('/api/audiences')).json()) as PageOf<Audience>;
  const made = async (name: string, expression: unknown) => ((await (await server.post('/api/audiences', { data: { name: `${name} ${Date.now()}`, expression } })).json()) as Audience).id;
  const buyers = await made('E2E buyers', ORDERED);
  const valuable = items.find((it) => it.ready === 'high-value')?.id ?? (await made('E2E valuable', VALUABLE));
  await login(page, `/audiences/overlap?ids=${buyers},${valuable}`);
  const part = page.locator('.upset-part').first();
  const ids = ((await part.getAttribute('data-part')) ?? '').split(',').map(Number);
  await part.click();
  await accessible(page);
  await page.getByTestId('save-part').click();
  const both = { kind: 'all', of: [...ids.map((id) => ({ kind: 'audience', id })), ...[buyers, valuable].filter((id) => !ids.includes(id)).map((id) => ({ kind: 'not', of: { kind: 'audience', id } }))] };
  await expect.poll(() => figure(page, 'audience')).toBe(await count(both));

  await page.goto(`/audiences/${buyers}?tab=profile`);
  await expect(page.getByText('价值中位数')).toBeVisible();
  await accessible(page);
});

test('who entered and who left is told between two days, which a link keeps', async ({ page, meant }) => {
  const server = await api();
  const { id } = (await (await server.post('/api/audiences', { data: { name: `E2E moved ${Date.now()}`, expression: BUYS } })).json()) as Audience;
  const [today] = ((await (await server.get(`/api/audiences/${id}/trend`)).json()) as PageOf<AudiencePoint>).items;
  const [came, went] = ((await (await server.get(`/api/audiences/${id}/members`)).json()) as PageOf<AudienceMember>).items;
  if (today === undefined || came === undefined || went === undefined) throw new Error('nobody is in');
  const before = (days: number) => new Date(Date.parse(today.day) - days * 86_400_000).toISOString().slice(0, 10);
  // A brand of today has no snapshots of days before: they, and who came and went since, are told in the server's place.
  await page.route(`**/api/audiences/${id}/trend?*`, (route) => route.fulfill({ json: { items: [2, 1, 0].map((days) => ({ ...today, day: before(days) })), next: null } }));
  const asked: string[] = [];
  await page.route(`**/api/audiences/${id}/diff?*`, (route) => {
    const query = new URL(route.request().url()).searchParams;
    asked.push(`${query.get('from') ?? ''} ${query.get('to') ?? 'now'}`);
    const diff: AudienceDiff = { from: query.get('from') ?? '', to: query.get('to'), before: 8, after: 9, entered: 2, left: 1, enteredSample: [came], leftSample: [went] };
    return route.fulfill({ json: diff });
  });
  await login(page, `/audiences/${id}?tab=changes`);
  const entered = page.getByTestId('who-entered');
  await expect(entered.locator('h3 data')).toHaveAttribute('value', '2');
  await expect(entered.locator(`a[href="/members/${came.no}"]`)).toBeVisible();
  await expect(entered).toContainText('从 2 人中均匀取出的 1 人');
  await expect(page.getByTestId('who-left').locator(`a[href="/members/${went.no}"]`)).toBeVisible();
  await expect(page.getByTestId('came-and-went')).toContainText(`${before(1)} 结束时 8 人，现在 9 人`);
  await accessible(page);
  await page.goto(`/audiences/${id}?tab=changes&from=${before(2)}&to=${before(1)}`);
  await expect(page.getByTestId('came-and-went')).toContainText(`${before(1)} 结束时 9 人`);
  expect(asked).toEqual([`${before(1)} now`, `${before(2)} ${before(1)}`]);
  // The server itself knows no snapshot of such a day, and the page says so.
  await page.unroute(`**/api/audiences/${id}/diff?*`);
  meant.push(/\/diff\?/);
  await page.reload();
  await expect(page.getByText('audience.snapshot-unknown')).toBeVisible();
});

test('what is wrong is said at its place', async ({ page, meant }) => {
  meant.push(/\/api\/audiences\/preview$/);
  await login(page, '/audiences/new');
  await page.getByTestId('json-open').click();
  await page.getByTestId('json').fill(JSON.stringify({ kind: 'all', of: [BUYS, { kind: 'score', figure: 'HEIGHT', is: { moreThan: 20 } }] }));
  await page.getByTestId('json-apply').click();
  await expect(page.getByRole('alert')).toContainText('/of/1/figure');
  await page.getByTestId('json').fill(JSON.stringify({ kind: 'all', of: [BUYS, { ...ORDERED, during: { kind: 'ago', from: 9, to: 3 } }] }));
  await page.getByTestId('json-apply').click();
  await expect(page.getByTestId('condition')).toHaveCount(2);
  await page.locator('[data-kind=did] .aud-title').click();
  await page.getByRole('spinbutton', { name: '天前起' }).fill('1');
  await expect(page.locator('[data-kind=did] [role=alert]')).toContainText('时间范围不成立');
});

test('a question that takes long is stopped at the server, and asked again', async ({ page }) => {
  await login(page, '/audiences/new');
  const { held, free } = holding();
  await page.route('**/api/audiences/preview', async (route) => {
    await held;
    await route.continue().catch(() => undefined);
  });
  await add(page, '指标');
  const cancelled = page.waitForRequest((request) => request.method() === 'DELETE' && request.url().includes('/api/questions/console-'));
  await page.getByRole('button', { name: /停 ?止/ }).click();
  await cancelled;
  await expect(page.getByRole('button', { name: /停 ?止/ })).toBeHidden();
  free();
  await page.getByRole('button', { name: '重新计算' }).click();
  await expect.poll(() => figure(page, 'audience')).toBe(await count(VALUABLE));
});

test('a profile that takes long is stopped at the server, and so is one whose page is left', async ({ page }) => {
  const server = await api();
  const { id } = (await (await server.post('/api/audiences', { data: { name: `E2E stopped ${Date.now()}`, expression: ORDERED } })).json()) as Audience;
  const { held, free } = holding();
  await page.route('**/profile?token=*', async (route) => {
    await held;
    await route.continue().catch(() => undefined);
  });
  const cancelled = () => page.waitForRequest((request) => request.method() === 'DELETE' && request.url().includes('/api/questions/console-'));
  await login(page, `/audiences/${id}?tab=profile`);
  const stopped = cancelled();
  await page.getByRole('button', { name: /停 ?止/ }).click();
  await stopped;
  await expect(page.getByText('已停止')).toBeVisible();
  await accessible(page);
  await page.getByRole('button', { name: '重新计算' }).click();
  await page.getByRole('button', { name: /停 ?止/ }).waitFor();
  const left = cancelled();
  await page.getByRole('tab', { name: '成员' }).click();
  await left;
  free();
  await page.getByRole('tab', { name: '画像' }).click();
  await expect(page.getByText('价值中位数')).toBeVisible();
});

test('a list goes as its file is, one too large is refused unread, and one that takes long is cancelled at the server', async ({ page }) => {
  await login(page, '/audiences/new');
  await add(page, '上传名单');
  await page.getByRole('button', { name: 'upload 上传名单' }).click();
  const dialog = page.getByRole('dialog');
  await page.evaluate(() => {
    const large = new File(['1'], 'large.txt');
    Object.defineProperty(large, 'size', { value: 201 * 1024 * 1024 });
    const input = document.querySelector('[role=dialog] input[type=file]');
    if (input === null) throw new Error('nowhere to put a file');
    Object.defineProperty(input, 'files', { value: [large], configurable: true });
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await expect(dialog.getByRole('alert')).toContainText('名单最多 100 万行、200 MB');
  await dialog.locator('input[type=file]').evaluate((input) => { delete (input as unknown as Record<string, unknown>).files; });
  const file = { name: 'e2e.txt', mimeType: 'text/plain', buffer: Buffer.from(`\uFEFF${PHONE}\n19900000000\n`) };
  await dialog.locator('input[type=file]').setInputFiles(file);
  await expect(dialog.locator('textarea')).toHaveCount(0);
  await dialog.getByRole('button', { name: '移除文件 e2e.txt' }).click();
  await dialog.locator('input[type=file]').setInputFiles(file);
  await expect(dialog.getByTestId('chosen-file')).toContainText('e2e.txt');
  const { held, free } = holding();
  await page.route('**/api/audiences/lists?*', async (route) => {
    await held;
    await route.continue().catch(() => undefined);
  });
  const cancelled = page.waitForRequest((request) => request.method() === 'DELETE' && request.url().includes('/api/questions/console-'));
  await dialog.getByRole('button', { name: '上传名单' }).click();
  await dialog.getByRole('button', { name: /取 ?消/ }).click();
  await cancelled;
  await expect(dialog).toBeHidden();
  free();
  await page.unroute('**/api/audiences/lists?*');
  await page.getByRole('button', { name: 'upload 上传名单' }).click();
  await dialog.locator('input[type=file]').setInputFiles(file);
  const taken = page.waitForResponse((response) => response.url().includes('/api/audiences/lists?') && response.request().method() === 'POST');
  await dialog.getByRole('button', { name: '上传名单' }).click();
  expect(await (await taken).json()).toMatchObject({ name: 'e2e', rows: 2, members: 1, unknown: 1 });
  await expect(dialog).toBeHidden();
});

test('an audience is given to another user', async ({ page }) => {
  const server = await api();
  const { id } = (await (await server.post('/api/audiences', { data: { name: `E2E given ${Date.now()}`, expression: ORDERED } })).json()) as Audience;
  await login(page, `/audiences/${id}`);
  await page.getByRole('combobox', { name: '负责人' }).click();
  await page.locator('.ant-select-item-option', { hasText: /^admin$/ }).click();
  await expect(page.getByText('负责人已改为 admin')).toBeVisible();
  await accessible(page);
  expect(((await (await server.get(`/api/audiences/${id}`)).json()) as Audience).owner).toBe('admin');
  await page.goto('/settings/audit');
  await expect(page.getByText('更换人群负责人').first()).toBeVisible();
});

/** Holds answers back until they are set free. */
function holding(): { held: Promise<void>; free: () => void } {
  let free: () => void = () => undefined;
  const held = new Promise<void>((resolve) => { free = resolve; });
  return { held, free };
}
