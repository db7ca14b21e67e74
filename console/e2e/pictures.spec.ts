import type { Page } from '@playwright/test';
import type { PageOf } from '../src/api/model';
import { api, bringScores, erased, orders, PHONE } from './brand';
import { accessible, expect, login, test } from './console';

type Language = 'zh-CN' | 'en';
type Theme = 'light' | 'dark';

/** How every page is looked at: it is opened once, then language, theme and width change around it. */
const LOOKS: { width: number; theme: Theme; language: Language; axe?: true }[] = [
  { width: 1440, theme: 'light', language: 'zh-CN', axe: true },
  { width: 1440, theme: 'light', language: 'en' },
  { width: 1440, theme: 'dark', language: 'en' },
  { width: 1440, theme: 'dark', language: 'zh-CN', axe: true },
  { width: 1024, theme: 'dark', language: 'zh-CN' },
  { width: 390, theme: 'light', language: 'zh-CN' },
  { width: 390, theme: 'dark', language: 'en', axe: true },
];

/** What moved while a page loaded, by the browser's own measure; above 0.1 people notice. */
const MOST_SHIFT = 0.1;

test.beforeAll(bringScores);

test('the door in every look', async ({ page }) => {
  await page.goto('/');
  await expect(page.locator('#username')).toBeVisible();
  await look(page, 'login');
});

for (const group of ['who', 'audiences', 'acts', 'messages', 'data', 'settings'] as const) {
  test(`every page in every look: ${group}`, async ({ page }) => {
    test.setTimeout(600_000);
    await page.addInitScript(() => {
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
          if (!entry.hadRecentInput) document.documentElement.dataset.shift = String(Number(document.documentElement.dataset.shift ?? 0) + entry.value);
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await login(page);
    for (const [name, path] of (await places())[group]) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await settled(page);
      const shift = Number((await page.locator('html').getAttribute('data-shift')) ?? 0);
      expect.soft(shift, `${name} moved while it loaded`).toBeLessThan(MOST_SHIFT);
      await look(page, name);
    }
  });
}

test('why a score, in every look', async ({ page }) => {
  test.setTimeout(300_000);
  const { no } = (await (await (await api()).get(`/api/members/by/phone/${PHONE}`)).json()) as { no: number };
  await login(page, `/members/${no}`);
  // It lies over the switches: the page is dressed first, and asked why then.
  for (const { width, theme, language, axe } of LOOKS) {
    await page.setViewportSize({ width, height: width < 600 ? 844 : 900 });
    await wear(page, language, theme);
    await page.getByTestId('why').click();
    await expect(page.getByTestId('explanation')).toBeVisible();
    await settled(page);
    await page.screenshot({ path: `screenshots/why-${language}-${theme}-${width}.png`, animations: 'disabled' });
    if (axe === true) await accessible(page);
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('explanation')).toBeHidden();
  }
  await wear(page, 'zh-CN', 'light');
});

test('each step of an import in every look', async ({ page }) => {
  test.setTimeout(300_000);
  await login(page, '/data/imports/new');
  await page.locator('input[type=file]').setInputFiles({ name: 'orders.csv', mimeType: 'text/csv', buffer: Buffer.from(orders({ bad: true })) });
  await expect(page.getByTestId('map')).toHaveValue(/ordered_at +AS ts/);
  await look(page, 'import-new-map');
  await page.getByRole('button', { name: '预览' }).click();
  await expect(page.getByTestId('preview')).toBeVisible();
  await look(page, 'import-new-preview');
});

const BUILT = {
  kind: 'all',
  of: [
    { kind: 'stage', in: ['PURCHASE', 'LOYALTY'] },
    { kind: 'did', event: { name: 'Order Completed', where: [{ column: 'AMOUNT', is: { moreThan: 50 } }] }, during: { kind: 'last', days: 60 } },
    { kind: 'not', of: { kind: 'any', of: [{ kind: 'layer', in: ['NEW'] }, { kind: 'community', stages: ['SILVER'] }] } },
  ],
};

type Place = [name: string, path: string];

async function places(): Promise<Record<'who' | 'audiences' | 'acts' | 'messages' | 'data' | 'settings', Place[]>> {
  const server = await api();
  const { no } = (await (await server.get(`/api/members/by/phone/${PHONE}`)).json()) as { no: number };
  const { items: [community] } = (await (await server.get('/api/communities?limit=1')).json()) as PageOf<{ id: string }>;
  if (community === undefined) throw new Error('the brand has no community to look at');
  const certificate = await erased(server);
  const { items: [finished] } = (await (await server.get('/api/imports?limit=1')).json()) as PageOf<{ id: number }>;
  const { items: audiences } = (await (await server.get('/api/audiences')).json()) as PageOf<{ id: number; ready: string | null }>;
  const ready = audiences.filter((it) => it.ready !== null).map((it) => it.id);
  const audience = audiences.find((it) => it.ready === 'stage-loyalty')?.id ?? ready[0] ?? 0;
  const { items: [journey] } = (await (await server.get('/api/journeys')).json()) as PageOf<{ id: number }>;
  const journeyOf = async (definition: unknown) => ((await (await server.post('/api/journeys', { data: { definition } })).json()) as { summary: { id: number } }).summary.id;
  // An address in the server's own network is refused at once, so the call is given up.
  const calling = await journeyOf({ name: `发券 ${Date.now()}`, entry: { kind: 'api' }, start: '通知商城', nodes: [{ kind: 'webhook', key: '通知商城', url: 'http://localhost:1/coupons' }] });
  await server.post(`/api/journeys/${calling}/publish`, { data: { revision: 1 } });
  await server.post(`/api/journeys/${calling}/entries`, { data: { members: [no] } });
  const faulty = await journeyOf({ name: `会员日 ${Date.now()}`, entry: { kind: 'audience', audience: 999_999 }, start: '欢迎', nodes: [{ kind: 'message', key: '欢迎', template: 999_999, next: '谢谢' }] });
  const made = async (path: string, data: unknown) => ((await (await server.post(path, { data })).json()) as { id: number }).id;
  const now = Date.now();
  const tag = await made('/api/tags', { group: await made('/api/tags/groups', { name: `兴趣 ${now}`, note: '' }), name: `爱喝茶 ${now}`, note: '', colour: 'GREEN' });
  await server.post(`/api/tags/${tag}/tag`, { data: { members: [no] } });
  const own = await made('/api/audiences', { name: `老客 ${now}`, expression: { kind: 'stage', in: ['LOYALTY'] } });
  const experiment = await made('/api/experiments', {
    name: `试用装 ${now}`, hypothesis: '', unit: 'MEMBER', layer: null, layerShare: 1, audience: null, days: 14, smallestLift: 0.05,
    metrics: [{ name: '复购', measurement: { kind: 'conversion', event: 'Order Completed' }, windowDays: 7, winsorAt: null, lookBackDays: 10, moreIsBetter: true, guardRail: false }],
    arms: [{ key: 'control', name: '对照', weight: 1 }, { key: 'gift', name: '试用装', weight: 1 }],
  });
  const rows = Array.from({ length: 200 }, (_, i) => `${i},${i % 2 === 0 ? 'control' : 'gift'},${20 + (i % 17)}`);
  const { id: analysed } = (await (await server.post('/api/experiments/finished', {
    multipart: { map: 'SELECT member AS unit, version AS arm, spend FROM input', file: { name: 'gift.csv', mimeType: 'text/csv', buffer: Buffer.from(`member,version,spend\n${rows.join('\n')}\n`) } },
  })).json()) as { id: number };
  const template = await made('/api/templates', { name: `新客欢迎 ${now}`, channel: 'email', category: 'marketing', note: '', wording: { title: '欢迎', text: '{{member.name|亲}}，欢迎加入{{brand.name}}。', attachments: [], variables: [], url: null } });
  return {
    who: [
      ['overview', '/'], ['members', '/members'], ['member', `/members/${no}`], ['cohorts', '/cohorts'], ['lifetime', '/lifetime'], ['communities', '/communities'],
      ['communities-board', '/communities?view=board'], ['communities-weeks', '/communities?view=weeks'],
      ['tags', '/tags'], ['tags-governance', '/tags/governance'],
      ['community', `/communities/${encodeURIComponent(community.id)}`], ['certificate', `/members/${no}?certificate=${certificate}`], ['missing', '/nowhere'],
    ],
    audiences: [
      ['audiences', '/audiences'], ['audience', `/audiences/${audience}`], ['audience-changes', `/audiences/${audience}?tab=changes`], ['audience-profile', `/audiences/${audience}?tab=profile`],
      ['audience-why', `/audiences/${audience}?tab=why&member=${no}`], ['audience-build', `/audiences/new?expression=${encodeURIComponent(JSON.stringify(BUILT))}`], ['audience-edit', `/audiences/${own}/edit`], ['audience-overlap', `/audiences/overlap?ids=${ready.slice(0, 4).join(',')}`],
    ],
    acts: [
      ['tag', `/tags/${tag}`], ['journeys', '/journeys'], ['journey', `/journeys/${journey?.id ?? 0}`], ['journey-canvas', `/journeys/${journey?.id ?? 0}?view=canvas`], ['journey-yaml', `/journeys/${journey?.id ?? 0}?view=yaml`], ['journey-calls', `/journeys/${calling}?view=calls`], ['journey-faults', `/journeys/${faulty}`],
      ['workbench', '/workbench'], ['workload', '/workbench/workload'], ['guides', '/workbench/guides'], ['experiment', `/experiments/${experiment}`], ['experiment-finished', `/experiments/finished/${analysed}`], ['experiments', '/experiments'], ['experiment-new', '/experiments/new'], ['experiments-finished', '/experiments?view=finished'], ['finished-new', '/experiments/finished/new'],
      ['reports', '/experiments/reports'], ['reports-layers', '/experiments/reports?view=layers'], ['reports-touchpoints', '/experiments/reports?view=touchpoints'],
    ],
    messages: [
      ['template', `/messages/templates/${template}`], ['outbox', '/messages/outbox'], ['templates', '/messages/templates'], ['template-new', '/messages/templates/new'], ['contents', '/messages/contents'], ['policy', '/messages/policy'], ['live-codes', '/messages/live-codes'],
    ],
    data: [
      ['imports', '/data/imports'], ['import', `/data/imports/${finished?.id ?? 0}`], ['import-new', '/data/imports/new'],
      ['events', '/data/events'], ['event', '/data/events/Order%20Completed'], ['tail', '/data/tail'], ['quality', '/data/quality'],
    ],
    settings: [
      ['value-model', '/settings/value-model'], ['value-model-rules', '/settings/value-model?tab=rules'], ['value-model-versions', '/settings/value-model?tab=versions'],
      ['identity', '/settings/identity'], ['brand', '/settings/brand'], ['users', '/settings/users'], ['keys', '/settings/keys'], ['audit', '/settings/audit'], ['erasures', '/settings/erasures'],
    ],
  };
}

async function look(page: Page, name: string) {
  for (const { width, theme, language, axe } of LOOKS) {
    await page.setViewportSize({ width, height: width < 600 ? 844 : 900 });
    await wear(page, language, theme);
    await settled(page);
    expect.soft(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), `${name} at ${width} is wider than the screen`).toBe(0);
    await page.screenshot({ path: `screenshots/${name}-${language}-${theme}-${width}.png`, fullPage: true, animations: 'disabled' });
    if (axe === true) await accessible(page, `${name} at ${width}`);
  }
  // As the next page expects to be met.
  await page.setViewportSize({ width: 1440, height: 900 });
  await wear(page, 'zh-CN', 'light');
}

async function wear(page: Page, language: Language, theme: Theme) {
  const html = page.locator('html');
  if ((await html.getAttribute('lang')) !== language) await page.getByTestId('language').click();
  await expect(html).toHaveAttribute('lang', language);
  if ((await html.getAttribute('data-theme')) !== theme) await page.getByTestId('theme').click();
  await expect(html).toHaveAttribute('data-theme', theme);
  // A tool-tip of the switch is no part of the page.
  await page.mouse.move(0, 0);
  await expect(page.locator('.ant-tooltip:visible')).toHaveCount(0);
}

async function settled(page: Page) {
  await expect(page.locator('.ant-skeleton, .ant-spin-spinning, [aria-busy=true]')).toHaveCount(0);
}
