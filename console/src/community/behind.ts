import type { Expression } from '../audience/expression';
import { asAudience } from '../audience/opened';

/** Who is in a community now, as an audience; of them those of high value. */
export function membersOf(key: string, highValue = false): string {
  const inside: Expression = { kind: 'community', in: [key] };
  return asAudience(highValue ? { kind: 'all', of: [inside, { kind: 'mark', mark: 'HIGH_VALUE' }] } : inside);
}

/** Who came into a community, or left it, in a week that begins on a day. */
export function flowOf(key: string, event: 'Community Joined' | 'Community Left', week: string): string {
  const to = new Date(Date.parse(week) + 6 * 86_400_000).toISOString().slice(0, 10);
  return asAudience({ kind: 'did', event: { name: event, where: [{ column: 'COMMUNITY', is: { in: [key] } }] }, during: { kind: 'between', from: week, to }, measure: 'COUNT', is: { atLeast: 1 } });
}
