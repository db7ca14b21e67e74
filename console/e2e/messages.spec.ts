import type { OutboxMessage, PageOf, Template } from '../src/api/model';
import { api, bringScores } from './brand';
import { accessible, expect, login, test } from './console';

test.beforeAll(bringScores);

test('a template is written, seen through a member’s eyes, and kept', async ({ page, meant }) => {
  meant.push(/\/api\/templates\/preview$/); // while one writes, it cannot be said yet
  const name = `e2e ${Date.now()}`;
  await login(page, '/messages/templates/new');
  await page.locator('#template-name').fill(name);
  if (await page.locator('#template-title').isVisible()) await page.locator('#template-title').fill('问候');
  await page.locator('#template-text').fill('{{member.nam}}，你好');
  await expect(page.getByText('there is no variable member.nam', { exact: false }).first()).toBeVisible();
  await page.locator('#template-text').fill('{{member.name|亲}}，你好');
  await expect(page.getByTestId('preview')).toContainText('，你好');
  await accessible(page);
  await page.getByTestId('save-template').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await page.goto('/messages/templates');
  await expect(page.getByRole('link', { name })).toBeVisible();
});

test('a message that needs a person is looked at and sent again', async ({ page }) => {
  const server = await api();
  const wording = { text: '{{var.code}}', attachments: [], variables: ['code'] };
  const { id: template } = (await (await server.post('/api/templates', { data: { name: `e2e dead ${Date.now()}`, channel: 'webhook', category: 'service', wording } })).json()) as Template;
  await server.post('/api/messages', { data: { templateId: template, memberNo: 1 } });
  await expect.poll(async () => ((await (await server.get(`/api/messages?template=${template}`)).json()) as PageOf<OutboxMessage>).items[0]?.state).toBe('DEAD');
  await login(page, `/messages/outbox?template=${template}`);
  await page.getByRole('button', { name: /^消息经过/ }).first().click();
  await expect(page.getByRole('dialog')).toContainText('缺少变量的值');
  await page.getByTestId('resend').click();
  await expect(page.getByText('1 条将再试')).toBeVisible();
});

test('a rule of the reach policy is added, saved and taken away', async ({ page }) => {
  await login(page, '/messages/policy');
  const rules = page.locator('.reach-rule');
  await expect(rules.first()).toBeVisible();
  const before = await rules.count();
  await page.getByTestId('add-rule').click();
  await page.getByRole('menuitem', { name: '频次上限' }).click();
  await expect(rules).toHaveCount(before + 1);
  await page.getByTestId('save-policy').click();
  await expect(page.getByText('规则已生效', { exact: false })).toBeVisible();
  await rules.last().getByRole('button', { name: /^移除/ }).click();
  await page.getByTestId('save-policy').click();
  await expect(page.getByTestId('save-policy')).toBeHidden();
  await expect(rules).toHaveCount(before);
  await accessible(page);
});
