import type { JourneyDetail, JourneySummary, Member, PageOf } from '../src/api/model';
import { api, bringScores, PHONE } from './brand';
import type { Locator } from '@playwright/test';
import { accessible, expect, figure, login, speak, test } from './console';

test.beforeAll(bringScores);

test('what keeps a journey from being published is said in words, at the node, in both languages', async ({ page }) => {
  const server = await api();
  const definition = { name: `faulty ${Date.now()}`, entry: { kind: 'api' }, start: '欢迎', nodes: [{ kind: 'message', key: '欢迎', template: 999_999, next: '谢谢' }] };
  const { summary } = (await (await server.post('/api/journeys', { data: { definition } })).json()) as { summary: JourneySummary };
  await login(page, `/journeys/${summary.id}`);
  const faults = page.locator('.faults');
  await expect(faults).toContainText('欢迎 · 消息模板：没有编号为 999999 的消息模板');
  await expect(faults).toContainText('欢迎 · 下一步：没有名为“谢谢”的节点');
  await accessible(page);
  await speak(page, 'en');
  await expect(faults).toContainText('欢迎 · Template: There is no template with the number 999999');
  await faults.getByRole('button', { name: '欢迎' }).first().click();
  await expect(page.getByRole('dialog')).toContainText('Template');
  await page.keyboard.press('Escape');
  await speak(page, 'zh-CN');
});

test('a webhook that was given up is counted, seen with its reason, and resent', async ({ page }) => {
  const server = await api();
  const { no } = (await (await server.get(`/api/members/by/phone/${PHONE}`)).json()) as Member;
  // An address in the server's own network is refused at once.
  const definition = { name: `calls ${Date.now()}`, entry: { kind: 'api' }, start: 'shop', nodes: [{ kind: 'webhook', key: 'shop', url: 'http://localhost:1/coupons' }] };
  const { summary: { id, name } } = (await (await server.post('/api/journeys', { data: { definition } })).json()) as { summary: JourneySummary };
  expect((await server.post(`/api/journeys/${id}/publish`, { data: { revision: 1 } })).ok()).toBe(true);
  await login(page, `/journeys/${id}?view=calls`);
  await expect(page.getByText('没有放弃的回调')).toBeVisible();
  expect((await server.post(`/api/journeys/${id}/entries`, { data: { members: [no] } })).ok()).toBe(true);
  await expect.poll(() => figure(page, 'given-up')).toBe(1);

  // The list of journeys and the journey's own figure both lead there.
  await page.goto('/journeys');
  await page.getByRole('row', { name }).getByRole('link', { name: '放弃 1 个回调' }).click();
  await page.getByText('时间轴', { exact: true }).click();
  await page.getByRole('link', { name: '查看并重发' }).click();
  const call = page.getByRole('row', { name: `#${no}` });
  await page.mouse.move(0, 0);
  await expect(call).toContainText('被拒绝');
  await expect(call).toContainText('GUANXI_MESSAGING_'); // the rest opens where the column is narrow
  await accessible(page);

  const again = page.waitForResponse((it) => it.url().endsWith('/resend') && it.ok());
  await call.getByRole('button', { name: /^重发/ }).click();
  await again;
  await expect(page.getByText('正在重发 1 个回调')).toBeVisible();
  await expect(call).toBeVisible(); // refused once more
  await page.getByTestId('resend-all').click();
  const all = page.waitForResponse((it) => it.url().endsWith('/calls/resend') && it.ok());
  await page.locator('.ant-popover').getByRole('button', { name: '全部重发' }).click();
  expect(await (await all).json()).toEqual({ calls: 1 });
});

test('a journey is drawn by hand, tried, published in one go, and a member enters it', async ({ page }) => {
  const name = `旅程 ${Date.now()}`;
  const server = await api();
  const member = (await (await server.get(`/api/members/by/phone/${PHONE}`)).json()) as Member;
  await login(page, '/journeys/new');
  await page.getByRole('textbox', { name: '名称' }).fill(name);
  await page.locator('.stop-add').first().click();
  await page.locator('.ant-dropdown:visible').getByRole('menuitem', { name: '等待', exact: true }).click();
  await expect(page.getByRole('dialog')).toContainText('等待');
  await page.locator('.ant-drawer-close:visible').click();
  await expect(page.locator('[data-node="等待"]')).toBeVisible();

  // On trial: nothing is kept, not even the draft.
  await page.getByText('试跑', { exact: true }).click();
  await page.getByRole('spinbutton', { name: '用户编号' }).fill(String(member.no));
  await page.getByTestId('member-test').click();
  await expect(page.locator('.ant-timeline-item')).not.toHaveCount(0);
  await accessible(page);
  await page.getByText('时间轴', { exact: true }).click();

  // Publishing saves first, and the dialog outlives that.
  await page.getByTestId('publish').click();
  const publish = page.getByRole('dialog').filter({ hasText: name });
  await publish.locator('.ant-btn-primary').click();
  await expect(page.getByText('运行中')).toBeVisible();
  const { items } = (await (await server.get('/api/journeys')).json()) as PageOf<JourneySummary>;
  const id = items.find((it) => it.name === name)?.id;
  const entered = await server.post(`/api/journeys/${id}/entries`, { data: { members: [member.no] } });
  expect(entered.ok(), await entered.text()).toBe(true);
  await expect.poll(() => figure(page, 'inside')).toBe(1);
  await page.getByText('成员', { exact: true }).click();
  await expect(page.getByRole('link', { name: `#${member.no}` })).toBeVisible();
  expect((await server.post(`/api/journeys/${id}/stop`)).ok()).toBe(true);
});

test('rules for leaving, days and priority are set by hand; members are let in by hand', async ({ page }) => {
  const name = `by hand ${Date.now()}`;
  const server = await api();
  const member = (await (await server.get(`/api/members/by/phone/${PHONE}`)).json()) as Member;
  const template = { name, channel: 'guide', category: 'service', wording: { title: '你好', text: '你好', attachments: [], variables: [] } };
  const { id: words } = (await (await server.post('/api/templates', { data: template })).json()) as { id: number };
  const definition = {
    name, entry: { kind: 'api' }, start: '问候',
    nodes: [{ kind: 'message', key: '问候', template: words, next: '等' }, { kind: 'wait', key: '等', until: { kind: 'for', days: 9 } }],
  };
  const { summary: { id } } = (await (await server.post('/api/journeys', { data: { definition } })).json()) as { summary: JourneySummary };
  await login(page, `/journeys/${id}`);
  await page.getByRole('button', { name: '进入与目标' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByTestId('add-exit').click();
  const event = drawer.getByRole('group', { name: '条件 1' }).getByRole('combobox', { name: '事件' });
  await event.fill('Order Refunded');
  await event.press('Tab');
  await drawer.getByTestId('add-exit').click();
  await drawer.getByRole('button', { name: '删除条件 2' }).click();
  await drawer.getByRole('spinbutton', { name: '优先级' }).fill('8');
  await drawer.getByRole('spinbutton', { name: '优先级' }).blur();
  await accessible(page);
  await page.locator('.ant-drawer-close:visible').click();
  await page.getByTestId('publish').click();
  await page.getByRole('dialog').filter({ hasText: name }).locator('.ant-btn-primary').click();
  await expect(page.getByText('运行中')).toBeVisible();
  const kept = (await (await server.get(`/api/journeys/${id}`)).json()) as JourneyDetail;
  expect(kept.definition).toMatchObject({ priority: 8, exitWhen: [{ kind: 'event', event: { name: 'Order Refunded' } }] });

  await page.getByTestId('let-in').click();
  const letIn = page.getByRole('dialog').filter({ hasText: '放入成员' });
  await letIn.getByText('按用户编号').click();
  await letIn.getByRole('textbox', { name: '用户编号' }).fill('某人');
  await expect(letIn.getByText('只能填写用户编号')).toBeVisible();
  await letIn.getByRole('textbox', { name: '用户编号' }).fill(`${member.no}`);
  await accessible(page);
  await letIn.getByRole('button', { name: '放入成员' }).click();
  await expect(page.getByText('1 人中进入 1 人')).toBeVisible();
  await expect(letIn).toBeHidden();

  // The node says what became of what it says, and leads to it.
  const node = page.locator('[data-node="问候"]');
  await expect(node).toContainText('到达 1');
  await expect(node).toContainText('通过 1');
  await node.getByRole('link', { name: '“问候”的消息' }).click();
  await expect(page.getByRole('row', { name: new RegExp(`${member.no}`) })).toHaveCount(1);
  const used = await server.delete(`/api/templates/${words}`);
  expect(used.status()).toBe(409);
  expect((await server.post(`/api/journeys/${id}/stop`)).ok()).toBe(true);
});

test('on the canvas nodes are moved, ways drawn and taken away', async ({ page }) => {
  const server = await api();
  const definition = {
    name: `canvas ${Date.now()}`, entry: { kind: 'api' }, start: '回复',
    nodes: [
      { kind: 'reply', key: '回复', answers: [{ is: ['1'], next: '结束' }, { is: ['2'] }], otherwise: '结束' },
      { kind: 'goal', key: '目标' }, { kind: 'exit', key: '结束' },
    ],
  };
  const { summary: { id } } = (await (await server.post('/api/journeys', { data: { definition } })).json()) as { summary: JourneySummary };
  await login(page, `/journeys/${id}?view=canvas`);
  const nodeAt = (key: string) => page.locator(`.flow[data-node="${key}"]`);
  const middle = async (of: Locator) => {
    const box = await of.boundingBox();
    if (box === null) throw new Error('nothing there');
    return [box.x + box.width / 2, box.y + box.height / 2] as const;
  };
  const drag = async (from: Locator, to: readonly [number, number]) => {
    await page.mouse.move(...(await middle(from)));
    await page.mouse.down();
    await page.mouse.move(...to, { steps: 8 });
    await page.mouse.up();
  };
  await expect(page.locator('.react-flow__edge')).toHaveCount(2);
  await accessible(page);

  // A node lies where one puts it, also when the page is opened again.
  const [x, y] = await middle(nodeAt('目标'));
  await drag(nodeAt('目标').locator('strong'), [x + 40, y + 60]);
  const kept = await page.evaluate((key) => localStorage.getItem(key), `guanxi.canvas.${id}`);
  expect(Object.keys(JSON.parse(kept ?? '{}') as object)).toEqual(['回复', '结束', '目标']);

  // The second answer leads to the goal, and what else came leads nowhere any more.
  await drag(nodeAt('回复').locator('[data-handleid="answer-2"]'), await middle(nodeAt('目标').locator('.react-flow__handle.target')));
  await expect(page.locator('.react-flow__edge')).toHaveCount(3);
  await page.locator('.react-flow__edge[data-id="回复/otherwise"]').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Delete');
  await expect(page.locator('.react-flow__edge')).toHaveCount(2);
  const saved = page.waitForResponse((it) => it.request().method() === 'PUT' && it.url().endsWith(`/api/journeys/${id}`));
  await page.getByRole('button', { name: '保存草稿' }).click();
  const { definition: now } = (await (await saved).json()) as JourneyDetail;
  const reply = now.nodes.find((it) => it.key === '回复');
  expect(reply).toMatchObject({ answers: [{ next: '结束' }, { next: '目标' }] });
  expect(reply).not.toHaveProperty('otherwise');
});
