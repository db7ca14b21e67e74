import type { Community, PageOf } from '../src/api/model';
import { api, bringScores } from './brand';
import { accessible, expect, login, test } from './console';
import { invited } from '../src/community/invitation';

test.beforeAll(bringScores);

async function first(): Promise<Community> {
  const server = await api();
  const { items } = (await (await server.get('/api/communities?limit=1')).json()) as PageOf<Community>;
  const community = items[0];
  if (community === undefined) throw new Error('the brand has no community');
  return community;
}

test('another line between golden and silver is tried before it is made', async ({ page }) => {
  await login(page, '/communities?view=board');
  await expect(page.getByRole('region', { name: '社群生命曲线' }).locator('svg').last()).toBeVisible();
  await page.getByTestId('rule').click();
  const preview = page.getByTestId('rule-preview');
  await expect(preview).toContainText('没有社群会换时期');
  const silver = Number(await preview.getAttribute('data-silver'));
  const save = page.getByRole('dialog').getByRole('button', { name: '保存规则' });
  await expect(save).toBeDisabled();
  await page.getByRole('spinbutton', { name: '最低的' }).fill('50');
  await expect(preview).toContainText('会转为白银期');
  expect(Number(await preview.getAttribute('data-silver'))).toBeGreaterThan(silver);
  await expect(save).toBeEnabled();
  await accessible(page);
  await page.keyboard.press('Escape');
  await expect(preview).toBeHidden();
});

test('a community says why it is golden', async ({ page }) => {
  test.setTimeout(120_000);
  const { id } = await first();
  await login(page, `/communities/${encodeURIComponent(id)}`);
  await expect(page.getByRole('region', { name: '每周活跃' }).locator('svg').last()).toBeVisible();
  await page.getByTestId('why-period-open').click();
  await expect(page).toHaveURL(/why=1/);
  await expect(page.getByTestId('why-period')).toContainText('不低于分界线');
  await expect(page.getByTestId('why-period')).toContainText('排第 1 位');
  await accessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('why-period')).toBeHidden();
});

test('a community is called by another name', async ({ page }) => {
  test.setTimeout(120_000);
  const { id, name } = await first();
  await login(page, `/communities/${encodeURIComponent(id)}`);
  const called = `${name} e2e`;
  try {
    await page.getByTestId('say').click();
    await page.getByRole('textbox', { name: '名称' }).fill(called);
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(called);
  } finally {
    const server = await api();
    await server.patch(`/api/communities/${encodeURIComponent(id)}`, { data: { name } });
  }
});

test('the list of communities is taken along, and a new one asks for its key', async ({ page }) => {
  await login(page, '/communities');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('export').click()]);
  expect(download.suggestedFilename()).toBe('communities.csv');
  await page.getByTestId('say').click();
  await page.getByRole('dialog').getByRole('button', { name: '登记' }).click();
  await expect(page.getByRole('dialog')).toContainText('请填写社群标识');
  await accessible(page);
});

test('members of high value are invited to a livelier community, and nobody twice', async ({ page }) => {
  test.setTimeout(120_000);
  const server = await api();
  const one = async (query: string): Promise<Community> => {
    const { items } = (await (await server.get(`/api/communities?limit=1&${query}`)).json()) as PageOf<Community>;
    if (items[0] === undefined) throw new Error('there is no such community');
    return items[0];
  };
  const from = await one('sort=value&stage=SILVER');
  const to = await one('sort=-activeShare&stage=GOLDEN');
  let above = 95;
  let many = 0;
  for (; above > 0 && many === 0; above -= 5) {
    const { inviting } = invited(from.key, to.key, above - 5);
    many = ((await (await server.post('/api/audiences/preview', { data: { expression: inviting, sample: 0 } })).json()) as { members: number }).members;
  }
  await login(page, `/communities/${encodeURIComponent(from.id)}`);
  await page.getByTestId('invite').click();
  const counts = page.getByTestId('invite-counts');
  const dialog = page.getByRole('dialog');
  const invite = async () => {
    await dialog.getByRole('combobox', { name: '目标社群' }).click();
    await page.locator('.ant-select-item-option', { hasText: to.name }).click();
    await dialog.getByRole('spinbutton', { name: '价值高于' }).fill(String(above));
    await expect(counts).toHaveAttribute('data-inviting', String(many));
    await expect(dialog.getByTestId('invite-journey')).toBeVisible();
    if (await dialog.getByTestId('invite-publish').isVisible()) await dialog.getByTestId('invite-publish').click();
    await accessible(page);
    await dialog.getByRole('button', { name: '开始邀请' }).click();
    await expect(dialog).toBeHidden();
  };
  await invite();
  await expect(page.getByText(/开始邀请 \d+ 人/)).toBeVisible(); // none of them, where this brand was tried before
  await page.getByTestId('invite').click();
  await invite();
  await expect(page.getByText(`开始邀请 0 人，${many} 人此前`)).toBeVisible();
});
