import { part } from './part';
import { sendForPage } from './routes';

/** What lies behind the door: navigation and pages. */
export const Inside = part(async () => (await import('./Shell')).default);

const KNOWN = 'guanxi.inside';

/** Remembers whether this browser has a session, as far as it was seen last. */
export function rememberInside(is: boolean): void {
  if (is) localStorage.setItem(KNOWN, '1');
  else localStorage.removeItem(KNOWN);
}

/**
 * Sends for the shell and the page of this address while the server is still being asked who one is; ends when they are here, or will not come.
 * Whoever had no session last time gets the door alone.
 */
export async function ahead(): Promise<void> {
  if (localStorage.getItem(KNOWN) !== null) await Promise.allSettled([Inside.send(), sendForPage()]);
}
