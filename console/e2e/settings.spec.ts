import type { Member, ModelPreview, ValueModelVersion } from '../src/api/model';
import { api, bringScores, PHONE } from './brand';
import { accessible, expect, figure, login, test } from './console';

test.beforeAll(bringScores);

test('a weight that is changed shows its effect before it is saved, and after the next scoring on the member', async ({ page }) => {
  test.setTimeout(120_000);
  const server = await api();
  const before = (await (await server.get(`/api/members/by/phone/${PHONE}`)).json()) as Member;
  const inForce = (await (await server.get('/api/value-model')).json()) as ValueModelVersion;
  await login(page, `/settings/value-model?members=${before.no}`);
  await expect(page.getByTestId('model-preview')).toBeVisible();
  await accessible(page);

  const weight = (dimension: string) => page.getByRole('group', { name: dimension }).getByLabel('权重');
  await weight('消费价值').fill('70');
  await expect(page.getByText(/权重合计 .*必须等于 100%/)).toBeVisible();
  await expect(page.getByTestId('save-model')).toBeDisabled();
  const previewed = page.waitForResponse((it) => it.url().endsWith('/api/value-model/preview') && it.ok());
  await page.getByRole('button', { name: '按比例调成 100%' }).click();
  const { examples } = (await (await previewed).json()) as ModelPreview;
  const [example] = examples;
  expect(example?.no).toBe(before.no);
  expect(example?.after).not.toBe(example?.before);
  await expect(page.getByTestId('model-preview').getByRole('row').filter({ hasText: `#${before.no}` })).toContainText((example?.after ?? 0).toFixed(1));

  await page.getByTestId('save-model').click();
  await expect(page.getByTestId('changes')).toContainText('消费价值 · 权重');
  await accessible(page);
  await page.getByRole('dialog').getByLabel('为什么改').fill('e2e');
  await page.getByRole('dialog').getByRole('button', { name: '保存为新版本' }).click();
  await page.getByTestId('rescore').click();
  await expect(page.getByTestId('rescore')).toBeHidden({ timeout: 45_000 });
  await page.goto(`/members/${before.no}`);
  await expect.poll(() => figure(page, 'value')).toBeCloseTo(example?.after ?? Number.NaN, 1);

  await page.goto('/settings/value-model?tab=versions');
  await page.getByText('e2e').first().click();
  await expect(page.getByTestId('changes').first()).toContainText('消费价值 · 权重');
  const restored = await server.put('/api/value-model', { data: { model: inForce.model, note: 'e2e, as it was' } });
  expect(restored.ok(), await restored.text()).toBe(true);
});

test('a guide sees no settings, and members with masked phones only', async ({ page, meant }) => {
  const server = await api();
  const guide = { username: `guide-${Date.now()}`, password: 'a guide of the tests' };
  expect((await server.post('/api/users', { data: { ...guide, role: 'GUIDE' } })).status()).toBe(201);
  await login(page, '/members', guide);
  await expect(page.locator('tbody tr.ant-table-row').first()).toBeVisible();
  const navigation = page.getByRole('navigation');
  await expect(navigation.getByText('用户', { exact: true })).toBeVisible();
  await expect(navigation.getByText('设置')).toHaveCount(0);
  await expect(navigation.getByText('数据')).toHaveCount(0);
  expect(await page.locator('tbody').textContent()).not.toMatch(/1[3-9]\d{9}/);

  meant.push(/\/api\//);
  await page.goto('/settings/users');
  await expect(page.getByText('你的角色不能查看这里')).toBeVisible();
});

test('a key is shown once, opens what its role may, and stops when it is revoked', async ({ page, request }) => {
  await login(page, '/settings/keys');
  const name = `e2e ${Date.now()}`;
  await page.getByTestId('new-key').click();
  await page.getByRole('dialog').getByLabel('用途').fill(name);
  await page.getByRole('dialog').getByRole('button', { name: '创建', exact: true }).click();
  const secret = (await page.getByTestId('secret').textContent()) ?? '';
  const asks = async () => (await request.get('/api/imports', { headers: { Authorization: `Bearer ${secret}` } })).status();
  expect(await asks()).toBe(200);
  await page.getByRole('button', { name: '已保存' }).click();
  await expect(page.getByText(secret)).toHaveCount(0);

  await page.getByRole('button', { name: `停用 ${name}` }).click();
  await page.getByRole('tooltip').getByRole('button', { name: '停用', exact: true }).click();
  await expect(page.getByRole('row').filter({ hasText: name })).toHaveCount(0);
  expect(await asks()).toBe(401);

  await page.goto('/settings/audit?action=key.revoked');
  await expect(page.getByRole('row').filter({ hasText: '停用密钥' }).first()).toBeVisible();
  await accessible(page);
});

test('a user is added, and a value is blocked and allowed again', async ({ page }) => {
  await login(page, '/settings/users');
  const username = `analyst-${Date.now()}`;
  await page.getByTestId('new-user').click();
  await page.getByRole('dialog').getByLabel('用户名').fill(username);
  await page.getByRole('dialog').getByLabel('初始密码').fill('long enough');
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('row').filter({ hasText: username })).toContainText('导购');

  await page.goto('/settings/identity');
  await page.getByLabel('例如客服热线的号码').fill('E2E-Hotline');
  await page.getByRole('button', { name: '屏蔽', exact: true }).click();
  await page.getByRole('button', { name: '解除屏蔽 e2e-hotline' }).click();
  await page.getByRole('tooltip').getByRole('button', { name: '解除屏蔽', exact: true }).click();
  await expect(page.getByRole('button', { name: '解除屏蔽 e2e-hotline' })).toHaveCount(0);
});
