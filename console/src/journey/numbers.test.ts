import { expect, test } from 'vitest';
import { numbersIn } from './graph';

test('numbers of members are read however they are set apart, each once', () => {
  expect(numbersIn('12, 7\n#9；12、3 5')).toEqual([12, 7, 9, 3, 5]);
  expect(numbersIn('')).toEqual([]);
  expect(numbersIn('12 lin')).toBeNull();
  expect(numbersIn('0')).toBeNull();
  expect(numbersIn('1234567890')).toBeNull();
});
