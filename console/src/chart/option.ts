import type { BarSeriesOption, HeatmapSeriesOption, LineSeriesOption, RadarSeriesOption, SankeySeriesOption } from 'echarts/charts';
import type { AriaComponentOption, GridComponentOption, LegendComponentOption, RadarComponentOption, TooltipComponentOption, VisualMapComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';
import type { Palette } from '../shell/palette';

export type Option = ComposeOption<
  | BarSeriesOption | HeatmapSeriesOption | LineSeriesOption | RadarSeriesOption | SankeySeriesOption
  | AriaComponentOption | GridComponentOption | LegendComponentOption | RadarComponentOption | TooltipComponentOption | VisualMapComponentOption
>;

/** One line of a tool-tip: a name and its exact value. */
export type Line = [name: string, value: string];

/** A tool-tip's text; names come from the brand's data, so they are escaped. */
export function tip(title: string, lines: Line[]): string {
  const rows = lines.map(([name, value]) => `<tr><td style="padding-right:16px">${escaped(name)}</td><td style="text-align:right;font-weight:600">${escaped(value)}</td></tr>`);
  return `<div style="font-weight:600;margin-bottom:4px">${escaped(title)}</div><table style="border-spacing:0;font-variant-numeric:tabular-nums">${rows.join('')}</table>`;
}

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}

export function tooltip(palette: Palette): TooltipComponentOption {
  return {
    backgroundColor: palette.surface,
    borderColor: palette.line,
    textStyle: { color: palette.ink, fontSize: 13 },
    confine: true,
    extraCssText: 'box-shadow:0 6px 20px rgba(0,0,0,.16);border-radius:8px',
  };
}

/** The plain dress of an axis; the caller adds type, name and data. */
export function axis(palette: Palette) {
  return {
    nameTextStyle: { color: palette.faint, fontSize: 12 },
    axisLabel: { color: palette.faint, fontSize: 12 },
    axisLine: { lineStyle: { color: palette.line } },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: palette.line } },
  };
}
