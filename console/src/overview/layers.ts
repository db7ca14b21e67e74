import type { LayerTable } from '../api/model';
import { axis, tip, tooltip, type Option } from '../chart/option';
import type { Figures } from '../chart/Panel';
import { inkOn, onRamp } from '../shell/palette';
import type { Drawing } from '../chart/drawing';

const DAY = 86_400_000;

/**
 * Relationship layer against the time since joining. A column is everybody who joined that long ago, its colours say how
 * they are spread: members should move down the table as they move right.
 */
export function layers(table: LayerTable, { t, format, palette }: Drawing): Option {
  const sum = new Map<string, number>();
  for (const cell of table.cells) sum.set(cell.weeks, (sum.get(cell.weeks) ?? 0) + cell.members);
  const share = (weeks: string, members: number) => members / Math.max(1, sum.get(weeks) ?? 0);
  const base = axis(palette);
  return {
    tooltip: {
      ...tooltip(palette),
      trigger: 'item',
      formatter: (at) => {
        const cell = table.cells[(Array.isArray(at) ? at[0] : at)?.dataIndex ?? 0];
        return cell === undefined ? '' : tip(t(`layer.${cell.layer}`), [
          [t('overview.weeks'), weeks(table, cell.weeks)],
          [t('overview.members'), format.whole(cell.members)],
          [t('overview.layers.share'), format.share(share(cell.weeks, cell.members))],
        ]);
      },
    },
    grid: { left: 76, right: 8, top: 8, bottom: 46 },
    xAxis: {
      ...base, type: 'category', data: table.columns.map((it) => weeks(table, it.key)), name: t('overview.weeks'),
      nameLocation: 'middle', nameGap: 28, axisLabel: { color: palette.faint, fontSize: 11, interval: 0 }, axisLine: { show: false },
    },
    yAxis: {
      ...base, type: 'category', inverse: true, data: table.rows.map((it) => t(`layer.${it}`)), axisLine: { show: false },
      axisLabel: { color: palette.ink, fontSize: 13 },
    },
    visualMap: { show: false, dimension: 2, min: 0, max: 1, inRange: { color: [...palette.heat] } },
    series: [{
      type: 'heatmap',
      itemStyle: { borderColor: palette.surface, borderWidth: 3, borderRadius: 6 },
      label: { show: true },
      data: table.cells.map((cell) => {
        const part = share(cell.weeks, cell.members);
        return {
          value: [table.columns.findIndex((it) => it.key === cell.weeks), table.rows.indexOf(cell.layer), part],
          label: { color: inkOn(onRamp(palette.heat, part)), fontSize: 13, formatter: format.short(cell.members) },
        };
      }),
    }],
  };
}

/** Where the members of a cell are listed: those of the layer who joined so many full weeks before the day of the scores. */
export function membersOfCell(table: LayerTable, layer: string, key: string, asOf: string | null): string | null {
  const column = table.columns.find((it) => it.key === key);
  if (column === undefined || asOf === null) return null;
  const before = (days: number) => new Date(Date.parse(asOf) - days * DAY).toISOString().slice(0, 10);
  const question = new URLSearchParams({ layer, joinedTo: before(column.fromWeek * 7) });
  if (column.toWeek !== null) question.set('joinedFrom', before(column.toWeek * 7 + 6));
  return `/members?${question.toString()}`;
}

export function layersFigures(table: LayerTable, asOf: string | null, { t }: Drawing): Figures {
  return {
    columns: [t('overview.layer'), ...table.columns.map((it) => weeks(table, it.key))],
    rows: table.rows.map((row) => [
      t(`layer.${row}`),
      ...table.columns.map((column) => table.cells.find((cell) => cell.layer === row && cell.weeks === column.key)?.members ?? 0),
    ]),
    links: table.rows.map((row) => [null, ...table.columns.map((column) => membersOfCell(table, row, column.key, asOf))]),
  };
}

function weeks(table: LayerTable, key: string): string {
  const column = table.columns.find((it) => it.key === key);
  if (column === undefined) return key;
  return column.toWeek === null ? `≥ ${column.fromWeek}` : `${column.fromWeek}–${column.toWeek}`;
}
