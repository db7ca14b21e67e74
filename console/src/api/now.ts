let ahead = 0;

/** What time it is for the brand, in milliseconds: the browser's time, in a sandbox ahead of it. */
export function now(): number {
  return Date.now() + ahead;
}

/** A moment of the browser's clock by the brand's. */
export function brandMoment(milliseconds: number): string {
  return new Date(milliseconds + ahead).toISOString();
}

/** Says how far the sandbox's clock is ahead of real time. */
export function setAhead(milliseconds: number): void {
  ahead = milliseconds;
}
