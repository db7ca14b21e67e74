import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { expect, login, test } from './console';

/** 600 members in two arms: of the second two thirds come back instead of a half, and spend half as much again; a third figure is the same. */
function experiment(): string {
  const rows = Array.from({ length: 600 }, (_, i) => {
    const gift = i % 2 === 1;
    const n = Math.floor(i / 2);
    return `${i},${gift ? 'gift' : 'control'},${n % 6 < (gift ? 4 : 3) ? 1 : 0},${((20 + (n % 17)) * (gift ? 1.5 : 1)).toFixed(2)},${n % 5}`;
  });
  return `member,version,back,spend,visits\n${rows.join('\n')}\n`;
}

async function taken(page: Page, button: string): Promise<Download> {
  const download = page.waitForEvent('download');
  await page.getByRole('region', { name: '有没有用' }).getByRole('button', { name: button }).click();
  return download;
}

/** Cells of a CSV without quotes within quotes. */
function cells(text: string): string[][] {
  return text.replace('\uFEFF', '').trim().split('\r\n').map((row) => [...row.matchAll(/("[^"]*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) => cell.replace(/^"|"$/g, '')).slice(0, -1));
}

/** A figure on screen, and half of its last digit. */
function shown(text: string): { value: number; within: number } {
  const plain = text.replace('−', '-').replace('+', '').replaceAll(',', '').trim();
  const share = plain.endsWith('%');
  const digits = plain.replace(/\s*%$/, '');
  const half = 0.501 * 10 ** -(digits.split('.')[1]?.length ?? 0);
  return share ? { value: Number(digits) / 100, within: half / 100 } : { value: Number(digits), within: half };
}

function same(cell: string | undefined, text: string | undefined) {
  const { value, within } = shown(text ?? '');
  expect(Number.isFinite(value), `on screen: ${String(text)}`).toBe(true);
  expect(Math.abs(Number(cell) - value), `${String(cell)} in the file, ${String(text)} on screen`).toBeLessThanOrEqual(within);
}

test('a card is a picture and a CSV that say what the screen says', async ({ page }) => {
  await login(page, '/experiments/finished/new');
  await page.locator('input[type=file]').setInputFiles({ name: 'cards.csv', mimeType: 'text/csv', buffer: Buffer.from(experiment()) });
  await page.getByTestId('map').fill('SELECT member AS unit, version AS arm, CAST(back AS BOOLEAN) AS back, spend, visits FROM input');
  await page.getByTestId('analyse').click();
  await expect(page).toHaveURL(/\/experiments\/finished\/\d+$/);
  const panel = page.getByRole('region', { name: '有没有用' });
  const rows = panel.locator('tbody tr.ant-table-row');
  await expect(rows).toHaveCount(3);

  const file = cells(await readFile(await (await taken(page, 'CSV')).path(), 'utf8'));
  const [head = [], ...lines] = file;
  expect(head.slice(0, 6)).toEqual(['指标', '分组', '计入人数', '数值', '币种', '提升']);
  expect(lines).toHaveLength(6);
  const column = (name: string) => head.indexOf(name);
  for (const row of await rows.all()) {
    const [metric = '', verdict = '', control, gift, lift = '', p = ''] = await row.getByRole('cell').allInnerTexts();
    const name = metric.split('\n')[0];
    const of = (arm: string) => lines.find((it) => it[0] === name && it[1] === arm) ?? [];
    same(of('control')[column('数值')], control);
    same(of('gift')[column('数值')], gift);
    const [more, ends = ''] = lift.split('\n');
    const [low, high] = ends.split(' … ');
    same(of('gift')[column('提升')], more);
    same(of('gift')[column('下限')], low);
    same(of('gift')[column('上限')], high);
    expect(of('gift')[column('p')]).toBe(p);
    expect(verdict).toContain(of('gift')[column('结论')]);
    expect(of('control')[column('计入人数')]).toBe('300');
  }
  expect(lines.flat().join(' ')).not.toMatch(/NaN|Infinity|undefined/);

  const download = await taken(page, '存为图片');
  expect(download.suggestedFilename()).toMatch(/\.png$/);
  const picture = await readFile(await download.path());
  expect(picture.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  // Twice as fine as a card of 900 px with a row for each of three figures.
  expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1800, 2 * (130 + 3 * 92)]);
  expect(picture.length).toBeGreaterThan(20_000);
  const drawn = await page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    const pen = canvas.getContext('2d', { willReadFrequently: true });
    if (pen === null) throw new Error('no canvas');
    pen.drawImage(image, 0, 0);
    // Each line of a card has something that is not its ground: the title, the note, three rows left and right.
    const written = (x: number, y: number, width: number, height: number) => {
      const { data } = pen.getImageData(x, y, width, height);
      const count = new Map<number, number>();
      for (let i = 0; i < data.length; i += 4) {
        const color = ((data[i] ?? 0) << 16) | ((data[i + 1] ?? 0) << 8) | (data[i + 2] ?? 0);
        count.set(color, (count.get(color) ?? 0) + 1);
      }
      return 1 - Math.max(...count.values()) / (width * height);
    };
    const bands = [written(72, 48, 800, 60), written(72, 130, 800, 40)];
    for (let row = 0; row < 3; row++) {
      const y = 2 * (118 + row * 92 - 6);
      bands.push(written(72, y, 800, 110), written(928, y, 800, 110));
    }
    return bands;
  }, picture.toString('base64'));
  expect(drawn).toHaveLength(8);
  for (const share of drawn) expect(share).toBeGreaterThan(0.003);
});
