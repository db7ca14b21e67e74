import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sayIn } from '../text/language';
import { settings as zh } from '../text/zh/settings';
import { detailInWords } from './auditDetail';
import { ACTIONS, type SaySettings } from './words';

const SERVER = '../server/src/main/java/io/guanxi';
const CALL = /audit\w*(?:\(\))?\s*\.?\s*record\(([^;]{0,260})/gi;
const ACTION = /"([a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*)"/g;

it('every action that the server writes to the audit log has a word', () => {
  const written = readdirSync(SERVER, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.java'))
    .flatMap((file) => [...readFileSync(join(SERVER, file), 'utf8').matchAll(CALL)])
    .flatMap(([, call = '']) => [...call.matchAll(ACTION)].map(([, action = '']) => action));
  expect(written.length).toBeGreaterThan(50);
  expect([...new Set(written)].filter((action) => !ACTIONS.some((it) => it === action))).toEqual([]);
});

it('every detail that the server writes beside it has a word', () => {
  const names = readdirSync(SERVER, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.java'))
    .map((file) => readFileSync(join(SERVER, file), 'utf8'))
    .filter((source) => /audit\w*(?:\(\))?\s*\.?\s*(?:record|viewedList)\(/.test(source))
    .flatMap((source) => [...source.matchAll(/(?:record|viewedList)\([^;]*?Map\.of\(([^;]*);|figures\(TagEffect[^{]*\{\s*return Map\.of\(([^;]*);/g)])
    .flatMap(([, recorded = '', figures = '']) => [...(recorded + figures).matchAll(/"([a-z][A-Za-z]*)",/g)].map(([, name = '']) => name));
  expect(new Set(names).size).toBeGreaterThan(40);
  expect([...new Set(names)].filter((name) => !(`audit.part.${name}` in zh))).toEqual([]);
});

it('details are said in words, choices and fields of the value model too', () => {
  const t: SaySettings = (key, values = {}) => ((zh as Record<string, string>)[key] ?? sayIn('zh-CN')(key as never, values)).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
  expect(detailInWords({ role: 'ANALYST', password: true }, t)).toBe('角色：分析师 · 改了密码：是');
  expect(detailInWords({ fields: ['events[Order Completed].points'] }, t)).toBe(`改动：完成订单 · ${zh['model.part.points']}`);
  expect(detailInWords({ filters: { minSpend: '100', stage: 'LOYALTY,PURCHASE', q: 'given', highValue: 'true' }, rows: 12 }, t)).toBe('筛选：消费额 ≥ 100、AIPL 阶段 忠诚/购买、手机号、卡号等标识或姓名 已填写（内容不记）、高价值用户 是 · 行数：12');
  expect(detailInWords({ asOf: '2026-11-20', lateData: 'include', newThing: 3 }, t)).toBe('截至：2026-11-20 · 迟到的数据：计入 · newThing：3');
  expect(detailInWords({ action: 'key.revoked' }, t)).toBe('操作：停用密钥');
});
