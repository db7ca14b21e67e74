import type { PageOf } from '../src/api/model';
import { api, bringScores, PHONE } from './brand';
import { accessible, expect, login, test } from './console';

const LANGUAGES = ['zh-CN', 'en'] as const;
const THEMES = ['light', 'dark'] as const;
const WIDTHS = [1440, 390] as const;

test.beforeAll(bringScores);

for (const language of LANGUAGES) for (const theme of THEMES) for (const width of WIDTHS) {
  test(`pages in ${language}, ${theme}, ${width} px wide`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width, height: width < 600 ? 844 : 900 });
    await page.addInitScript(([speak, wear]) => {
      localStorage.setItem('guanxi.language', speak);
      localStorage.setItem('guanxi.theme', wear);
    }, [language, theme] as const);
    const look = async (name: string) => {
      await page.waitForLoadState('networkidle');
      await expect(page.locator('.ant-skeleton, .ant-spin-spinning')).toHaveCount(0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), `${name} is wider than the screen`).toBe(0);
      await page.screenshot({ path: `screenshots/${name}-${language}-${theme}-${width}.png`, fullPage: true, animations: 'disabled' });
      await accessible(page);
    };

    await page.goto('/');
    await expect(page.locator('#username')).toBeVisible();
    await look('login');
    await login(page);
    await look('overview');
    const server = await api();
    const { no } = (await (await server.get(`/api/members/by/phone/${PHONE}`)).json()) as { no: number };
    const { items: [community] } = (await (await server.get('/api/communities?limit=1')).json()) as PageOf<{ id: string }>;
    const { items: [finished] } = (await (await server.get('/api/imports?limit=1')).json()) as PageOf<{ id: number }>;
    const places: [name: string, path: string][] = [
      ['members', '/members'], ['member', `/members/${no}`], ['communities', '/communities'],
      ...(community === undefined ? [] : [['community', `/communities/${encodeURIComponent(community.id)}`] as [string, string]]),
      ['imports', '/data/imports'], ['import', `/data/imports/${finished?.id ?? 0}`], ['import-new', '/data/imports/new'],
    ];
    for (const [name, path] of places) {
      await page.goto(path);
      await expect(page.getByTestId('user')).toBeVisible();
      await look(name);
    }
  });
}
