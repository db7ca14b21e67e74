/* global document, window, requestAnimationFrame */
/*
 * How long each page takes until it can be used, in headless Chromium with nothing cached, against a running server:
 *   GUANXI_URL=http://localhost:8080 GUANXI_ADMIN_PASSWORD=… npm run time [-- TIMES]
 * A page can be used when its heading and figures are there (nothing waits any more) and no task has kept the main
 * thread for 50 ms or longer since: the moment at which a quiet quarter of a second begins.
 * Then the list of members is scrolled by the wheel for ten seconds: how deep that came, the longest task on the main
 * thread, and how far apart frames were drawn.
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

const SCROLL_SECONDS = 10;
const WHEEL = 1_200;

/** The list of members under the wheel, 20 turns a second, for ten seconds. */
async function scroll(state) {
  const context = await browser.newContext({ storageState: state, viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto(`${url}/members`);
  const rows = page.locator('tbody tr.ant-table-row');
  await rows.first().waitFor();
  await page.mouse.move(700, 500);
  await page.evaluate(() => {
    window.scrolled = { tasks: [0], gaps: [], going: true };
    new PerformanceObserver((list) => list.getEntries().forEach((it) => window.scrolled.tasks.push(it.duration))).observe({ type: 'longtask' });
    let before = performance.now();
    const frame = (at) => {
      window.scrolled.gaps.push(at - before);
      before = at;
      if (window.scrolled.going) requestAnimationFrame(frame);
    };
    requestAnimationFrame((at) => { before = at; requestAnimationFrame(frame); });
  });
  const until = Date.now() + SCROLL_SECONDS * 1_000;
  while (Date.now() < until) {
    await page.mouse.wheel(0, WHEEL);
    await page.waitForTimeout(50);
  }
  const { tasks, gaps, deep } = await page.evaluate(() => {
    window.scrolled.going = false;
    const row = document.querySelector('tbody tr.ant-table-row');
    return { ...window.scrolled, deep: window.scrollY / (row?.getBoundingClientRect().height || 1) };
  });
  await context.close();
  gaps.sort((a, b) => a - b);
  return { rows: Math.round(deep), longest: Math.round(Math.max(...tasks)), p95: Math.round(gaps[Math.floor(gaps.length * 0.95)] ?? 0), most: Math.round(gaps.at(-1) ?? 0) };
}

const state = await signedIn();
console.log(`${'page'.padEnd(24)} ${'median'.padStart(8)} ${'longest'.padStart(8)}   ms, of ${times}, nothing cached`);
for (const [name, path] of Object.entries(PAGES)) {
  const taken = [];
  for (let i = 0; i < times; i++) taken.push(await time(state, path));
  taken.sort((a, b) => a - b);
  console.log(`${name.padEnd(24)} ${Math.round(taken[Math.floor(times / 2)]).toString().padStart(8)} ${Math.round(taken[times - 1]).toString().padStart(8)}`);
}
const scrolled = await scroll(state);
console.log(`\nscrolling members           ${scrolled.rows} rows deep in ${SCROLL_SECONDS} s; longest task ${scrolled.longest} ms; frames apart: p95 ${scrolled.p95} ms, longest ${scrolled.most} ms`);
await browser.close();
