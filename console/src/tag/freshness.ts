import type { TagHealth } from '../api/model';
import { axis, tip, tooltip, type Option } from '../chart/option';
import type { Figures } from '../chart/Panel';
import type { Palette } from '../shell/palette';
import type { TagText } from './words';

const SHOWN = 20;
const AGES = ['within30', 'within90', 'within180', 'older'] as const;

/** The tags that most carry, and since when their members do: a bar that is all dark has not been touched for half a year. */
export function freshness(tags: TagHealth[], { t, format }: Pick<TagText, 't' | 'format'>, palette: Palette): Option {
  const shown = mostCarried(tags).reverse();
  const base = axis(palette);
  const colours = [palette.layer.LOYAL, palette.layer.ACTIVE, palette.layer.ACTING, palette.layer.NEW];
  return {
    tooltip: {
      ...tooltip(palette),
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      formatter: (at) => {
        const it = shown[(Array.isArray(at) ? at[0] : at)?.dataIndex ?? 0];
        return it === undefined ? '' : tip(`${it.tag.groupName} / ${it.tag.name}`, [
          [t('tags.members'), `${format.whole(it.tag.members)} · ${format.share(it.share)}`],
          ...AGES.map((age): [string, string] => [t(`tags.age.${age}`), format.whole(it[age])]),
        ]);
      },
    },
    legend: { type: 'scroll', top: 0, left: 0, pageIconColor: palette.ink, pageTextStyle: { color: palette.faint }, itemWidth: 12, itemHeight: 12, textStyle: { color: palette.faint } },
    grid: { left: 4, right: 64, top: 32, bottom: 4, containLabel: true },
    xAxis: { ...base, type: 'value', minInterval: 1, splitNumber: 4, axisLabel: { ...base.axisLabel, hideOverlap: true, formatter: (n: number) => format.short(n) } },
    yAxis: { ...base, type: 'category', data: shown.map((it) => it.tag.name), axisLabel: { color: palette.ink, fontSize: 12, width: 110, overflow: 'truncate' } },
    series: AGES.map((age, i) => ({
      name: t(`tags.age.${age}`),
      type: 'bar' as const,
      stack: 'age',
      barMaxWidth: 18,
      itemStyle: { color: colours[i] ?? palette.faint },
      data: shown.map((it) => it[age]),
      ...(i === AGES.length - 1 ? { label: { show: true, position: 'right' as const, color: palette.ink, fontSize: 12, formatter: ({ dataIndex }: { dataIndex: number }) => format.share(shown[dataIndex]?.share) } } : {}),
    })),
  };
}

export function mostCarried(tags: TagHealth[]): TagHealth[] {
  return [...tags].filter((it) => it.tag.members > 0).sort((a, b) => b.tag.members - a.tag.members).slice(0, SHOWN);
}

export function freshnessFigures(tags: TagHealth[], t: TagText['t']): Figures {
  return {
    columns: [t('tags.group'), t('tags.tag'), t('tags.members'), t('tags.share'), ...AGES.map((age) => t(`tags.age.${age}`))],
    rows: tags.map((it) => [it.tag.groupName, it.tag.name, it.tag.members, it.share, ...AGES.map((age) => it[age])]),
  };
}
