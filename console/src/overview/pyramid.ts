import type { Level, LevelShare } from '../api/model';
import { axis, tip, tooltip, type Option } from '../chart/option';
import type { Figures } from '../chart/Panel';
import type { Drawing } from '../chart/drawing';

/**
 * The value pyramid, opened like a book: what share of the members stands on each level (left), and what share of the
 * money comes from there (right). Both sides have one scale.
 */
export function pyramid(levels: LevelShare[], { t, format, palette }: Drawing): Option {
  // The longest bar leaves room for its figure, on a phone too.
  const most = Math.max(0.1, ...levels.flatMap((it) => [it.share, it.spendShare])) * 1.65;
  const names = levels.map((it) => t(`level.${it.level}`));
  const base = axis(palette);
  const scale = { ...base, type: 'value' as const, min: 0, max: most, axisLabel: { show: false }, splitLine: { show: false }, nameLocation: 'middle' as const, nameGap: 12 };
  const bars = (side: 0 | 1, of: (it: LevelShare) => number) => ({
    type: 'bar' as const,
    xAxisIndex: side,
    yAxisIndex: side,
    barCategoryGap: '14%',
    barMinHeight: 2,
    data: levels.map((it) => ({ value: of(it), itemStyle: { color: palette.level[it.level], borderRadius: side === 0 ? [4, 0, 0, 4] : [0, 4, 4, 0] } })),
    label: { show: true, position: side === 0 ? ('left' as const) : ('right' as const), color: palette.ink, fontSize: 13, formatter: ({ value }: { value: unknown }) => format.share(Number(value)) },
  });
  return {
    tooltip: {
      ...tooltip(palette),
      trigger: 'item',
      formatter: (at) => {
        const it = levels[(Array.isArray(at) ? at[0] : at)?.dataIndex ?? 0];
        return it === undefined ? '' : tip(t(`level.${it.level}`), [
          [t('overview.members'), `${format.whole(it.members)} · ${format.share(it.share)}`],
          [t('overview.spend'), `${format.money(it.spend)} · ${format.share(it.spendShare)}`],
        ]);
      },
    },
    grid: [
      { left: 4, right: '62%', top: 4, bottom: 28 },
      { left: '62%', right: 4, top: 4, bottom: 28 },
    ],
    xAxis: [
      { ...scale, gridIndex: 0, inverse: true, name: t('overview.pyramid.members') },
      { ...scale, gridIndex: 1, name: t('overview.pyramid.spend') },
    ],
    yAxis: [
      { ...base, type: 'category', gridIndex: 0, data: names, position: 'right', axisLine: { show: false }, axisLabel: { show: false } },
      { ...base, type: 'category', gridIndex: 1, data: names, axisLine: { show: false }, axisLabel: { color: palette.ink, fontSize: 13, margin: 12 } },
    ],
    series: [bars(0, (it) => it.share), bars(1, (it) => it.spendShare)],
  };
}

/** Where the members of a level are listed. */
export function membersOf(level: Level): string {
  return `/members?level=${level}`;
}

export function pyramidFigures(levels: LevelShare[], { t }: Drawing): Figures {
  return {
    columns: [t('overview.level'), t('overview.members'), t('overview.pyramid.members'), t('overview.spend'), t('overview.pyramid.spend')],
    rows: levels.map((it) => [t(`level.${it.level}`), it.members, it.share, it.spend, it.spendShare]),
    links: levels.map((it) => [null, membersOf(it.level)]),
  };
}
