import { LEVELS, type Distribution, type ModelPreview } from '../api/model';
import type { SettingsDrawing } from './words';
import { axis, tip, tooltip, type Option } from '../chart/option';
import type { Figures } from '../chart/Panel';

const BIN = 5;

/** Members by value, before and after, in twenty bins of five points. */
export function distribution({ before, after }: ModelPreview, { t, format, palette }: SettingsDrawing): Option {
  const base = axis(palette);
  const names = before.bins.map((_, i) => binName(i));
  const bars = (name: string, of: Distribution, color: string) => ({ type: 'bar' as const, name, data: of.bins, itemStyle: { color, borderRadius: [2, 2, 0, 0] }, barGap: '0%', barCategoryGap: '24%' });
  return {
    tooltip: {
      ...tooltip(palette), trigger: 'axis',
      formatter: (at) => {
        const i = (Array.isArray(at) ? at[0] : at)?.dataIndex ?? 0;
        return tip(`${t('member.value')} ${names[i] ?? ''}`, [[t('model.before'), format.whole(before.bins[i])], [t('model.after'), format.whole(after.bins[i])]]);
      },
    },
    legend: { top: 0, right: 0, textStyle: { color: palette.ink }, itemWidth: 12, itemHeight: 12 },
    grid: { left: 48, right: 8, top: 34, bottom: 42 },
    xAxis: { ...base, type: 'category', data: names, name: t('member.value'), nameLocation: 'middle', nameGap: 28, axisLabel: { ...base.axisLabel, formatter: (_: string, i: number) => String(i * BIN), interval: 3 } },
    yAxis: { ...base, type: 'value', min: 0, name: t('overview.members'), nameTextStyle: { color: palette.faint, align: 'left', padding: [0, 0, 0, -34] }, axisLabel: { ...base.axisLabel, formatter: (n: number) => format.short(n) }, splitNumber: 4 },
    series: [bars(t('model.before'), before, palette.period.SILVER), bars(t('model.after'), after, palette.accent)],
  };
}

export function distributionFigures({ before, after }: ModelPreview, { t }: SettingsDrawing): Figures {
  return {
    columns: [t('member.value'), t('model.before'), t('model.after')],
    rows: before.bins.map((members, i) => [binName(i), members, after.bins[i] ?? 0]),
  };
}

/** The pyramid of levels before (left) and after (right), on one scale. */
export function pyramids({ before, after }: ModelPreview, { t, format, palette }: SettingsDrawing): Option {
  const rows = levelRows({ before, after });
  const most = Math.min(1, Math.max(0.1, ...rows.flatMap((it) => [it.before, it.after])) * 1.5);
  const base = axis(palette);
  const names = rows.map((it) => t(`level.${it.level}`));
  const scale = { ...base, type: 'value' as const, min: 0, max: most, axisLabel: { show: false }, splitLine: { show: false }, nameLocation: 'middle' as const, nameGap: 12 };
  const bars = (side: 0 | 1) => ({
    type: 'bar' as const, xAxisIndex: side, yAxisIndex: side, barCategoryGap: '18%', barMinHeight: 2,
    data: rows.map((it) => ({ value: side === 0 ? it.before : it.after, itemStyle: { color: palette.level[it.level], borderRadius: side === 0 ? [4, 0, 0, 4] : [0, 4, 4, 0] } })),
    label: { show: true, position: side === 0 ? ('left' as const) : ('right' as const), color: palette.ink, fontSize: 13, formatter: ({ value }: { value: unknown }) => format.share(Number(value)) },
  });
  return {
    tooltip: {
      ...tooltip(palette), trigger: 'item',
      formatter: (at) => {
        const it = rows[(Array.isArray(at) ? at[0] : at)?.dataIndex ?? 0];
        return it === undefined ? '' : tip(t(`level.${it.level}`), [
          [t('model.before'), `${format.whole(it.membersBefore)} · ${format.share(it.before)}`],
          [t('model.after'), `${format.whole(it.membersAfter)} · ${format.share(it.after)}`],
        ]);
      },
    },
    grid: [{ left: 4, right: '60%', top: 4, bottom: 28 }, { left: '60%', right: 4, top: 4, bottom: 28 }],
    xAxis: [{ ...scale, gridIndex: 0, inverse: true, name: t('model.before') }, { ...scale, gridIndex: 1, name: t('model.after') }],
    yAxis: [
      { ...base, type: 'category', gridIndex: 0, data: names, position: 'right', axisLine: { show: false }, axisLabel: { show: false } },
      { ...base, type: 'category', gridIndex: 1, data: names, axisLine: { show: false }, axisLabel: { color: palette.ink, fontSize: 13, margin: 12 } },
    ],
    series: [bars(0), bars(1)],
  };
}

export function pyramidsFigures(preview: Pick<ModelPreview, 'before' | 'after'>, { t }: SettingsDrawing): Figures {
  return {
    columns: [t('overview.level'), t('model.before'), t('model.after')],
    rows: levelRows(preview).map((it) => [t(`level.${it.level}`), it.membersBefore, it.membersAfter]),
  };
}

function levelRows({ before, after }: Pick<ModelPreview, 'before' | 'after'>) {
  const all = (of: Distribution) => Math.max(1, LEVELS.reduce((sum, it) => sum + (of.levels[it] ?? 0), 0));
  return LEVELS.map((level) => {
    const membersBefore = before.levels[level] ?? 0;
    const membersAfter = after.levels[level] ?? 0;
    return { level, membersBefore, membersAfter, before: membersBefore / all(before), after: membersAfter / all(after) };
  });
}

function binName(i: number): string {
  return `${i * BIN}–${(i + 1) * BIN}`;
}
