import type { DayTally } from '../api/model';

/** The days that end with the latest tally, and how often each outcome happened on each. */
export function byDay(tallies: DayTally[], days: number, today: string): { day: string; of: Record<string, number> }[] {
  const last = Date.parse(`${today}T00:00:00Z`);
  const line = Array.from({ length: days }, (_, i): { day: string; of: Record<string, number> } => ({ day: new Date(last - (days - 1 - i) * 86_400_000).toISOString().slice(0, 10), of: {} }));
  const at = new Map(line.map((it) => [it.day, it.of]));
  for (const { day, outcome, messages } of tallies) {
    const of = at.get(day);
    if (of !== undefined) of[outcome] = (of[outcome] ?? 0) + messages;
  }
  return line;
}

export function total(tallies: DayTally[], outcome: string): number {
  return tallies.filter((it) => it.outcome === outcome).reduce((all, it) => all + it.messages, 0);
}

/** Why messages were kept back for good or put off, the most frequent reason first. */
export function reasons(tallies: DayTally[]): { reason: string; suppressed: number; delayed: number }[] {
  const found = new Map<string, { reason: string; suppressed: number; delayed: number }>();
  for (const { outcome, reason, messages } of tallies) {
    if (outcome !== 'SUPPRESSED' && outcome !== 'DELAYED') continue;
    const of = found.get(reason) ?? { reason, suppressed: 0, delayed: 0 };
    if (outcome === 'SUPPRESSED') of.suppressed += messages;
    else of.delayed += messages;
    found.set(reason, of);
  }
  return [...found.values()].sort((a, b) => b.suppressed + b.delayed - a.suppressed - a.delayed);
}
