import type { Community } from '../api/model';
import type { Figures } from '../chart/Panel';
import type { Say } from '../text/language';

/** So many full weeks the list tells of every community. */
export const WEEKS = 12;

/**
 * The top of the one scale of all small charts: the least multiple of ten that holds every value and the line.
 * Its bottom is 0, so that half as high is half the value.
 */
export function top(communities: Pick<Community, 'trend'>[], line: number | null): number {
  const most = Math.max(line ?? 0, ...communities.flatMap((it) => it.trend));
  return Math.max(10, Math.ceil(most / 10) * 10);
}

/** Where a week's point lies, both from 0 to 1: the last full week at the right edge, however young the community is; 1 is the top. */
export function points(trend: number[], most: number): [x: number, y: number][] {
  return trend.slice(-WEEKS).map((value, i, shown) => [(WEEKS - shown.length + i) / (WEEKS - 1), value / most]);
}

/** A row a community, a column a week: what the small charts show, in figures. */
export function multiplesFigures(communities: Community[], line: number | null, t: Say): Figures {
  const ago = Array.from({ length: WEEKS }, (_, i) => WEEKS - 1 - i);
  return {
    columns: [t('community.name'), t('community.period'), t('community.line'), ...ago.map((n) => (n === 0 ? t('community.lastWeek') : t('multiples.ago', { n })))],
    rows: communities.map((it) => [it.name, it.stage === null ? null : t(`period.${it.stage}`), line, ...ago.map((n) => it.trend.at(-1 - n) ?? null)]),
  };
}
