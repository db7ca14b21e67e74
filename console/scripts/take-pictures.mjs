// The README's pictures are those of the browser tests: copies the overview in both languages, once `npm run e2e` has taken it.
import { copyFileSync, existsSync } from 'node:fs';

const PICTURES = { 'overview-en-light-1440.png': 'overview.png', 'overview-zh-CN-light-1440.png': 'overview.zh-CN.png' };

const taken = (name) => new URL(`../screenshots/${name}`, import.meta.url);
const missing = Object.keys(PICTURES).filter((name) => !existsSync(taken(name)));
if (missing.length > 0) {
  console.error(`console/screenshots has no ${missing.join(', ')}; npm run e2e takes them`);
  process.exit(1);
}
for (const [name, kept] of Object.entries(PICTURES)) {
  copyFileSync(taken(name), new URL(`../../docs/images/${kept}`, import.meta.url));
  console.log(`docs/images/${kept}`);
}
