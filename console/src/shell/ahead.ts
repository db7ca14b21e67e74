/** What lies behind the door: navigation and pages. */
export const inside = () => import('./Shell');

const KNOWN = 'guanxi.inside';

/** Remembers whether this browser has a session, as far as it was seen last. */
export function rememberInside(is: boolean): void {
  if (is) localStorage.setItem(KNOWN, '1');
  else localStorage.removeItem(KNOWN);
}

/**
 * Fetches the shell, and with it the page of this address, while the server is still being asked who one is. Whoever had no
 * session last time gets the door alone.
 */
export function ahead(): void {
  // What cannot be fetched is said where it is wanted.
  if (localStorage.getItem(KNOWN) !== null) inside().catch(() => undefined);
}
