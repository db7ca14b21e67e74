import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rejects as zh } from '../text/zh/rejects';
import { rejectInWords } from './rejects';

const IMPORTS = '../server/src/main/java/io/guanxi/collect/imports';
/** What DuckDB calls a line that it cannot read (`reject_errors.error_type`); the server writes `line-` before it. */
const OF_THE_READER = ['CAST', 'MISSING COLUMNS', 'TOO MANY COLUMNS', 'UNQUOTED VALUE', 'LINE SIZE OVER MAXIMUM', 'INVALID ENCODING', 'INVALID STATE'];

describe('why a row is not taken', () => {
  it('has words for every code of the server, and no others', () => {
    const reasons = [...readFileSync(`${IMPORTS}/RejectReason.java`, 'utf8').matchAll(/^ {4}[A-Z_0-9]+\(\s*"([a-z0-9-]+)"/gm)].map(([, code = '']) => code);
    const written = ['Staged', 'Mapping'].flatMap((name) => [...readFileSync(`${IMPORTS}/${name}.java`, 'utf8').matchAll(/'([a-z]+(?:-[a-z]+)+)'/g)].map(([, code = '']) => code));
    expect([reasons.length, written.sort()]).toEqual([13, ['identifier-refused', 'line-no-json']]);
    const lines = OF_THE_READER.map((it) => `line-${it.toLowerCase().replaceAll(' ', '-')}`);
    expect(Object.keys(zh).sort()).toEqual([...reasons, ...written, ...lines].map((it) => `reject.${it}`).sort());
  });

  it('is left to the server where there are none', () => {
    const t = (key: string) => (zh as Record<string, string>)[key] ?? key;
    expect([rejectInWords('no-event', t), rejectInWords('no-such-code', t)]).toEqual(['缺少事件名', null]);
  });
});
