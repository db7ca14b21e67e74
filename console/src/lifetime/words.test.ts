import { expect, test } from 'vitest';
import { TEXTS } from './words';

test('every text says something in both languages, with the same values in it', () => {
  const values = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
  for (const [key, chinese] of Object.entries(TEXTS.zh)) {
    const english = TEXTS.en[key as keyof typeof TEXTS.en];
    expect(chinese.trim(), key).not.toBe('');
    expect(english.trim(), key).not.toBe('');
    expect(values(english), key).toEqual(values(chinese));
  }
});
