import type { CommunityBoard } from '../api/model';
import { axis, tip, tooltip, type Option } from '../chart/option';
import type { Figures } from '../chart/Panel';
import type { Drawing } from '../chart/drawing';

/** The communities at both ends of the ranking, with the line that divides golden from silver. */
export function board({ board: rows, rule }: CommunityBoard, { t, format, palette }: Drawing): Option {
  const line = rule?.value ?? null;
  return {
    tooltip: {
      ...tooltip(palette),
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      formatter: (at) => {
        const row = rows[(Array.isArray(at) ? at[0] : at)?.dataIndex ?? 0];
        return row === undefined ? '' : tip(row.name, [
          [t('community.value'), format.score(row.value)],
          [t('community.change'), format.change(row.change)],
          [t('community.period'), t(`period.${row.stage}`)],
          [t('overview.members'), format.whole(row.members)],
          [t('community.high'), format.whole(row.highValueMembers)],
        ]);
      },
    },
    grid: { left: 44, right: 12, top: 26, bottom: 74 },
    xAxis: {
      ...axis(palette), type: 'category', data: rows.map((it) => it.name),
      axisLabel: { color: palette.faint, fontSize: 11, rotate: 45, width: 84, overflow: 'truncate' },
    },
    yAxis: { ...axis(palette), type: 'value', min: 0, name: t('community.value'), nameTextStyle: { color: palette.faint, align: 'left', padding: [0, 0, 0, -32] } },
    series: [{
      type: 'bar', barMaxWidth: 26, barCategoryGap: '28%', cursor: 'pointer',
      data: rows.map((it) => ({ value: it.value, itemStyle: { color: palette.period[it.stage], borderRadius: [4, 4, 0, 0] } })),
      ...(line === null ? {} : {
        markLine: {
          silent: true, symbol: 'none', lineStyle: { color: palette.ink, type: 'dashed', width: 1 },
          label: { position: 'insideEndTop', color: palette.ink, formatter: `${t('community.line')} ${format.score(line)}` }, data: [{ yAxis: line }],
        },
      }),
    }],
  };
}

export function boardFigures({ board: rows }: CommunityBoard, { t }: Drawing): Figures {
  return {
    columns: [t('community.name'), t('community.period'), t('community.value'), t('community.change'), t('overview.members'), t('community.high')],
    rows: rows.map((it) => [it.name, t(`period.${it.stage}`), it.value, it.change, it.members, it.highValueMembers]),
    links: rows.map((it) => [`/communities/${encodeURIComponent(it.id)}`]),
  };
}
