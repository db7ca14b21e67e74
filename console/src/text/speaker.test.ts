import { beforeEach, describe, expect, it } from 'vitest';
import { chosen, followed, read, write, type Kept } from './speaker';

const lin = { username: 'lin', locale: 'en' };
const wu = { username: 'wu', locale: 'zh-CN' };
const reopened = (kept: Kept) => {
  write(kept);
  return read();
};

describe('the language of the console', () => {
  beforeEach(() => localStorage.clear());

  it('is Chinese at first, then that of who logs in', () => {
    expect(read().language).toBe('zh-CN');
    expect(followed(reopened(read()), lin).language).toBe('en');
  });

  it('stays as chosen here, also after a reload and a new login', () => {
    const here = reopened(chosen(followed(read(), lin), 'zh-CN', true));
    expect(followed(here, lin).language).toBe('zh-CN');
    expect(followed(reopened(followed(here, null)), lin).language).toBe('zh-CN');
  });

  it('follows the account when that changes, and whoever comes next', () => {
    const here = reopened(chosen(followed(read(), wu), 'en', true));
    expect(followed(here, { ...wu, locale: 'en-GB' }).language).toBe('en');
    expect(followed(reopened(followed(here, lin)), wu).language).toBe('zh-CN');
  });

  it('is what was chosen at the door, by a newcomer and in a browser of before', () => {
    expect(followed(chosen(read(), 'en', false), wu).language).toBe('en');
    localStorage.setItem('guanxi.language', 'en');
    expect(followed(read(), wu).language).toBe('en');
  });
});
