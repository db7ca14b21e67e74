import { expect, it } from 'vitest';
import { inSigns, ranges } from './rfmRanges';

const signs = (bounds: number[], fewerIsBetter: boolean) => ranges(bounds, fewerIsBetter).map((it) => inSigns(it, fewerIsBetter, String));

it('gives one more for each bound that is exceeded', () => {
  expect(signs([1, 2, 4, 7], false)).toEqual(['≤ 1', '> 1, ≤ 2', '> 2, ≤ 4', '> 4, ≤ 7', '> 7']);
});

it('gives one more for each bound of days one stays under', () => {
  expect(signs([74, 27, 15, 6], true)).toEqual(['≥ 74', '≥ 27, < 74', '≥ 15, < 27', '≥ 6, < 15', '< 6']);
});

it('leaves a score to nobody where two bounds are equal', () => {
  expect(signs([1, 1, 1, 3], false)).toEqual(['≤ 1', '—', '—', '> 1, ≤ 3', '> 3']);
});
