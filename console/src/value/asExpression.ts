import type { Expression, Figure, Range as Bounds } from '../audience/expression';
import type { Layer, Level, Stage } from '../api/model';
import { bound, FILTERS, RANGES, SCORES, type Range } from './question';

/** The filters of the list as a question about members, and those which the audience language has no word for. */
export interface Asked {
  expression: Expression | null;
  unsaid: string[];
}

const FIGURE_OF: Partial<Record<Range, Figure>> = {
  value: 'VALUE', consumption: 'CONSUMPTION', content: 'CONTENT', interaction: 'INTERACTION', social: 'SOCIAL', spend: 'SPEND', orders: 'ORDERS', recency: 'RECENCY_DAYS',
};

export function asExpression(at: (name: string) => string | undefined): Asked {
  const of: Expression[] = [];
  const said = new Set<string>();
  const say = (part: Expression, ...names: string[]) => {
    of.push(part);
    names.forEach((name) => said.add(name));
  };
  const stages = at('stage');
  if (stages !== undefined) say({ kind: 'stage', in: stages.split(',') as Stage[] }, 'stage');
  const layers = at('layer');
  if (layers !== undefined) say({ kind: 'layer', in: layers.split(',') as Layer[] }, 'layer');
  const levels = at('level');
  if (levels !== undefined) say({ kind: 'level', in: levels.split(',') as Level[] }, 'level');
  const channels = at('channel');
  if (channels !== undefined) say({ kind: 'channel', in: channels.split(',') }, 'channel');
  const tags = at('tag');
  if (tags !== undefined) say({ kind: 'tag', in: tags.split(',').map(Number) }, 'tag');
  for (const range of RANGES) {
    const figure = FIGURE_OF[range];
    const [least, most] = [bound('min', range), bound('max', range)];
    const is = bounds(at(least), at(most));
    if (figure !== undefined && is !== null) say({ kind: 'score', figure, is }, least, most);
  }
  for (const score of SCORES) {
    const classes = at(score)?.split(',').map(Number) ?? [];
    const each = classes.map((n): Expression => ({ kind: 'score', figure: score.toUpperCase() as Figure, is: { atLeast: n, atMost: n } }));
    const [only] = each;
    if (only !== undefined) say(each.length === 1 ? only : { kind: 'any', of: each }, score);
  }
  const joined = between(at('joinedFrom'), at('joinedTo'));
  if (joined !== null) say({ kind: 'joined', during: joined }, 'joinedFrom', 'joinedTo');
  const seen = between(at('lastSeenFrom'), at('lastSeenTo'));
  if (seen !== null) say({ kind: 'did', event: {}, during: seen, measure: 'LAST', is: { atLeast: 1 } }, 'lastSeenFrom', 'lastSeenTo');
  const bought = at('boughtMonth');
  if (bought !== undefined) say({ kind: 'did', event: { name: 'Order Completed' }, during: between(`${bought}-01`, lastOf(bought)) ?? { kind: 'ever' }, measure: 'COUNT', is: { atLeast: 1 } }, 'boughtMonth');
  for (const [name, mark] of [['highValue', 'HIGH_VALUE'], ['topSpender', 'TOP_SPENDER']] as const) {
    const is = at(name);
    if (is !== undefined) say(is === 'true' ? { kind: 'mark', mark } : { kind: 'not', of: { kind: 'mark', mark } }, name);
  }
  const trait = at('trait');
  const colon = trait?.indexOf(':') ?? -1;
  if (trait !== undefined && colon > 0) say({ kind: 'trait', name: trait.slice(0, colon), is: { in: [trait.slice(colon + 1)] } }, 'trait');
  const unsaid = FILTERS.filter((name) => at(name) !== undefined && !said.has(name));
  const [only] = of;
  return { expression: only === undefined ? null : of.length === 1 ? only : { kind: 'all', of }, unsaid };
}

function lastOf(month: string): string {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).toISOString().slice(0, 10);
}

function bounds(least: string | undefined, most: string | undefined): Bounds | null {
  if (least === undefined && most === undefined) return null;
  return { ...(least === undefined ? {} : { atLeast: Number(least) }), ...(most === undefined ? {} : { atMost: Number(most) }) };
}

function between(from: string | undefined, to: string | undefined) {
  if (from === undefined && to === undefined) return null;
  return { kind: 'between' as const, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}
