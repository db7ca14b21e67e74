import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ACTIONS } from './words';

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
