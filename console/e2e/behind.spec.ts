import type { CohortMonth, Community, Member, OrderGap, Overview, PageOf, Peers, Repurchase } from '../src/api/model';
import { api, bringScores } from './brand';
import { expect, figure, login, test } from './console';

/** How many members a list of the console has, read to its end. */
async function many(address: string): Promise<number> {
  const server = await api();
  let n = 0;
  let cursor: string | null = '';
  while (cursor !== null) {
    const answer = await server.get(`/api${address}&limit=200${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`);
    expect(answer.status(), address).toBe(200);
    const page = (await answer.json()) as PageOf<Member>;
    n += page.items.length;
    cursor = page.next;
  }
  return n;
}

test.beforeAll(bringScores);

const shown = (url: string) => new URL(url).pathname + new URL(url).search;

test('a bar opens exactly the members it counts', async ({ page }) => {
  test.setTimeout(120_000);
  const server = await api();
  const { activity } = (await (await server.get('/api/overview')).json()) as Overview;
  const cohorts = ((await (await server.get('/api/cohorts')).json()) as { items: CohortMonth[] }).items;
  const { gaps } = (await (await server.get('/api/repurchase')).json()) as { items: Repurchase[]; gaps: OrderGap[] };

  await login(page);
  const day = activity.length - 1 - [...activity].reverse().findIndex((it) => it.active > 0 && it.newMembers > 0);
  const row = activity[day];
  if (row === undefined) throw new Error('on no day was somebody active');
  const trend = page.getByRole('region', { name: '活跃趋势' });
  await trend.getByRole('button', { name: '以表格查看' }).click();
  if (activity.length > 10) await trend.locator(`.ant-pagination-item-${Math.floor(day / 10) + 1}`).click();
  await trend.locator('tbody tr[data-row-key]').nth(day % 10).getByRole('link').first().click();
  await expect(page).toHaveURL(/activeOn=/);
  expect(await many(shown(page.url()))).toBe(row.active);
  expect(await many(`/members?joinedFrom=${row.day}&joinedTo=${row.day}`)).toBe(row.newMembers);

  await page.goto('/cohorts');
  const later = cohorts.findIndex((it) => it.monthsSince > 0 && it.active > 0 && it.buyers > 0);
  const cell = cohorts[later];
  if (cell === undefined) throw new Error('nobody came back in a later month');
  const retention = page.getByRole('region', { name: '留存热力图' }).first();
  await retention.getByRole('button', { name: '以表格查看' }).click();
  if (cohorts.length > 10 && later >= 10) await retention.locator(`.ant-pagination-item-${Math.floor(later / 10) + 1}`).click();
  const links = retention.locator('tbody tr[data-row-key]').nth(later % 10).getByRole('link');
  await links.nth(1).click();
  await expect(page).toHaveURL(/activeMonth=/);
  expect(await many(shown(page.url()))).toBe(cell.active);
  expect(await many(shown(page.url()).replace('activeMonth', 'boughtMonth'))).toBe(cell.buyers);

  const first = (from: number, to: number) => gaps.filter((it) => it.kind === 'FIRST' && it.days >= from && it.days <= to).reduce((sum, it) => sum + it.times, 0);
  expect(await many('/members?minFirstOrderDays=0&maxFirstOrderDays=6')).toBe(first(0, 6));
  expect(await many('/members?minFirstOrderDays=7&maxFirstOrderDays=13')).toBe(first(7, 13));
});

test('a cell of RFM and a community open who is in them', async ({ page }) => {
  test.setTimeout(120_000);
  const server = await api();
  const buyer = ((await (await server.get('/api/members?sort=-spend&limit=1')).json()) as PageOf<Member>).items[0];
  if (buyer === undefined) throw new Error('nobody bought');
  const { cells } = (await (await server.get(`/api/members/${buyer.no}/peers`)).json()) as Peers;
  const at = cells.findIndex((it) => it.members > 0);
  await login(page, `/members/${buyer.no}`);
  const panel = page.getByRole('region', { name: /RFM/ });
  await panel.getByRole('button', { name: '以表格查看' }).click();
  await panel.locator('tbody tr[data-row-key]').nth(at).getByRole('link').click();
  await expect(page).toHaveURL(/\/members\?r=/);
  expect(await many(shown(page.url()))).toBe(cells[at]?.members);

  const community = ((await (await server.get('/api/communities?sort=-members&limit=1')).json()) as PageOf<Community>).items[0];
  if (community === undefined) throw new Error('there is no community');
  await page.goto(`/communities/${encodeURIComponent(community.id)}`);
  await page.getByTestId('community-audience').click();
  await expect.poll(() => figure(page, 'audience')).toBe(community.members);
});
