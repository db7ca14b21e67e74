import { describe, expect, it } from 'vitest';
import { formatFor } from './format';

const zh = formatFor('zh-CN', 'Asia/Shanghai', 'CNY');
const en = formatFor('en', 'Asia/Shanghai', 'CNY');

describe('numbers', () => {
  it('are exact below ten thousand and short above, each language by its own units', () => {
    expect([1234, 12_345, 123_456, 120_000_000].map(zh.short)).toEqual(['1,234', '1.23万', '12.3万', '1.2亿']);
    expect([1234, 12_345, 123_456, 120_000_000].map(en.short)).toEqual(['1,234', '12.3K', '123K', '120M']);
  });

  it('show money with cents where exact and without where short', () => {
    expect(zh.money(812.5)).toBe('¥812.50');
    expect(en.money(3_812_044.5)).toBe('¥3,812,044.50');
    expect([812.5, 3_812_044.5].map(zh.shortMoney)).toEqual(['¥813', '¥381万']);
    expect(en.shortMoney(3_812_044.5)).toBe('¥3.81M');
  });

  it('show shares and scores with one digit and changes with their sign', () => {
    expect(zh.share(0.0997)).toBe('10.0%');
    expect(en.score(37)).toBe('37.0');
    expect([1.44, -0.3, 0].map(en.change)).toEqual(['+1.4', '−0.3', '0.0']);
  });

  it('show a dash for what is not known', () => {
    expect([zh.whole(null), zh.money(undefined), zh.time(null), zh.duration(null)]).toEqual(['—', '—', '—', '—']);
  });
});

describe('times', () => {
  it('are those of the brand’s zone, whatever the reader’s', () => {
    expect(zh.time('2026-11-20T16:30:00Z')).toBe('2026-11-21 00:30');
    expect(zh.day('2026-11-20T16:30:00Z')).toBe('2026-11-21');
    expect(zh.day('2026-11-20')).toBe('2026-11-20');
  });

  it('know when a day of the brand begins, also where clocks are changed', () => {
    expect(zh.dayBegins('2026-11-21')).toBe('2026-11-20T16:00:00.000Z');
    expect(zh.dayBegins('2026-11-30', 1)).toBe('2026-11-30T16:00:00.000Z');
    const berlin = formatFor('en', 'Europe/Berlin', 'EUR');
    // On 29 March 2026 Berlin leaves +01:00 for +02:00.
    expect([berlin.dayBegins('2026-03-29'), berlin.dayBegins('2026-03-29', 1)]).toEqual(['2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z']);
  });

  it('last in two units at most', () => {
    expect([4.13, 45, 130, 7300, 180_000].map(en.duration)).toEqual(['4.1 s', '45 s', '2 min 10 s', '2 h 1 min', '2 d 2 h']);
    expect(zh.duration(130)).toBe('2 分 10 秒');
  });
});
