import { accessible, expect, login, speak, test } from './console';

test('a wrong password is refused in words, the right one opens the page that was asked for', async ({ page }) => {
  await page.goto('/data/imports');
  await page.locator('#username').fill('admin');
  await page.locator('#password').fill('certainly-wrong');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('用户名或密码不正确');
  await accessible(page);

  await login(page, '/data/imports');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('导入');

  await page.getByTestId('user').click();
  await page.getByText('退出登录').click();
  await expect(page.locator('#username')).toBeVisible();
});

test('language and theme change at once and are remembered, the language with the account', async ({ page, browser }) => {
  await login(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('总览');
  await page.getByTestId('language').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overview');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');

  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await page.getByTestId('theme').click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await ground()).not.toBe(light);

  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overview');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

  // Another browser, where nobody chose anything: it is the account's language that is spoken.
  const elsewhere = await (await browser.newContext()).newPage();
  await login(elsewhere);
  await expect(elsewhere.getByRole('heading', { level: 1 })).toHaveText('Overview');
  await elsewhere.context().close();
  await speak(page, 'zh-CN');
});
