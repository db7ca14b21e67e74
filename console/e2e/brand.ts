import { expect, request, type APIRequestContext } from '@playwright/test';

/** The server over HTTP, as a program sees it. */
export async function api(): Promise<APIRequestContext> {
  return request.newContext({
    baseURL: process.env.GUANXI_URL ?? '',
    extraHTTPHeaders: { Authorization: `Bearer ${process.env.GUANXI_API_KEY ?? ''}` },
  });
}

export const PHONE = '13912345678';
export const MAP = `SELECT 'Order Completed' AS event, ordered_at AS ts, phone AS id_phone, order_no AS object, amount AS amount FROM input`;

/** The day that was `n` days before today where the brand lives, whatever the day is by the clock of Greenwich. */
export function daysAgo(n: number): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(Date.now() - n * 86_400_000);
}

/** Orders of the last weeks: 40 good rows of 8 people; `bad` adds one without a phone and one without a time. */
export function orders({ bad }: { bad: boolean }): string {
  const rows = Array.from({ length: 40 }, (_, i) => {
    const phone = i % 8 === 0 ? PHONE : `1391234${String(1000 + (i % 8))}`;
    return `E-${i},${phone},${daysAgo(2 + (i % 20))} 10:${String(i).padStart(2, '0')}:00,${(30 + i * 7.5).toFixed(2)}`;
  });
  if (bad) rows.push(`E-98,,${daysAgo(3)} 12:00:00,10.00`, 'E-99,13900000099,,10.00');
  return `order_no,phone,ordered_at,amount\n${rows.join('\n')}\n`;
}

export interface Work {
  id: number;
  state: string;
}

let brought: Promise<void> | undefined;

/** Sees to it, once, that there are orders and scores to look at; a server that has them already is left as it is. */
export function bringScores(): Promise<void> {
  brought ??= (async () => {
    const server = await api();
    const started = await server.post('/api/imports', {
      multipart: { source: 'e2e-orders', map: MAP, encoding: 'UTF-8', file: { name: 'e2e-orders.csv', mimeType: 'text/csv', buffer: Buffer.from(orders({ bad: false })) } },
    });
    expect(started.status(), await started.text()).toBe(202);
    await done(server, 'imports', (await started.json()) as Work);
    const run = await server.post('/api/runs', { data: {} });
    expect(run.ok(), await run.text()).toBe(true);
    await done(server, 'runs', (await run.json()) as Work);
    await server.dispose();
  })();
  return brought;
}

export async function done(server: APIRequestContext, kind: string, { id }: Work) {
  await expect
    .poll(async () => ((await (await server.get(`/api/${kind}/${id}`)).json()) as Work).state, { timeout: 50_000, intervals: [200] })
    .toBe('DONE');
}

/** Somebody of one's own: a phone and a name that nobody else has, one order, a message in a community of one's own, and a score. */
export async function somebody(): Promise<{ no: number; phone: string; name: string; community: string }> {
  const server = await api();
  const phone = `137${String(Date.now()).slice(-8)}`;
  const stamp = Date.now().toString(36);
  const [name, community] = [`陌生人 ${stamp}`, `e2e-${stamp}`];
  const brought = async (map: string, rows: string) => {
    const started = await server.post('/api/imports', {
      multipart: { source: `e2e-${stamp}`, encoding: 'UTF-8', map, file: { name: 'one.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) } },
    });
    expect(started.status(), await started.text()).toBe(202);
    await done(server, 'imports', (await started.json()) as Work);
  };
  await brought(`SELECT 'Order Completed' AS event, ordered_at AS ts, phone AS id_phone, amount AS amount FROM input`, `phone,ordered_at,amount\n${phone},${daysAgo(1)} 10:00:00,88.00\n`);
  await brought(`SELECT event, happened AS ts, phone AS id_phone, community, name AS trait_name FROM input`, [
    'event,phone,happened,community,name', `Community Joined,${phone},${daysAgo(3)} 10:00:00,${community},${name}`, `Message Sent,${phone},${daysAgo(2)} 10:00:00,${community},${name}`, '',
  ].join('\n'));
  await done(server, 'runs', (await (await server.post('/api/runs', { data: {} })).json()) as Work);
  const { no } = (await (await server.get(`/api/members/by/phone/${phone}`)).json()) as { no: number };
  return { no, phone, name, community };
}

/** The certificate of somebody who was erased. */
export async function erased(server: APIRequestContext): Promise<number> {
  const { no } = await somebody();
  const begun = await server.post(`/api/members/${no}/erasure`, { data: { reason: '本人要求' } });
  expect(begun.status(), await begun.text()).toBe(202);
  const work = (await begun.json()) as Work;
  await done(server, 'erasures', work);
  return work.id;
}
