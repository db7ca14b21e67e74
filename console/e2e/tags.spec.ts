import type { AllTags, Member, Tag } from '../src/api/model';
import { api, bringScores, PHONE } from './brand';
import { accessible, expect, login, test } from './console';

test.beforeAll(bringScores);

/** A tag that no other run has made. */
async function aTag(name: string): Promise<Tag> {
  const server = await api();
  const { groups } = (await (await server.get('/api/tags?archived=true')).json()) as AllTags;
  const known = groups.find((it) => it.name === '浏览器测试');
  const group = known ?? ((await (await server.post('/api/tags/groups', { data: { name: '浏览器测试' } })).json()) as { id: number });
  return (await (await server.post('/api/tags', { data: { group: group.id, name, colour: 'GOLD' } })).json()) as Tag;
}

test('a list tags its members, and the member says who put it there', async ({ page }) => {
  const member = (await (await (await api()).get(`/api/members/by/phone/${PHONE}`)).json()) as Member;
  const name = `名单 ${Date.now()}`;
  const tag = await aTag(name);
  await login(page, '/tags');
  await page.getByRole('searchbox').fill(name);
  await page.keyboard.press('Enter');
  await expect(page.locator('tbody tr.ant-table-row')).toHaveCount(1);
  await accessible(page);

  await page.goto(`/tags/${tag.id}`);
  await page.getByTestId('tag-members').click();
  await page.locator('textarea').fill(`${PHONE}\n19900000000`);
  await page.getByRole('dialog').locator('.ant-btn-primary').last().click();
  await expect(page.getByRole('dialog')).toContainText('1 位用户有变化');
  await expect(page.getByRole('dialog')).toContainText('1 行没有贴上');
  await page.getByRole('dialog').locator('.ant-btn-primary').last().click();
  await expect(page.locator('tbody tr.ant-table-row').first()).toBeVisible();
  await accessible(page);

  await page.goto(`/members/${member.no}`);
  const chip = page.locator('.tag-list .tag-chip', { hasText: name });
  await expect(chip).toBeVisible();
  await chip.getByRole('button').click();
  await expect(chip).toHaveCount(0);

  // Put on again by hand, until the end of a day.
  await page.getByLabel('有效至').fill('2031-05-20');
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: '添加标签' }).fill(name);
  await page.locator('.ant-select-item-option', { hasText: name }).click();
  await expect(chip).toBeVisible();
  await chip.hover();
  await expect(page.getByRole('tooltip')).toContainText('2031-05-21 00:00');
});

test('governance tells which tags work', async ({ page }) => {
  await aTag(`治理 ${Date.now()}`);
  await login(page, '/tags/governance');
  await expect(page.locator('data[data-figure=coverage]')).toBeVisible();
  await expect(page.getByText('分割日后才建').first()).toBeVisible();
  await accessible(page);
});
