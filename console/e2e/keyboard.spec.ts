import type { Page } from '@playwright/test';
import { bringScores } from './brand';
import { expect, login, test } from './console';

test.beforeAll(bringScores);

/** What has the focus: what it is called, and whether one sees that it has it. */
async function focused(page: Page) {
  return page.evaluate(() => {
    const it = document.activeElement;
    if (!(it instanceof HTMLElement) || it === document.body) return null;
    const style = getComputedStyle(it);
    const ring = (one: CSSStyleDeclaration) => (one.outlineStyle !== 'none' && Number.parseFloat(one.outlineWidth) > 0) || one.boxShadow !== 'none';
    const around = [it, it.parentElement, it.closest('.ant-select, .ant-input-affix-wrapper, .ant-input-number, .ant-picker, .ant-segmented-item, .ant-radio-wrapper, .ant-checkbox-wrapper')];
    return {
      is: `${it.tagName.toLowerCase()} ${it.getAttribute('aria-label') ?? it.textContent.trim().slice(0, 40)}`,
      testId: it.dataset.testid ?? null,
      href: it.getAttribute('href'),
      seen: it.matches(':focus-visible') && (ring(style) || around.some((one) => one !== null && (ring(getComputedStyle(one)) || getComputedStyle(one, '::after').outlineStyle !== 'none'))),
    };
  });
}

/** Goes on by Tab until what has the focus fits; what it met on the way is told where nothing fits. */
async function tabTo(page: Page, what: string, fits: (it: NonNullable<Awaited<ReturnType<typeof focused>>>) => boolean, most = 80) {
  const met: string[] = [];
  for (let i = 0; i < most; i++) {
    await page.keyboard.press('Tab');
    const it = await focused(page);
    if (it === null) continue;
    met.push(it.is);
    expect.soft(it.seen, `nobody sees that the focus is on ${it.is}`).toBe(true);
    if (fits(it)) return it;
  }
  throw new Error(`${what} is not reached by Tab; met ${met.join(' | ')}`);
}

test('every place is reached and opened by Tab and Enter alone, from the link that skips them', async ({ page }) => {
  test.setTimeout(240_000);
  await login(page, '/cohorts');
  const links = page.getByRole('navigation').getByRole('link');
  await expect(links.first()).toBeVisible();
  const places = await links.evaluateAll((all) => all.map((it) => it.getAttribute('href') ?? ''));
  expect(places.length).toBeGreaterThan(20);

  const fromTheTop = async () => {
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(page.locator('.skip')).toBeFocused();
    await expect(page.locator('.skip')).toBeInViewport();
  };
  await fromTheTop();
  await page.keyboard.press('Enter');
  await expect(page.locator('#page')).toBeFocused();

  // One walk meets all of them in their order; each opens, and leaves the focus where the next is a step away.
  await fromTheTop();
  for (const path of places) {
    await tabTo(page, path, (it) => it.href === path, 3);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL((url) => url.pathname === path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
});

test('a filter, a member and the reason of the score are reached by keys alone, and what was opened gives the focus back', async ({ page }) => {
  test.setTimeout(120_000);
  await login(page, '/members');
  await expect(page.locator('tbody tr.ant-table-row').first()).toBeVisible();

  // The filters: opened, one of them filled, applied.
  await page.locator('#page').focus();
  await tabTo(page, 'the filters', (it) => it.testId === 'filters');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await tabTo(page, 'the least spend', (it) => it.is.includes('消费额 最低'));
  await page.keyboard.type('10');
  await tabTo(page, 'apply', (it) => it.testId === 'apply');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/minSpend=10/);
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByTestId('filters')).toBeFocused();

  // Escape leaves them as they were, with the focus where it came from.
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByTestId('filters')).toBeFocused();

  // A row is a link.
  await expect(page.locator('tbody tr.ant-table-row').first()).toBeVisible();
  await tabTo(page, 'the first member', (it) => /^\/members\/\d+/.test(it.href ?? ''));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/members\/\d+/);
  await expect(page.getByTestId('why')).toBeVisible();

  // Why this score: opened, read, closed.
  await page.locator('#page').focus();
  await tabTo(page, 'why', (it) => it.testId === 'why');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('explanation')).toBeVisible();
  await tabTo(page, 'single events', (it) => it.is.includes('逐条查看'));
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('why-events').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('explanation')).toBeHidden();
  await expect(page.getByTestId('why')).toBeFocused();
});
