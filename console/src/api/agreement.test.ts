import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Differing } from './differing';

/** What the console only sends, or never reads: a wrong word there is refused by the server or was never shown. */
const NOT_READ = ['JourneyPublishing', 'NewKey', 'NewRule', 'Receipt', 'TaskDone', 'UserChange', 'UserNewcomer', 'WantedRun', 'WantedTag', 'WantedThingHoldout'];

describe('the agreement with the server', () => {
  it('names what differs in a closed list', () => {
    // Wrong types here fail the type check, not the run.
    const lacking: Differing<{ verdict: 'RISING' }, { verdict: 'RISING' | 'EMPTY' }> = 'verdict: the console lacks EMPTY';
    const stale: Differing<{ verdict: 'RISING' | 'GONE' }, { verdict: 'RISING' }> = 'verdict: the server never says GONE';
    const loose: Differing<{ role: string }, { role: 'GUIDE' }> = 'role: the console takes any text for a listed word';
    const below: Differing<{ weeks: { of: ('A' | null)[] }[] }, { weeks?: { of: ('A' | 'B')[] }[] }> = 'weeks[].of[]: the console lacks B';
    const same: [Differing<{ a: 'X' | null; own: string }, { a?: 'X'; own: string; more: 'Y' }>] extends [never] ? true : false = true;
    expect([lacking, stale, loose, below, same]).toHaveLength(5);
  });

  it('reaches every closed list of the server', () => {
    const schema = readFileSync('src/api/schema.ts', 'utf8');
    const bodies = new Map([...schema.matchAll(/^ {8}(\w+): (?:\{|\()[^]*?^ {8}\}\)?;$/gm)].map(([body, name]) => [name ?? '', body]));
    const listed = [...bodies].filter(([, body]) => /"\w+" \| "/.test(body)).map(([name]) => name);
    const reached = new Set<string>();
    const visit = (name: string, left: number) => {
      reached.add(name);
      if (left > 0) for (const [, next] of (bodies.get(name) ?? '').matchAll(/\["schemas"\]\["(\w+)"\]/g)) visit(next ?? '', left - 1);
    };
    for (const [, name] of readFileSync('src/api/agreement.ts', 'utf8').matchAll(/Server\['(\w+)'\]/g)) visit(name ?? '', 2);
    expect(listed.length).toBeGreaterThan(40);
    expect(listed.filter((name) => !reached.has(name)).sort()).toEqual(NOT_READ);
  });
});
