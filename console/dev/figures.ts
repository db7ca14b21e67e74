import { LAYERS, LEVELS, STAGES, type Overview } from '../src/api/model.ts';

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
    freshness: [['INBOX', 0], ['LAKE', 1.2], ['MART', 1.9], ['SCORE', 669]].map(([step, lag]) => ({ step: String(step), position: 3012044, at: '2026-11-21T02:11:09Z', lagSeconds: Number(lag) })),
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
