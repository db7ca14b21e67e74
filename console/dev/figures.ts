import { DIMENSIONS, LAYERS, LEVELS, STAGES, type ActiveDay, type Atmosphere, type CohortMonth, type Community, type CommunityDetail, type Concentration, type Explanation, type Freshness, type Member, type MemberHistory, type Movers, type OrderGap, type Overview, type Peers, type Repurchase, type TimelineEvent } from '../src/api/model.ts';

/** An invented brand for drawing pages against, before there is a server. */
export function overview(): Overview {
  const months = ['2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11'];
  const columns = [[0, 1], [2, 3], [4, 7], [8, 12], [13, 25], [26, null]] as const;
  const stages = months.flatMap((month, i) => STAGES.map((stage, s) => ({ month, stage, members: Math.round((i + 2) * [700, 900, 620, 280][s]! * (1 + i * s * 0.08)) })));
  const at = (month: string, stage: string) => stages.find((it) => it.month === month && it.stage === stage)?.members ?? 0;
  const flows = months.slice(1).flatMap((month, i) => {
    const before = months[i]!;
    const rows = STAGES.flatMap((from, f) => STAGES.map((to, s) => ({ month, from, to, members: Math.round(at(before, from) * ([0.72, 0.2, 0.06, 0.02][Math.abs(f - s)] ?? 0) * 0.9) })));
    const joined = STAGES.map((to) => ({ month, from: null, to, members: Math.max(0, at(month, to) - rows.filter((it) => it.to === to).reduce((n, it) => n + it.members, 0)) }));
    return [...rows, ...joined].filter((it) => it.members > 0);
  });
  const run = {
    id: 3, state: 'DONE' as const, phase: null, percent: 100, secondsLeft: null, asOf: '2026-11-20', lateData: 'include' as const, modelVersion: 2,
    members: 19950, communities: 60, startedAt: '2026-11-21T02:00:00Z', finishedAt: '2026-11-21T02:00:04Z', seconds: 4.1, problem: null,
  };
  return {
    asOf: '2026-11-20', run,
    freshness: [['INBOX', 0], ['LAKE', 1.2], ['MART', 1.9], ['SCORE', 669]].map(([step, lag]) => ({ step: step as Freshness['step'], position: 3012044, at: '2026-11-21T02:11:09Z', lagSeconds: Number(lag) })),
    newcomers: { joined: 240, untouched: 31 },
    totals: { members: 20000, scored: 19950, highValue: 3120, communities: 60, orders: 45120, spend: 3812044.5 },
    levels: LEVELS.map((level, i) => ({ level, members: [15210, 3900, 690, 150][i]!, share: [0.7624, 0.1955, 0.0346, 0.0075][i]!, spend: [812044.1, 1500000.2, 1100000.2, 400000][i]!, spendShare: [0.213, 0.3935, 0.2886, 0.1049][i]! })),
    aipl: { months, stages, flows },
    layers: {
      rows: [...LAYERS],
      columns: columns.map(([fromWeek, toWeek]) => ({ key: toWeek === null ? '26+' : `${fromWeek}-${toWeek}`, fromWeek, toWeek })),
      cells: LAYERS.flatMap((layer, row) => columns.map(([fromWeek, toWeek], column) => ({ layer, weeks: toWeek === null ? '26+' : `${fromWeek}-${toWeek}`, members: Math.round(4200 / (1 + Math.abs(row * 1.6 - column) ** 1.7)) }))),
    },
    communities: {
      golden: 48, silver: 12, rule: { kind: 'PERCENTILE', line: 20, value: 14.2 },
      board: Array.from({ length: 24 }, (_, i) => {
        const value = i < 12 ? 34 - i * 1.1 : 15.6 - (i - 12) * 0.9;
        return { id: `c${i + 1}`, name: `${['护肤', '彩妆', '母婴', '生鲜', '零食', '美发'][i % 6]!}交流群 ${String(i + 1).padStart(2, '0')}`, value, members: 420 - i * 9, highValueMembers: Math.round(value * 3), stage: value >= 14.2 ? 'GOLDEN' as const : 'SILVER' as const, change: i === 5 ? null : Math.sin(i) * 2 };
      }),
    },
    topSpenders: { members: 1990, share: 0.0997, spend: 1310000, spendShare: 0.3436, retention: 0.742 },
    activity: Array.from({ length: 90 }, (_, i) => {
      const wave = 1 + 0.18 * Math.sin((i * 2 * Math.PI) / 7) + 0.1 * Math.sin(i / 11) + i / 300;
      return { day: new Date(Date.UTC(2026, 7, 23 + i)).toISOString().slice(0, 10), active: Math.round(3600 * wave), orders: Math.round(250 * wave), spend: Math.round(21_100 * wave), newMembers: Math.round(85 * wave) };
    }),
  };
}

export function members(): Member[] {
  return Array.from({ length: 50 }, (_, i) => {
    const value = 82 - i * 1.5;
    return {
      no: i + 1, name: ['林*', '王**', '陈*', '赵**'][i % 4]!, identifiers: [{ kind: 'phone', key: `138****${String(1000 + i * 37).slice(-4)}` }], channel: 'live-code', joined: '2026-05-01', scored: true,
      value, consumption: Math.min(100, value * 1.2), content: i % 3 === 0 ? value * 0.9 : 0, interaction: value * 0.8, social: i % 2 === 0 ? value * 0.5 : 4,
      rfm: { recencyDays: i * 2, frequency: 30 - (i % 20), monetary: 3200 - i * 50, r: 5 - Math.floor(i / 10), f: 5 - Math.floor(i / 10), m: 5 - Math.floor(i / 10) },
      stage: STAGES[3 - Math.floor(i / 13)]!, layer: LAYERS[3 - Math.floor(i / 13)]!, level: LEVELS[3 - Math.floor(i / 13)]!, topSpender: i < 6, highValue: value > 20,
      firstSeen: '2026-05-01T08:00:00Z', lastSeen: `2026-11-${String(20 - Math.floor(i / 4)).padStart(2, '0')}T09:00:00Z`, orders: 30 - (i % 20), spend: 3200.5 - i * 50, currency: 'CNY', lifetime: null,
    };
  });
}

export function timeline(): TimelineEvent[] {
  return Array.from({ length: 12 }, (_, i) => ({
    eventId: `e${i}`, event: ['Order Completed', 'Message Sent', 'Content Published', 'Product Viewed'][i % 4]!, ts: new Date(Date.UTC(2026, 10, 20 - i, 9, i * 4)).toISOString(),
    community: i % 4 === 1 ? '护肤交流群 07' : null, amount: i % 4 === 0 ? 128.5 : null, currency: 'CNY', object: i % 4 === 3 ? '面霜 50ml' : null, properties: {}, source: 'shop',
  }));
}

export function explanation(): Explanation {
  return {
    asOf: '2026-11-20', modelVersion: 2, value: 48.2, formula: 'value = Σ weight · score', changedSince: false, rfm: null, stage: { is: 'LOYALTY', code: 'stage.repeat-order', because: 'five orders in 90 days', facts: { repeatOrder: 2, withinDays: 365, loyaltyMonths: 12, lastRepeatOrder: '2026-11' } }, layer: null, level: null, topSpender: null,
    dimensions: DIMENSIONS.map((dimension, i) => ({
      dimension, score: [82, 40, 31, 12][i]!, weight: [0.4, 0.2, 0.25, 0.15][i]!, raw: [17, 5.1, 3.7, 1.3][i]!, scale: 10, formula: 'score = 100 · (1 − e^(−raw / scale))', days: [],
      events: i === 3 ? [] : ['Order Completed', 'Product Reviewed'].map((event, e) => ({ event, n: 9 - e * 4, counted: 9 - e * 4, dailyCap: null, weightPerAmount: 0, amount: e === 0 ? 812.5 : null, weight: 1, halfLifeDays: 30, raw: 12 - e * 7, share: e === 0 ? 0.7 : 0.3, first: '2026-05-02', last: '2026-11-18' })),
    })),
  };
}

export function communities(): Community[] {
  return overview().communities.board.map((it, i) => ({
    ...it, key: it.id, kind: 'interest', owner: `guide-0${(i % 6) + 1}`, tags: ['护肤'], created: '2026-05-04', ageWeeks: 28, asOf: '2026-11-20', rank: i + 1, rankBefore: i % 3 === 0 ? i + 2 : i + 1, joined: 3, left: 5,
    activeMembers: 120, activeShare: 0.29 - i * 0.008, messages: 830 - i * 20, orders: 88, spend: 12044.5, trend: Array.from({ length: 12 }, (_, w) => it.value + 3 - w * 0.3 + Math.sin(w + i)),
    belowLine: { verdict: it.stage === 'SILVER' ? 'BELOW' as const : i % 3 === 0 ? 'WITHIN' as const : 'BEYOND' as const, week: '2027-01-11', weeks: 8, earliestWeek: '2026-12-14', latestWeek: null },
  }));
}

export function community(id: string): CommunityDetail {
  const it = communities().find((one) => one.id === id) ?? communities()[0]!;
  const week = (n: number) => new Date(Date.UTC(2026, 4, 4 + n * 7)).toISOString().slice(0, 10);
  const value = it.value ?? 0;
  return {
    ...it, rule: { kind: 'PERCENTILE', line: 20, activityLine: 0.1, value: 14.2 }, period: { value, line: 14.2, rank: 3, communities: 60, silver: 12, bestSilver: 13.9, poorestGolden: 14.5, ruleChanged: false }, carriedBy: { members: 14, share: 0.034 },
    weeks: Array.from({ length: 29 }, (_, n) => ({ week: week(n), age: n, complete: n < 28, members: 300 + n * 4, joined: 6, left: 2, activeMembers: 120, activeShare: 0.6 * 0.97 ** n, messages: 900, orders: 80, spend: 12000, value: value + (28 - n) * 0.35 + Math.sin(n) * 1.2, highValueMembers: 96 })),
    lifeCurve: Array.from({ length: 29 }, (_, age) => ({ age, communities: 60 - age, activeShare: 0.58 * 0.965 ** age, median: 0.57 * 0.965 ** age, low: 0.4 * 0.96 ** age, high: 0.76 * 0.97 ** age, own: 0.6 * 0.97 ** age + Math.sin(age) * 0.02 })),
    forecasts: [{ measure: 'VALUE', verdict: 'WITHIN', words: '', line: 14.2, week: '2027-01-11', weeks: 8, earliestWeek: '2026-12-14', latestWeek: null, weeklyChange: -0.03, fittedWeeks: 12, points: Array.from({ length: 12 }, (_, n) => ({ week: week(29 + n), ahead: n + 1, expected: value * 0.97 ** (n + 1), low: value * 0.97 ** (n + 1) - 0.6 * (n + 1), high: value * 0.97 ** (n + 1) + 0.6 * (n + 1) })) }],
    errors: [{ measure: 'VALUE', ahead: 4, communities: 58, meanAbsoluteError: 1.1, naiveMeanAbsoluteError: 1.9 }],
    contributors: members().slice(0, 8).map((one) => ({ no: one.no, name: one.name, value: one.value, messages: 210 - one.no * 12, content: 9, orders: 4, spend: 812.5, share: 0.09 - one.no * 0.008, member: true })),
  };
}

const AS_OF = '2026-11-20';
const daysBefore = (n: number) => new Date(Date.parse(AS_OF) - n * 86_400_000).toISOString().slice(0, 10);

export function history(no: number): MemberHistory {
  const points = Array.from({ length: 53 }, (_, i) => {
    const value = 20 + i * 0.8 + 6 * Math.sin(i / 5);
    return { day: daysBefore(7 * (52 - i)), value, consumption: value * 1.1, content: value * 0.6, interaction: value * 0.9, social: value * 0.3, stage: STAGES[Math.min(3, Math.floor(i / 14))]!, layer: LAYERS[Math.min(3, Math.floor(i / 16))]! };
  });
  return { no, asOf: AS_OF, modelVersion: 2, points, changes: [{ day: daysBefore(3), kind: 'STAGE', from: 'PURCHASE', to: 'LOYALTY' }] };
}

export function peers(no: number): Peers {
  const cells = [1, 2, 3, 4, 5].flatMap((r) => [1, 2, 3, 4, 5].flatMap((f) => [1, 2, 3, 4, 5].map((m) => ({ r, f, m, members: 12 * r + 5 * f + m, monetary: 900 * m }))));
  return { no, median: { stage: 'LOYALTY', members: 4200, value: 31, consumption: 42, content: 8, interaction: 25, social: 6 }, cells };
}

export function movers(): Movers {
  const of = (i: number, change: number): Movers['up'][number] => ({ member: members()[i]!, before: members()[i]!.value! - change, change, dimensions: {}, reasons: [{ event: 'Order Completed', dimension: 'consumption', n: change > 0 ? 2 : 0, amount: change > 0 ? 300 : null, effect: change }] });
  return { asOf: AS_OF, since: daysBefore(7), up: [of(3, 12.4), of(8, 9.1), of(5, 7)], down: [of(20, -6.2), of(24, -5.5)] };
}

export const cohorts = (): CohortMonth[] => Array.from({ length: 12 }, (_, ago) => Array.from({ length: ago + 1 }, (__, since) => ({
  month: `2026-${String(11 - ago + (ago > 10 ? 12 : 0)).padStart(2, '0')}-01`, monthsSince: since, members: 900 + ago * 40, active: Math.round((900 + ago * 40) / (1 + since * 0.4)), buyers: Math.round((900 + ago * 40) / (3 + since)), retention: 1 / (1 + since * 0.4),
}))).flat().filter((it) => it.month !== '2026-12-01');

export const repurchase = (): Repurchase[] => ['live-code', 'store'].map((channel, i) => ({ channel, members: 9000 - i * 3000, buyers: 5200 - i * 2000, repeatBuyers: 2100 - i * 900, rate: 0.4 - i * 0.05, firstOrderDays: 6 + i, intervals: 8000, intervalDays: 31 + i * 4, meanIntervalDays: 38.5 }));

export const orderGaps = (): OrderGap[] => ['FIRST', 'NEXT'].flatMap((kind) => Array.from({ length: 120 }, (_, days) => ({ kind, days, times: Math.round(400 * Math.exp(-days / 30)) })));

export const activeDays = (): ActiveDay[] => Array.from({ length: 90 }, (_, i) => ({ day: daysBefore(89 - i), active: 3600 + 300 * Math.sin(i / 4), activeMonth: 11_000 + i * 20, stickiness: 0.31, orders: 240, spend: 20_000, newMembers: 80 }));

export const atmosphere = (id: string): Atmosphere => ({ id, from: daysBefore(27), to: AS_OF, cells: ([1, 2, 3, 4, 5, 6, 7] as const).flatMap((weekday) => [9, 12, 18, 20, 21].map((hour) => ({ weekday, hour, messages: hour + weekday * 3, content: 2, members: 9 }))) });

export const concentration = (id: string): Concentration => {
  const curve = Array.from({ length: 21 }, (_, i) => ({ share: i / 20, of: 1 - (1 - i / 20) ** 3 }));
  return { id, members: 412, messages: curve, content: curve.map((it) => ({ ...it, of: Math.min(1, it.of * 1.2) })), orders: [] };
};
