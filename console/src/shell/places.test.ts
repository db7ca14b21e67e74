import { readFileSync } from 'node:fs';
import { matchRoutes } from 'react-router';
import { expect, it } from 'vitest';

const PAGES = [...readFileSync('src/shell/routes.ts', 'utf8').matchAll(/^ {2}'([^']*)': \(\) => (?:drawn\()?import/gm)].map(([, path = '']) => ({ path: `/${path}` }));
/** Names of pictures and the addresses they are taken of, whatever stands in them for a number. */
const TAKEN = [...readFileSync('e2e/pictures.spec.ts', 'utf8').matchAll(/\['[\w-]+', (?:'(\/[^']*)'|`(\/[^`]*)`)\]/g)].map(([, plain, made]) => plain ?? made ?? '');

it('every page of the console is among those whose pictures are taken', () => {
  expect(PAGES.length).toBeGreaterThan(40);
  expect(TAKEN.length).toBeGreaterThan(PAGES.length);
  const seen = new Set(TAKEN.map((it) => matchRoutes(PAGES, it.replace(/\$\{.*?\}(?=[/?]|$)/g, '7').replace(/\?.*$/s, ''))?.at(-1)?.route.path));
  expect(PAGES.map(({ path }) => path).filter((path) => !seen.has(path))).toEqual([]);
});
