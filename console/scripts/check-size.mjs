// The first page's weight: all that must have come before the overview shows its figures (pictures follow), with the words of the
// heavier language. Gzipped bytes.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const LIMIT = 350_000;
const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'));

function closure(entry, files = new Set()) {
  const chunk = manifest[entry];
  if (chunk === undefined) throw new Error(`no ${entry} in the build`);
  for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
  for (const next of chunk.imports ?? []) if (!files.has(manifest[next].file)) closure(next, files);
  return files;
}

function heavier(entries) {
  const bytes = (entry) => gzipSync(readFileSync(`dist/${manifest[entry].file}`)).length;
  return entries.reduce((one, other) => (bytes(one) > bytes(other) ? one : other));
}

function weigh(name, entries) {
  const files = new Set(entries.flatMap((entry) => [...closure(entry)]));
  const bytes = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(`dist/${file}`)).length, 0);
  console.log(`${name.padEnd(28)} ${(bytes / 1000).toFixed(1).padStart(7)} kB gzipped, ${files.size} files`);
  return bytes;
}

const words = heavier(['src/text/zh.ts', 'src/text/en.ts']);
weigh('login', ['index.html', words]);
const first = weigh('shell and overview', ['index.html', words, 'src/shell/Shell.tsx', 'src/overview/OverviewPage.tsx']);
weigh('with its pictures', ['index.html', words, 'src/shell/Shell.tsx', 'src/overview/OverviewPage.tsx', 'src/chart/Chart.tsx']);
if (first > LIMIT) {
  console.error(`the first page is heavier than ${LIMIT / 1000} kB`);
  process.exit(1);
}
