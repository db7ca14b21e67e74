import type { ArmFigure, Measured } from '../src/api/model';
import { accessible, expect, figure, login, test } from './console';

const AGAINST = { holdout: 1, share: 0.02, from: '2026-07-01', until: '2026-09-30', layersOf: null, openDays: 0, heldOut: 2000, reached: 98_000, pValue: 0.6 };

function arm(key: string, units: number, value: number): ArmFigure {
  return { arm: key, units, numerator: value, denominator: 1, value, variance: 400, error: 0.1, before: 10, covariance: 100, varianceBefore: 300 };
}

/** What the reached did beyond those held out; 98,000 of them for 2.5 each. */
function measured(metric: Measured['metric']): Measured {
  const effect = { difference: 2.5, error: 0.5, degrees: 2100, pValue: 0.0001, interval: { low: 1.5, high: 3.5 }, alwaysPValue: 0.01, alwaysInterval: { low: 1, high: 4 }, lift: 0.2, liftInterval: { low: 0.1, high: 0.3 }, alwaysLiftInterval: { low: 0.05, high: 0.35 }, theta: 0.4, varianceRemoved: 0.3, unadjusted: 2.6, adjustment: { before: 10, control: 0.01, treatment: -0.01 }, sequence: { alpha: 0.05, units: 100_000, plannedUnits: 100_000, rhoSquared: 0.00008, quantile: 1.96, normal: 1.96, width: 1.5 } };
  return { metric, heldOut: arm('holdout', 2000, 12), reached: arm('reached', 98_000, 14.5), verdict: { kind: 'helped', by: { low: 0.1, high: 0.3 }, relative: true }, effect, total: 245_000, totalInterval: { low: 147_000, high: 343_000 }, qValue: 0.0002 };
}

test('a brand without a holdout is told what it cannot know', async ({ page }) => {
  await login(page, '/experiments/reports?view=layers&from=2026-01-01&until=2026-01-31');
  await expect(page.getByText('这些天没有被一个全局留出时段完整覆盖')).toBeVisible();
  await accessible(page);
  await page.getByText('触点', { exact: true }).click();
  await expect(page).toHaveURL(/view=touchpoints/);
  await expect(page.getByText('这些天没有发过消息。')).toBeVisible();
  await accessible(page);
});

test('a quarter says what all that was done brought, and how that was worked out', async ({ page }) => {
  const metrics = ['buyers', 'orders', 'gmv', 'value', 'retained'] as const;
  await page.route('**/api/experiments/reports/programme?*', (route) => route.fulfill({ json: {
    quarter: '2026-Q3', from: '2026-07-01', until: '2026-09-30', coveredDays: 92, days: 92, currency: 'CNY', touches: 410_000, cost: 20_500, sent: [{ channel: 'sms', messages: 410_000, costPerMessage: 0.05 }], madeAt: '2026-10-02T00:00:00Z', newer: true, findings: [{ code: 'held-out-reached', grave: true, count: 12, of: null }],
    parts: [{ from: '2026-07-01', until: '2026-09-30', against: AGAINST, measured: metrics.map(measured) }],
    sums: ['orders', 'gmv', 'value'].map((metric) => ({ metric, total: 245_000, interval: { low: 147_000, high: 343_000 }, verdict: { kind: 'helped', by: { low: 147_000, high: 343_000 }, relative: false } })),
  } }));
  await login(page, '/experiments/reports');
  expect(await figure(page, 'sum-value')).toBe(245_000);
  await expect(page.getByText('本季度 92 天中有 92 天可以衡量')).toBeVisible();
  await expect(page.getByText('每花 1 元多带来 12.0 元')).toBeVisible();
  await expect(page.getByText(/^计算于 .* · 这些天之后又有数据进来/)).toBeVisible();
  const anew = page.waitForRequest((it) => it.method() === 'POST' && it.url().endsWith('/programme?quarter=2026-Q3'));
  await page.getByTestId('make-anew').click();
  await anew;
  await expect(page.getByText('有 12 位留出的用户仍收到了消息')).toBeVisible();
  await accessible(page);
  await page.getByRole('button', { name: '多出的净额 · 怎么算的' }).click();
  await expect(page.getByRole('dialog')).toContainText('T / C');
  await page.keyboard.press('Escape');
  await page.locator('tbody').getByRole('button', { name: /GMV · 怎么算的/ }).click();
  await expect(page.getByRole('dialog')).toContainText('每人差值 × 98,000 人');
  await expect(page.getByRole('dialog')).toContainText('自由度');
  await page.keyboard.press('Escape');
  await page.getByTitle(/成本 · 怎么算的/).click();
  await expect(page.getByRole('dialog')).toContainText('410,000 · 0.05 = 20500');
});

test('a layer says what it received, cost and returned, and every figure opens to its inputs', async ({ page }) => {
  const metrics = ['buyers', 'orders', 'gmv', 'value', 'retained'] as const;
  const row = { layer: 'LOYAL', members: 2000, touched: 1500, touches: 5000, touchesPerMember: 2.5, cost: 200, sent: [{ channel: 'sms', messages: 4000, costPerMessage: 0.05 }, { channel: 'email', messages: 1000, costPerMessage: null }], buyers: 500, conversion: 0.25, orders: 800, gmv: 64_000, retention: 0.4, valuePerMember: 30.5, scorePerMember: 12.25 };
  await page.route('**/api/experiments/reports/layers?*', (route) => route.fulfill({ json: {
    from: '2026-07-01', until: '2026-09-30', retentionDays: 30, currency: 'CNY', against: { ...AGAINST, layersOf: '2026-07-01' }, findings: [], madeAt: '2026-10-02T00:00:00Z', newer: false,
    rows: [{ ...row, layer: 'ALL', measured: metrics.map(measured) }, { ...row, measured: metrics.map(measured) }],
  } }));
  await login(page, '/experiments/reports?view=layers&from=2026-07-01&until=2026-09-30');
  const opens = async (figure: string, said: string[]) => {
    await page.getByTitle(`忠实用户 · ${figure} · 怎么算的`).click();
    for (const it of said) await expect(page.getByRole('dialog')).toContainText(it);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  };
  await opens('用户数', ['2026-07-01', '2,000']);
  await opens('人均触达', ['m / n', '5,000', '1,500', '2.5']);
  await opens('成本', ['4,000 · 0.05 = 200', '1,000 · 未知']);
  await opens('转化率', ['b / n', '500', '0.25']);
  await opens('订单', ['800', '0.4']);
  await opens('GMV', ['64000', '32']);
  await opens('留存', ['r / n', '800', '0.4']);
  await opens('人均净额', ['61000', '30.5']);
  await opens('人均价值分', ['24500', '12.25']);
  await accessible(page);
});

test('menus, codes and articles are told apart, with what was ordered after them', async ({ page }) => {
  await page.route('**/api/experiments/reports/touchpoints?*', (route) => route.fulfill({ json: {
    from: '2026-07-01', until: '2026-09-30', orderDays: 7, currency: 'CNY', against: null, findings: [], madeAt: '2026-10-02T00:00:00Z', newer: false,
    rows: [{ channel: 'official_account', messages: 900, delivered: 880, meant: 500, reached: 480, opened: 300, clicked: 120, ordered: 48, orders: 50, gmv: 5000, costPerMessage: null, cost: null, measured: [] }],
    places: [
      { kind: 'MENU', key: 'new-arrivals', name: null, times: 640, members: 320, ordered: 32, orders: 40, gmv: 4000 },
      { kind: 'CONTENT', key: '12', name: '冬季护肤', times: 130, members: 120, ordered: 30, orders: 31, gmv: 3100 },
      { kind: 'CODE', key: '', name: null, times: 9, members: 9, ordered: 0, orders: 0, gmv: 0 },
    ],
  } }));
  await login(page, '/experiments/reports?view=touchpoints&from=2026-07-01&until=2026-09-30');
  const places = page.getByRole('region', { name: '菜单、二维码和文章' });
  await expect(places.getByRole('row', { name: /new-arrivals 公众号菜单 640 320 32 10\.0%/ })).toBeVisible();
  await expect(places.getByRole('row', { name: /冬季护肤 文章或链接 130 120 30 25\.0%/ })).toBeVisible();
  await expect(places.getByRole('row', { name: /未注明 公众号二维码/ })).toBeVisible();
  await places.getByRole('button', { name: '640' }).click();
  await expect(page.getByRole('dialog')).toContainText('Menu Tapped');
  await page.keyboard.press('Escape');
  await accessible(page);
});

test('guard rails are put into a plan by a press, and communities say how alike their members are', async ({ page }) => {
  await login(page, '/experiments/new');
  const rails = page.locator('.guard-rails').getByRole('button', { name: /退订/ });
  await rails.click();
  await expect(page.getByRole('textbox', { name: '指标名称' }).last()).toHaveValue('退订');
  await expect(rails).toBeHidden();
  await page.getByText('按社群分组').click();
  await expect(page.getByRole('spinbutton', { name: '群内相关 (ICC)' })).toHaveValue('0.02');
  await page.route('**/api/experiments/baseline', (route) => route.fulfill({ json: { members: 5000, mean: 0.1, variance: 0.09, rate: true, removed: 0 } }));
  await page.getByTestId('power').click();
  // 1 + 99 · 0.02 = 2.98 times the members of an experiment on members, a hundred to a community.
  await expect(page.getByText('× 2.980')).toBeVisible();
  await expect(page.getByTestId('power-communities')).toHaveText(/6,59[23]/);
  await accessible(page);
});
