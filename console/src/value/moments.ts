import type { Merge, StandingChange, TimelineEvent } from '../api/model';
import type { Format } from '../text/format';

/** What stands in a time-line: an event, a change of stage or layer at the end of its day in the brand's zone, a merge when we learned of it. */
export type Moment =
  | { what: 'event'; at: string; event: TimelineEvent }
  | { what: 'change'; at: string; change: StandingChange }
  | { what: 'merge'; at: string; merge: Merge };

/** How far back changes are computed, by steps: the server counts every day of them anew. */
const REACHES = [52, 104, 208];
const FARTHEST = 520;
const WEEK = 7 * 86_400_000;

/** So many weeks must be computed for the changes since a moment; as many as can be where it is longer ago. */
export function weeksBackTo(moment: string, asOf: string): number {
  const weeks = (Date.parse(asOf) - Date.parse(moment)) / WEEK;
  return REACHES.find((it) => it >= weeks + 1) ?? FARTHEST;
}

/** The day before which no change was computed; null where the member had not joined by then. */
export function beginsAt(asOf: string, weeks: number, joined: string | null): string | null {
  const begin = new Date(Date.parse(asOf) - weeks * WEEK).toISOString().slice(0, 10);
  return joined !== null && joined <= begin ? begin : null;
}

/**
 * One line of all moments, newest first. While older events are still to be loaded, changes and merges older than the oldest
 * loaded event wait for it, so that nothing appears above what comes later.
 */
export function moments(events: TimelineEvent[], changes: StandingChange[], merges: Merge[], complete: boolean, dayBegins: Format['dayBegins']): Moment[] {
  const oldest = complete ? -Infinity : Date.parse(events.at(-1)?.ts ?? '9999-12-31');
  const all: Moment[] = [
    ...events.map((event): Moment => ({ what: 'event', at: event.ts, event })),
    ...changes.map((change): Moment => ({ what: 'change', at: dayBegins(change.day, 1), change })),
    ...merges.map((merge): Moment => ({ what: 'merge', at: merge.mergedAt, merge })),
  ];
  return all.filter((it) => Date.parse(it.at) >= oldest).sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}
