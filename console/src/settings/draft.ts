import { DIMENSIONS, type Dimension, type DimensionRule, type ModelChange, type ValueModel } from '../api/model';

/** What the server would refuse about a draft and the fields alone do not prevent. */
export type DraftFault = 'weights' | 'influence' | 'activeDays' | 'bounds';

const TOLERANCE = 1e-6;

export function faultsOf(model: ValueModel): DraftFault[] {
  const { influence } = model.levels;
  return [
    ...(isWhole(DIMENSIONS.map((it) => model.dimensions[it].weight)) ? [] : ['weights' as const]),
    ...(isWhole([influence.content, influence.interaction, influence.social]) ? [] : ['influence' as const]),
    ...(model.layers.activeDays <= model.layers.withinDays ? [] : ['activeDays' as const]),
    ...(model.rfm.method === 'QUINTILES' || boundsRise(model) ? [] : ['bounds' as const]),
  ];
}

function isWhole(shares: number[]): boolean {
  return Math.abs(shares.reduce((sum, it) => sum + it, 0) - 1) <= TOLERANCE;
}

function boundsRise({ rfm }: ValueModel): boolean {
  const rises = (bounds: number[] | null) => bounds?.length === 4 && bounds.every((it, i) => i === 0 || it > (bounds[i - 1] ?? it));
  return rises(rfm.frequency) && rises(rfm.monetary) && rises(rfm.recencyDays === null ? null : [...rfm.recencyDays].reverse());
}

/** The same proportions with a sum of exactly 100 %, in whole percents; what rounding leaves goes to the largest remainders. */
export function spread(dimensions: Record<Dimension, DimensionRule>): Record<Dimension, DimensionRule> {
  const sum = DIMENSIONS.reduce((all, it) => all + dimensions[it].weight, 0);
  const exact = DIMENSIONS.map((it) => (sum === 0 ? 100 / DIMENSIONS.length : (100 * dimensions[it].weight) / sum));
  const whole = exact.map(Math.floor);
  const left = 100 - whole.reduce((all, it) => all + it, 0);
  const byRemainder = exact.map((it, i) => ({ i, rest: it - Math.floor(it) })).sort((a, b) => b.rest - a.rest || a.i - b.i);
  const favoured = new Set(byRemainder.slice(0, left).map(({ i }) => i));
  return Object.fromEntries(
    DIMENSIONS.map((it, i) => [it, { ...dimensions[it], weight: ((whole[i] ?? 0) + (favoured.has(i) ? 1 : 0)) / 100 }]),
  ) as Record<Dimension, DimensionRule>;
}

/** What differs between two models, field by field, in the server's own names: `events[Order Completed].points`. */
export function changesBetween(before: ValueModel, after: ValueModel): ModelChange[] {
  const old = fields(before);
  const fresh = fields(after);
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .filter((field) => old.get(field) !== fresh.get(field))
    .sort()
    .map((field) => ({ field, from: old.get(field) ?? null, to: fresh.get(field) ?? null }));
}

function fields(model: ValueModel): Map<string, string> {
  const found = new Map<string, string>();
  const collect = (path: string, node: unknown) => {
    if (node === null || node === undefined) return;
    if (Array.isArray(node)) {
      const entries = node as unknown[];
      if (entries.length === 0 || typeof entries[0] === 'number') found.set(path, JSON.stringify(entries));
      // A list's entries are named by their event, or by themselves: their place in the list means nothing.
      else entries.forEach((entry) => collect(`${path}[${entryName(entry)}]`, entry));
    } else if (typeof node === 'object') {
      for (const [name, value] of Object.entries(node)) collect(path === '' ? name : `${path}.${name}`, value);
    } else if (typeof node === 'string' || typeof node === 'number') found.set(path, String(node));
  };
  collect('', model);
  return found;
}

function entryName(entry: unknown): string {
  return typeof entry === 'object' && entry !== null && 'event' in entry ? String(entry.event) : String(entry);
}
