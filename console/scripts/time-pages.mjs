/* global document, window, requestAnimationFrame */
/*
 * How long each page takes until it can be used, in headless Chromium with nothing cached, against a running server:
 *   GUANXI_URL=http://localhost:8080 GUANXI_ADMIN_PASSWORD=… npm run time [-- TIMES]
 * A page can be used when its heading and figures are there (nothing waits any more) and no task has kept the main
 * thread for 50 ms or longer since: the moment at which a quiet quarter of a second begins.
 */
import { chromium } from '@playwright/test';

const url = process.env.GUANXI_URL ?? 'http://localhost:8080';
const times = Number(process.argv[2] ?? 5);
const PAGES = {
  overview: '/', members: '/members', 'members, two filters': '/members?stage=LOYALTY&layer=LOYAL&sort=-spend', cohorts: '/cohorts', lifetime: '/lifetime',
  communities: '/communities', audiences: '/audiences', journeys: '/journeys', experiments: '/experiments', imports: '/data/imports', events: '/data/events',
  quality: '/data/quality', 'value model': '/settings/value-model', audit: '/settings/audit',
};

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });

async function signedIn() {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(url);
  await page.locator('#username').fill('admin');
  await page.locator('#password').fill(process.env.GUANXI_ADMIN_PASSWORD ?? '');
  await page.keyboard.press('Enter');
  await page.getByTestId('user').waitFor();
  const state = await context.storageState();
  const { items: [member] } = await (await context.request.get(`${url}/api/members?limit=1`)).json();
  const { items: [community] } = await (await context.request.get(`${url}/api/communities?limit=1`)).json();
  if (member !== undefined) PAGES.member = `/members/${member.no}`;
  if (community !== undefined) PAGES.community = `/communities/${encodeURIComponent(community.id)}`;
  await context.close();
  return state;
}

/** Milliseconds from the start of the navigation until the page can be used. */
async function time(state, path) {
  const context = await browser.newContext({ storageState: state, viewport: { width: 1440, height: 900 }, locale: 'zh-CN', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const QUIET = 250;
    const WAITING = '.ant-skeleton-active, .ant-spin-spinning';
    let since = null;
    const busyUntil = (at) => { if (since !== null && at > since) since = at; };
    new PerformanceObserver((list) => list.getEntries().forEach((it) => busyUntil(it.startTime + it.duration))).observe({ type: 'longtask', buffered: true });
    const look = () => {
      const ready = document.querySelector('h1') !== null && document.querySelector(WAITING) === null;
      if (!ready) since = null;
      else since ??= performance.now();
      if (since !== null && performance.now() - since >= QUIET) window.usableAt = since;
      else requestAnimationFrame(look);
    };
    look();
  });
  await page.goto(url + path, { waitUntil: 'commit' });
  const at = await (await page.waitForFunction(() => window.usableAt, undefined, { timeout: 60_000 })).jsonValue();
  await context.close();
  return at;
}

const state = await signedIn();
console.log(`${'page'.padEnd(24)} ${'median'.padStart(8)} ${'longest'.padStart(8)}   ms, of ${times}, nothing cached`);
for (const [name, path] of Object.entries(PAGES)) {
  const taken = [];
  for (let i = 0; i < times; i++) taken.push(await time(state, path));
  taken.sort((a, b) => a - b);
  console.log(`${name.padEnd(24)} ${Math.round(taken[Math.floor(times / 2)]).toString().padStart(8)} ${Math.round(taken[times - 1]).toString().padStart(8)}`);
}
await browser.close();
