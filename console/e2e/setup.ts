import { existsSync } from 'node:fs';

const NEEDED = {
  GUANXI_URL: 'address of a running server, as `./guanxi up` prints it',
  GUANXI_ADMIN_PASSWORD: 'the password that server was first started with',
  GUANXI_API_KEY: 'the API key that server was first started with',
};

/** Says at once, and in words, what these tests lack. */
export default async function setup() {
  const missing = Object.entries(NEEDED).filter(([name]) => (process.env[name] ?? '') === '');
  if (missing.length > 0) {
    throw new Error(`the browser tests need\n${missing.map(([name, what]) => `  ${name}: ${what}`).join('\n')}`);
  }
  const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';
  if (!existsSync(chromium)) throw new Error(`no browser at ${chromium}: install Chromium, or name one in CHROMIUM`);
  const url = process.env.GUANXI_URL ?? '';
  const page = await fetch(url).catch((reason: unknown) => {
    throw new Error(`no server answers at ${url}: ${String(reason)}`);
  });
  if (!(await page.text()).includes('<div id="root">')) throw new Error(`the server at ${url} does not show the console (HTTP ${page.status})`);
}
