import { expect, it } from 'vitest';
import { liveCodes as en } from '../text/en/liveCodes';
import { rate } from './funnel';
import { pathOf, type WeComKey } from './words';

const FIGURES = { added: 40, tagged: 30, joined: 10, talked: 8, silent: 3, removed: 1 };

it('says what share got to a step, and nothing where nobody came', () => {
  expect(rate(FIGURES, 'joined')).toBe(0.25);
  expect(rate({ ...FIGURES, added: 0 }, 'joined')).toBeNull();
});

it('says ways in the language of the reader and leaves channels as they are', () => {
  const say = (key: WeComKey) => en[key];
  expect(pathOf(say, 'card')).toBe('Shared card');
  expect(pathOf(say, '派样机')).toBe('派样机');
});
