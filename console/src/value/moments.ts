import type { Merge, StandingChange, TimelineEvent } from '../api/model';
import type { Format } from '../text/format';

/** What stands in a time-line: an event, a change of stage or layer at the end of its day in the brand's zone, a merge when we learned of it. */
export type Moment =
  | { what: 'event'; at: string; event: TimelineEvent }
  | { what: 'change'; at: string; change: StandingChange }
  | { what: 'merge'; at: string; merge: Merge };

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
