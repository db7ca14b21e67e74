import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type Locator, type Page } from '@playwright/test';

/** A test whose page must not log an error nor have a request fail that nobody expected. */
export const test = base.extend<{ meant: RegExp[]; quiet: string[] }>({
  /** Addresses whose refusal is meant: at first nobody is logged in; a test may add its own. */
  meant: async ({}, use) => {
    await use([/\/api\/session$/]);
  },
  quiet: [
    async ({ page, meant: expected }, use) => {
      const trouble: string[] = [];
      page.on('console', (message) => {
        const meant = expected.some((it) => it.test(message.location().url));
        if ((message.type() === 'error' || message.type() === 'warning') && !meant) trouble.push(`${message.type()}: ${message.text()}`);
      });
      page.on('pageerror', (error) => trouble.push(`error: ${error.message}`));
      page.on('response', (response) => {
        if (response.status() >= 400 && !expected.some((it) => it.test(response.url()))) trouble.push(`${response.status()} ${response.url()}`);
      });
      page.on('requestfailed', (request) => {
        const why = request.failure()?.errorText ?? '';
        // What a page no longer needs when one leaves it is given up, and a download is taken over by the browser.
        if (why !== 'net::ERR_ABORTED') trouble.push(`${why} ${request.url()}`);
      });
      await use(trouble);
      expect(trouble, 'errors in the browser').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

export const PASSWORD = process.env.GUANXI_ADMIN_PASSWORD ?? '';

export async function login(page: Page, path = '/', who = { username: 'admin', password: PASSWORD }) {
  await page.goto(path);
  await page.locator('#username').fill(who.username);
  await page.locator('#password').fill(who.password);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('user')).toBeVisible();
}

/** Changes the language, which is kept with the account: who changes it for a while changes it back. */
export async function speak(page: Page, language: 'zh-CN' | 'en') {
  const kept = page.waitForResponse((it) => it.url().endsWith('/api/session') && it.request().method() === 'PATCH' && it.ok());
  await page.getByTestId('language').click();
  await kept;
  await expect(page.locator('html')).toHaveAttribute('lang', language);
}

/** Types into a field that offers, and takes the first that is offered: what it offers may still be on its way. */
export async function choose(page: Page, field: Locator, typed: string) {
  await field.click();
  await field.fill(typed);
  await expect(page.locator('.ant-select-dropdown:visible .ant-select-item-option').first()).toBeVisible();
  await page.keyboard.press('Enter');
}

/** No serious fault of accessibility on the page as it stands. */
export async function accessible(page: Page, where = page.url()) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter((it) => it.impact === 'serious' || it.impact === 'critical');
  expect.soft(serious.map((it) => `${it.id}: ${it.nodes.map((node) => node.target.join(' ')).slice(0, 5).join(', ')}`), where).toEqual([]);
}

/** What the figure of that name says exactly. */
export async function figure(page: Page, name: string): Promise<number> {
  const value = await page.locator(`data[data-figure="${name}"]`).getAttribute('value');
  return value === null || value === '' ? Number.NaN : Number(value);
}
