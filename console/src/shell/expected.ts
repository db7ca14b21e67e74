/** Work whose end is to be told in this browser, also to a tab or page that is opened later. */
const STORED = 'guanxi.work';
const MOST = 50;
let known: readonly string[] = read();

function read(): readonly string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORED) ?? '[]');
    return Array.isArray(stored) ? stored.filter((it) => typeof it === 'string') : [];
  } catch {
    return [];
  }
}

function keep(keys: readonly string[]): void {
  known = keys.slice(-MOST);
  localStorage.setItem(STORED, JSON.stringify(known));
}

/** The end of this work will be told: `run-12`, `undo-3`. */
export function expectEnd(key: string): void {
  // Another tab may expect something else.
  if (!known.includes(key)) keep([...read().filter((it) => it !== key), key]);
}

/** Whether it was expected; from now on it is not. */
export function wasExpected(key: string): boolean {
  if (!known.includes(key)) return false;
  const stored = read();
  keep((stored.includes(key) ? stored : known).filter((it) => it !== key));
  return true;
}
