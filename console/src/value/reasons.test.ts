import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatFor } from '../text/format';
import { sayIn } from '../text/language';
import { reasons as en } from '../text/en/reasons';
import { reasons as zh } from '../text/zh/reasons';
import { partInWords, reasonInWords, type SayReason } from './reasons';

const SERVER = '../server/src/main/java/io/guanxi';
const CODE = /"((?:stage|layer|level|top-spender)\.[a-z-]+)"/g;

const t: SayReason = (key, values = {}) => {
  const own = (zh as Record<string, string>)[key];
  return own === undefined ? sayIn('zh-CN')(key as never, values) : own.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? `{${name}}`));
};
const format = formatFor('zh-CN', 'Asia/Shanghai', 'CNY');

describe('why a member is in a class', () => {
  const source = readFileSync(join(SERVER, 'value/member/ClassReasons.java'), 'utf8');

  it('has words for every rule of the server, and no others', () => {
    const codes = [...new Set([...source.matchAll(CODE)].map(([, code = '']) => code))];
    expect(codes.length).toBeGreaterThan(12);
    const worded = Object.keys(zh).flatMap((key) => /^reason\.((?:stage|layer|level|top-spender)\.[a-z-]+)$/.exec(key)?.[1] ?? []).filter((it) => !/^top-spender\.(yes|no)$/.test(it));
    expect(worded.sort()).toEqual(codes.sort());
  });

  it('fills in only figures that the server gives', () => {
    const given = new Set([...source.matchAll(/(?:facts\.put\(|lastMonth\(facts, )"(\w+)"/g)].map(([, name = '']) => name));
    for (const words of [zh, en] as Record<string, string>[]) {
      const asked = Object.entries(words).filter(([key]) => /^reason\.(stage|layer|top-spender)\./.test(key)).flatMap(([, text]) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name));
      expect(asked.length).toBeGreaterThan(15);
      expect(asked.filter((name) => !given.has(name))).toEqual([]);
    }
  });

  it('is said with its figures', () => {
    const layer = { is: 'ACTING', code: 'layer.few-active-days', because: '', facts: { activeDays: 2, activeDaysNeeded: 6, withinDays: 30 } };
    expect(reasonInWords(layer, t, format)).toEqual(['有过行为，但最近 30 天只活跃 2 天（6 天为活跃）']);
    const top = { is: 'OTHER', code: 'top-spender.below', because: '', facts: { spend: 12, line: 3400, share: 0.1, days: 365 } };
    expect(reasonInWords(top, t, format)?.[0]).toMatch(/^最近 365 天消费 .*12.*，未到购买者前 10\.0% 的门槛 .*3,400/);
  });

  it('says of a level what the next one lacks', () => {
    const level = (is: string, lacks: object) => ({ is, code: is === 'ORDINARY' ? 'level.below' : 'level.reached', because: '', facts: { influence: 12, content: 3, interaction: 1, social: 0, engaged: { influence: 10 }, advocate: { influence: 30 }, koc: { influence: 50, topShare: 0.01 }, lacks } });
    expect(reasonInWords(level('ENGAGED', { influence: 30, content: 5 }), t, format)?.[1]).toBe(`升到“${t('level.ADVOCATE')}”还差：影响力 12.0（需 30.0） · ${t('dimension.content')} 3.0（需 5.0）`);
    expect(reasonInWords(level('ADVOCATE', {}), t, format)?.[1]).toContain('前 1.0% 之内');
    expect(reasonInWords(level('ORDINARY', { influence: 10 }), t, format)?.[0]).toContain(t('level.ENGAGED'));
  });

  it('leaves a rule it does not know to the server', () => {
    expect(reasonInWords({ is: 'X', code: 'stage.new-rule', because: 'A new rule.', facts: {} }, t, format)).toBeNull();
  });
});

it('every store that erases has words, and only those', () => {
  const stores = readdirSync(SERVER, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.java'))
    .map((file) => readFileSync(join(SERVER, file), 'utf8'))
    .filter((source) => source.includes('implements PersonalData'))
    .map((source) => /public String name\(\) \{\s*return "(\w+)";/.exec(source)?.[1] ?? 'nameless');
  expect(stores.length).toBeGreaterThan(12);
  expect(Object.keys(zh).flatMap((key) => (key.startsWith('certificate.part.') ? [key.slice('certificate.part.'.length)] : [])).sort()).toEqual(stores.sort());
  expect([partInWords({ store: 'tags', what: 'tags', rows: 1 }, t), partInWords({ store: null, what: 'tags', rows: 1 }, t)]).toEqual(['标签', null]);
});
