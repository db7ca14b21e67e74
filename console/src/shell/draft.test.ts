import { describe, expect, test } from 'vitest';
import { follow } from './draft';

describe('a draft', () => {
  const begun = { base: { weight: 1 }, version: 1, draft: { weight: 1 } };

  test('follows what is saved while nothing was changed', () => {
    expect(follow(begun, { weight: 2 }, 2)).toEqual({ base: { weight: 2 }, version: 2, draft: { weight: 2 } });
  });

  test('is kept when somebody else saves', () => {
    const changed = { ...begun, draft: { weight: 5 } };
    expect(follow(changed, { weight: 2 }, 2)).toBe(changed);
  });

  test('is the saved one once it was saved itself', () => {
    expect(follow({ ...begun, draft: { weight: 5 } }, { weight: 5 }, 2)).toEqual({ base: { weight: 5 }, version: 2, draft: { weight: 5 } });
  });
});
