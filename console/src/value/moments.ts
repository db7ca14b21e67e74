import type { Merge, StandingChange, TimelineEvent } from '../api/model';

/** What stands in a time-line: an event, a change of stage or layer at the end of a day, a merge when we learned of it. */
export type Moment =
  | { what: 'event'; at: string; event: TimelineEvent }
  | { what: 'change'; at: string; change: StandingChange }
  | { what: 'merge'; at: string; merge: Merge };

/**
 * One line of all moments, newest first. While older events are still to be loaded, changes and merges older than the oldest
 * loaded event wait for it, so that nothing appears above what comes later.
 */
export function moments(events: TimelineEvent[], changes: StandingChange[], merges: Merge[], complete: boolean): Moment[] {
  const oldest = complete ? '' : (events.at(-1)?.ts ?? '9999');
  // A change is known at the end of its day: it stands above that day's events. Days are compared as text.
  const all: Moment[] = [
    ...events.map((event): Moment => ({ what: 'event', at: event.ts, event })),
    ...changes.map((change): Moment => ({ what: 'change', at: `${change.day}T23:59:59.999Z`, change })),
    ...merges.map((merge): Moment => ({ what: 'merge', at: merge.mergedAt, merge })),
  ];
  return all.filter((it) => it.at >= oldest).sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}
