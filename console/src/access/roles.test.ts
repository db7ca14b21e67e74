import { expect, it } from 'vitest';
import { includes } from './roles';

it('lets a role do what lesser roles may, and a role nobody knows nothing', () => {
  expect(includes('OPERATOR', 'ANALYST')).toBe(true);
  expect(includes('OPERATOR', 'OPERATOR')).toBe(true);
  expect(includes('GUIDE', 'ANALYST')).toBe(false);
  expect(includes('STRANGER', 'GUIDE')).toBe(false);
  expect(includes(undefined, 'GUIDE')).toBe(false);
});
