import { now } from '../api/now';
import type { DayTally } from '../api/model';
import { axis, tip, tooltip, type Option } from '../chart/option';
import type { Figures } from '../chart/Panel';
import type { Palette } from '../shell/palette';
import type { Format } from '../text/format';
import type { Say, TextKey } from '../text/language';
import { byDay, reasons } from './tallies';
import { known, type MessagingKey } from './words';

interface Drawing {
  t: Say<MessagingKey | TextKey>;
  format: Format;
  palette: Palette;
}

const STACK = ['SENT', 'SUPPRESSED', 'DEAD'] as const;

/** Messages by day: what went out, what was kept back, what needs a person. */
export function daily(tallies: DayTally[], days: number, { t, format, palette }: Drawing): Option {
  const base = axis(palette);
  const line = byDay(tallies, days, format.day(new Date(now()).toISOString()));
  const colors = { SENT: palette.accent, SUPPRESSED: palette.period.SILVER, DEAD: palette.bad };
  return {
    tooltip: {
      ...tooltip(palette), trigger: 'axis',
      formatter: (at) => {
        const day = line[(Array.isArray(at) ? at[0] : at)?.dataIndex ?? 0];
        return tip(day?.day ?? '', STACK.map((it) => [t(`messages.state.${it}`), format.whole(day?.of[it] ?? 0)]));
      },
    },
    legend: { top: 0, right: 0, textStyle: { color: palette.ink }, itemWidth: 12, itemHeight: 12 },
    grid: { left: 48, right: 8, top: 34, bottom: 26 },
    xAxis: { ...base, type: 'category', data: line.map((it) => it.day), axisLabel: { ...base.axisLabel, formatter: (day: string) => day.slice(5) } },
    yAxis: { ...base, type: 'value', min: 0, minInterval: 1, splitNumber: 3, axisLabel: { ...base.axisLabel, formatter: (n: number) => format.short(n) } },
    series: STACK.map((it) => ({ type: 'bar' as const, stack: 'day', name: t(`messages.state.${it}`), data: line.map((day) => day.of[it] ?? 0), itemStyle: { color: colors[it] }, barCategoryGap: '28%' })),
  };
}

export function dailyFigures(tallies: DayTally[], days: number, { t, format }: Drawing): Figures {
  return {
    columns: ['', ...STACK.map((it) => t(`messages.state.${it}`))],
    rows: byDay(tallies, days, format.day(new Date(now()).toISOString())).map(({ day, of }) => [day, ...STACK.map((it) => of[it] ?? 0)]),
  };
}

/** Reasons, the most frequent on top: for good and for now. */
export function why(tallies: DayTally[], { t, format, palette }: Drawing): Option {
  const base = axis(palette);
  const rows = reasons(tallies).slice(0, 8).reverse();
  const say = (key: MessagingKey) => t(key);
  return {
    tooltip: {
      ...tooltip(palette), trigger: 'axis', axisPointer: { type: 'shadow' },
      formatter: (at) => {
        const row = rows[(Array.isArray(at) ? at[0] : at)?.dataIndex ?? 0];
        return row === undefined ? '' : tip(known(say, 'reason', row.reason), [[t('messages.outcome.SUPPRESSED'), format.whole(row.suppressed)], [t('messages.outcome.DELAYED'), format.whole(row.delayed)]]);
      },
    },
    legend: { top: 0, right: 0, textStyle: { color: palette.ink }, itemWidth: 12, itemHeight: 12 },
    grid: { left: 8, right: 24, top: 34, bottom: 8, containLabel: true },
    xAxis: { ...base, type: 'value', min: 0, minInterval: 1, splitNumber: 3, axisLabel: { ...base.axisLabel, formatter: (n: number) => format.short(n) } },
    yAxis: { ...base, type: 'category', data: rows.map((it) => known(say, 'reason', it.reason)), axisLabel: { ...base.axisLabel, color: palette.ink } },
    series: [
      { type: 'bar', stack: 'why', name: t('messages.outcome.SUPPRESSED'), data: rows.map((it) => it.suppressed), itemStyle: { color: palette.period.SILVER }, barMaxWidth: 20 },
      { type: 'bar', stack: 'why', name: t('messages.outcome.DELAYED'), data: rows.map((it) => it.delayed), itemStyle: { color: palette.layer.ACTING }, barMaxWidth: 20 },
    ],
  };
}

export function whyFigures(tallies: DayTally[], { t }: Drawing): Figures {
  return {
    columns: [t('messages.reason'), t('messages.outcome.SUPPRESSED'), t('messages.outcome.DELAYED')],
    rows: reasons(tallies).map((it) => [known((key) => t(key), 'reason', it.reason), it.suppressed, it.delayed]),
  };
}
