import { describe, expect, it } from 'vitest';
import type { GuideFigures } from '../api/model';
import type { SayJourney } from '../journey/words';
import { formatFor } from '../text/format';
import { workbench } from '../text/zh/workbench';
import { rates, sayMessage, sayPlace } from './say';

const format = formatFor('zh-CN', 'Asia/Shanghai', 'CNY');
const t: SayJourney = (key, values = {}) => ((workbench as Record<string, string>)[key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));

describe('why a task stands where it stands', () => {
  it('is said in words, with the chance where it is known', () => {
    expect(sayPlace({ place: { by: 'EXPECTED', spend: 300, chance: 0.45 } }, t, format)).toBe('排序：预计 90 天消费 ¥300.00，45.0% 会回复');
    expect(sayPlace({ place: { by: 'EXPECTED', spend: 300, chance: null } }, t, format)).toBe('排序：预计 90 天消费 ¥300.00');
    expect(sayPlace({ place: { by: 'VALUE', spend: null, chance: null } }, t, format)).toBe('排序：按用户价值');
    expect(sayPlace({ place: { by: 'DUE', spend: null, chance: null } }, t, format)).toContain('还没有评分');
  });
});

describe('what became of a sent task', () => {
  it('is what the guide has to know', () => {
    const said = (state: string, deliveredAt: string | null = null) => sayMessage({ state, reason: null, deliveredAt }, t);
    expect([said('WAITING'), said('SENT'), said('SENT', '2026-02-01T00:00:00Z'), said('SUPPRESSED'), said('DEAD')])
      .toEqual(['等待发出', '等你在企业微信中确认', '企业微信已送达', '触达规则不允许，未发出', '未送达']);
  });
});

describe('rates of a guide', () => {
  const guide: GuideFigures = { guide: 'a', open: 1, late: 0, done: 5, said: 4, replied: 1, days: 2, spokenTo: 4, ordered: 2, orders: 3, amount: 121 };
  it('are by who was spoken to, and by day of work', () => {
    expect(rates(guide)).toEqual({ replies: 0.25, conversion: 0.5, ordersADay: 1.5, amountADay: 60.5 });
  });
  it('are unknown where nothing was done', () => {
    expect(rates({ ...guide, said: 0, spokenTo: 0, days: 0 })).toEqual({ replies: null, conversion: null, ordersADay: null, amountADay: null });
  });
});
