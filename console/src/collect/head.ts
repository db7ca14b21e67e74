/** How much of a plain text file is read here and sent for a preview. Bytes. */
const HEAD = 256 * 1024;

const PLAIN = /\.(csv|tsv|txt|ndjson|jsonl|json)$/i;

/** Can the beginning of this file stand for the whole? A compressed or columnar file cannot be cut. */
export function isPlain(name: string): boolean {
  return PLAIN.test(name);
}

/** The file's beginning up to a whole line, or the file itself where it is small or cannot be cut. */
export async function head(file: File): Promise<File> {
  if (!isPlain(file.name) || file.size <= HEAD) return file;
  const bytes = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
  const end = bytes.lastIndexOf(10);
  return new File([bytes.slice(0, end < 0 ? bytes.length : end + 1)], file.name, { type: file.type });
}

/** The column names of a plain text file, none where they cannot be told here. */
export async function columnsOf(file: File, encoding: string): Promise<string[]> {
  if (!isPlain(file.name)) return [];
  const bytes = await file.slice(0, 64 * 1024).arrayBuffer();
  const text = new TextDecoder(encoding).decode(bytes).replace(/^\uFEFF/, '');
  const line = text.split(/\r?\n/, 1)[0] ?? '';
  if (line.startsWith('{')) return objectKeys(line);
  return cells(line, separatorOf(line));
}

function objectKeys(line: string): string[] {
  try {
    return Object.keys(JSON.parse(line) as object);
  } catch {
    return [];
  }
}

function separatorOf(line: string): string {
  const counted = [',', '\t', ';', '|'].map((it) => ({ it, n: line.split(it).length }));
  return counted.reduce((most, next) => (next.n > most.n ? next : most)).it;
}

function cells(line: string, separator: string): string[] {
  const found: string[] = [];
  let cell = '';
  let quoted = false;
  for (const c of line) {
    if (c === '"') quoted = !quoted;
    else if (c === separator && !quoted) {
      found.push(cell.trim());
      cell = '';
    } else cell += c;
  }
  found.push(cell.trim());
  return found.filter((it) => it !== '');
}
