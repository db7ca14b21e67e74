import { DIMENSIONS } from '../api/model';

/** What the list can be bounded by: `min` and `max` of each. */
export const RANGES = ['value', ...DIMENSIONS, 'spend', 'orders', 'recency', 'pAlive', 'expectedOrders', 'expectedSpend'] as const;
export type Range = (typeof RANGES)[number];

export const SCORES = ['r', 'f', 'm'] as const;
export const YES_OR_NO = ['highValue', 'topSpender', 'untouched'] as const;
export const DAYS = ['joined', 'firstSeen', 'lastSeen'] as const;

/** What a picture counts: asked for by its bars, not by hand. */
export const CALENDAR = ['activeOn', 'activeMonth', 'boughtMonth'] as const;

export const bound = (end: 'min' | 'max', range: Range) => `${end}${range.slice(0, 1).toUpperCase()}${range.slice(1)}`;

/** Every filter by its name in the address, which is its name in the API. */
export const FILTERS: readonly string[] = [
  'q', 'stage', 'layer', 'level', 'channel', 'tag', ...SCORES, ...RANGES.flatMap((it) => [bound('min', it), bound('max', it)]),
  ...DAYS.flatMap((it) => [`${it}From`, `${it}To`]), ...YES_OR_NO, 'trait', ...CALENDAR, 'minFirstOrderDays', 'maxFirstOrderDays',
];

/** The filters of an address, as the API takes them. */
export function filtersOf(at: (name: string) => string | undefined): Record<string, string | undefined> {
  return Object.fromEntries(FILTERS.map((name) => [name, at(name)]));
}

export const COLUMNS = [
  'value', 'dimensions', ...DIMENSIONS, 'level', 'stage', 'layer', 'rfm', 'recency', 'orders', 'spend', 'pAlive', 'expectedOrders365', 'expectedSpend365', 'channel', 'joined', 'firstSeen', 'lastSeen',
] as const;
export type Column = (typeof COLUMNS)[number];

export const USUAL: readonly Column[] = ['value', 'dimensions', 'level', 'stage', 'layer', 'orders', 'spend', 'lastSeen'];

const REMEMBERED = 'guanxi.members.columns';

/** The columns which a link asks for, else those last chosen here, else the usual ones; always in the list's own order. */
export function columnsOf(asked: string | undefined): Column[] {
  const wanted = asked ?? localStorage.getItem(REMEMBERED) ?? '';
  const chosen = COLUMNS.filter((it) => wanted.split(',').includes(it));
  return chosen.length > 0 ? chosen : [...USUAL];
}

export function rememberColumns(columns: readonly Column[]): void {
  localStorage.setItem(REMEMBERED, columns.join(','));
}

/** The columns of a file that show what the list shows; it always says who. */
export function exportedColumns(columns: readonly Column[]): string {
  const parts: Partial<Record<Column, string[]>> = { dimensions: [...DIMENSIONS], rfm: ['r', 'f', 'm'] };
  return [...new Set(['no', 'name', 'phone', 'identifiers', ...columns.flatMap((it) => parts[it] ?? [it])])].join(',');
}
