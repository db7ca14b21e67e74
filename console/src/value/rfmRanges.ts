/** What scores 1 to 5: from a figure (more than it, or it too) to another; `null` where the bounds leave nothing. */
export interface Range {
  from: number | null;
  to: number | null;
}

/**
 * The figures behind each score. More is better for orders and spend: a score is one more for each bound that is exceeded. Fewer
 * days are better, and there the bounds fall: one more for each bound one stays under.
 */
export function ranges(bounds: readonly number[], fewerIsBetter: boolean): (Range | null)[] {
  return Array.from({ length: bounds.length + 1 }, (_, i) => {
    const lower = i === 0 ? null : bounds[i - 1] ?? null;
    const upper = bounds[i] ?? null;
    if (lower !== null && lower === upper) return null;
    return fewerIsBetter ? { from: upper, to: lower } : { from: lower, to: upper };
  });
}

/** A range in signs: `> 2 – 4` is more than 2 and up to 4, `27 – < 74` is 27 or more and less than 74. */
export function inSigns(range: Range | null, fewerIsBetter: boolean, write: (n: number) => string): string {
  if (range === null) return '—';
  const [over, under] = fewerIsBetter ? ['≥ ', '< '] : ['> ', '≤ '];
  if (range.from === null) return range.to === null ? '—' : `${under}${write(range.to)}`;
  if (range.to === null) return `${over}${write(range.from)}`;
  return `${over}${write(range.from)}, ${under}${write(range.to)}`;
}
