import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin } from 'vite';
import type { Import, Run } from '../src/api/model.ts';
import { activeDays, atmosphere, cohorts, communities, community, concentration, explanation, history, members, movers, orderGaps, overview, peers, repurchase, timeline } from './figures.ts';

/** Answers /api in `npm run dev` when no real server is named: password `guanxi`, everything in memory. */
export function mockServer(): Plugin {
  const started = Date.now();
  const figures = overview();
  const runs: Run[] = figures.run === null ? [] : [figures.run];
  const imports: Import[] = [];

  const progress = <W extends Run | Import>(work: W, begun: number, seconds: number): W => {
    if (work.state !== 'RUNNING') return work;
    const done = Math.min(1, (Date.now() - begun) / 1000 / seconds);
    work.percent = done * 100;
    work.secondsLeft = (1 - done) * seconds;
    if (done === 1) Object.assign(work, { state: 'DONE', finishedAt: new Date().toISOString(), seconds, secondsLeft: null });
    return work;
  };
  const tick = () => {
    runs.forEach((it) => progress(it, Date.parse(it.startedAt ?? ''), 4));
    imports.forEach((it) => {
      progress(it, Date.parse(it.startedAt ?? ''), 6);
      const share = (it.percent ?? 0) / 100;
      Object.assign(it, { read: Math.round(48_210 * share), accepted: Math.round(47_100 * share), duplicate: Math.round(1_098 * share), rejected: Math.round(12 * share) });
    });
  };
  const fresh = { phase: null, percent: 0, secondsLeft: null, finishedAt: null, seconds: null, problem: null };

  const reply = (method: string, path: string, body: string, known: boolean, search: string, stage: string | null): [number, unknown] => {
    tick();
    if (path === '/api/session' && method === 'POST') {
      return (JSON.parse(body) as { password: string }).password === 'guanxi' ? [200, { username: 'admin', role: 'ADMINISTRATOR', locale: 'zh-CN' }] : [401, { code: 'session.wrong-credentials', title: 'Wrong', status: 401 }];
    }
    if (path === '/api/session' && method === 'DELETE') return [204, null];
    if (!known) return [401, { code: 'session.none', title: 'Log in first', status: 401 }];
    if (path === '/api/session') return [200, { username: 'admin', role: 'ADMINISTRATOR', locale: 'zh-CN' }];
    if (path === '/api/brand') return [200, { name: '花屿 Isle', zone: 'Asia/Shanghai', currency: 'CNY', locale: 'zh-CN' }];
    if (path === '/api/overview') return [200, { ...figures, run: runs[0] ?? null }];
    if (path === '/api/runs' && method === 'POST') {
      runs.unshift({ ...fresh, id: runs.length + 3, state: 'RUNNING', asOf: '2026-11-20', lateData: 'include', modelVersion: 2, members: null, communities: null, startedAt: new Date().toISOString() });
      return [202, runs[0]];
    }
    if (path === '/api/runs') return [200, { items: runs, next: null }];
    if (path === '/api/imports/preview') {
      return [200, {
        events: [1, 2, 3].map((n) => ({ event: 'Order Completed', ts: started - n * 3_600_000, identifiers: [`phone:138****000${n}`], community: null, amount: 88.5 * n, currency: 'CNY', quantity: n, object: `S-${n}`, properties: { channel: 'live-code' }, traits: {} })),
        rejects: [{ line: 4, code: 'no-identifier', reason: 'all id_ columns are empty: nobody did this', raw: '4,,2026-11-20 09:00' }],
        columns: [], read: 4, mapped: 4,
      }];
    }
    if (path === '/api/imports' && method === 'POST') {
      imports.unshift({ ...fresh, id: imports.length + 1, state: 'RUNNING', source: 'orders', fileName: 'orders.csv', read: 0, mapped: 0, createdAt: new Date().toISOString(), accepted: 0, duplicate: 0, rejected: 0, trial: false, newMembers: null, merges: null, startedAt: new Date().toISOString() });
      return [202, imports[0]];
    }
    if (path === '/api/imports') return [200, { items: imports, next: null }];
    if (path === '/api/movers') return [200, movers()];
    if (path === '/api/cohorts') return [200, { asOf: '2026-11-20', items: cohorts() }];
    if (path === '/api/repurchase') return [200, { asOf: '2026-11-20', items: repurchase(), gaps: orderGaps() }];
    if (path === '/api/activity') return [200, { asOf: '2026-11-20', items: activeDays() }];
    if (path === '/api/members/views') return method === 'GET' ? [200, { items: [], next: null }] : [409, { code: 'member-view.exists', title: 'Nothing is kept here', status: 409 }];
    if (path === '/api/members') return [200, { items: search === '' ? members() : members().slice(0, 1), next: search === '' ? 'more' : null }];
    if (path === '/api/communities') {
      return [200, { items: communities().filter((it) => stage === null || it.stage === stage), next: stage === 'GOLDEN' ? 'more' : null }];
    }
    const part = /^\/api\/communities\/([^/]+)\/(\w+)$/.exec(path);
    if (part?.[2] === 'atmosphere') return [200, atmosphere(part[1] ?? '')];
    if (part?.[2] === 'concentration') return [200, concentration(part[1] ?? '')];
    if (part?.[2] === 'explain') return [200, { id: part[1], asOf: '2026-11-20', members: 3, items: members().slice(0, 3).map((it) => ({ no: it.no, name: it.name, value: it.value, contributions: 12, weight: 3.6, part: 90, share: 0.02 })), next: null }];
    if (path.startsWith('/api/communities/')) return [200, community(path.split('/')[3] ?? '')];
    if (path.startsWith('/api/members/by/')) return [200, members()[0]];
    if (path.endsWith('/rejects')) return [200, 'line,code,reason,raw'];
    const member = /^\/api\/members\/(\d+)(\/\w+)?$/.exec(path);
    if (member?.[2] === '/timeline') return [200, { items: timeline(), next: null }];
    if (member?.[2] === '/history') return [200, history(Number(member[1]))];
    if (member?.[2] === '/peers') return [200, peers(Number(member[1]))];
    if (member?.[2] === '/identifiers') return [200, { no: Number(member[1]), identifiers: [{ kind: 'phone', key: '138****1000', linkedAt: '2026-05-01T08:00:00Z', source: 'orders', eventId: 'e-1' }], merges: [] }];
    if (member?.[2] === '/consent' || member?.[2] === '/communities') return [200, { items: [], next: null }];
    if (member?.[2] === '/explain') return [200, explanation()];
    if (member !== null) return [200, members()[(Number(member[1]) - 1) % 50]];
    const one = /^\/api\/(imports|runs)\/(\d+)(\/cancel)?$/.exec(path);
    const work = (one?.[1] === 'runs' ? runs : imports).find((it) => it.id === Number(one?.[2]));
    if (work !== undefined) {
      if (one?.[3] !== undefined) Object.assign(work, { state: 'CANCELLED', secondsLeft: null });
      return [200, work];
    }
    return [404, { code: 'not-found', title: 'Nothing here', status: 404 }];
  };

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const parts: Uint8Array[] = [];
    for await (const part of request) parts.push(part as Uint8Array);
    const url = new URL(request.url ?? '/', 'http://localhost');
    const path = url.pathname;
    const [status, body] = reply(request.method ?? 'GET', path, Buffer.concat(parts).toString(), request.headers.authorization !== undefined || request.headers.cookie?.includes('mock=in') === true, url.searchParams.get('q') ?? '', url.searchParams.get('stage'));
    if (path === '/api/session' && request.method !== 'GET') response.setHeader('Set-Cookie', `mock=${request.method === 'POST' && status === 200 ? 'in' : 'out'}; Path=/`);
    response.writeHead(status, { 'Content-Type': path.endsWith('/rejects') ? 'text/csv' : 'application/json' });
    response.end(body === null ? '' : JSON.stringify(body));
  };

  return {
    name: 'guanxi-mock',
    configureServer: (server) => {
      server.middlewares.use((request, response, next) => {
        if (request.url?.startsWith('/api/') === true) answer(request, response).catch(next);
        else next();
      });
    },
  };
}
