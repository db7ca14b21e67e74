import { expect, it } from 'vitest';
import { DARK, inkOn, LIGHT, onRamp, type Palette } from './palette';

it.each([['light', LIGHT], ['dark', DARK]])('text and accent are readable in %s (AA)', (_, palette: Palette) => {
  for (const text of [palette.ink, palette.faint, palette.accent, palette.good, palette.bad]) {
    expect(contrast(text, palette.surface), text).toBeGreaterThanOrEqual(4.5);
  }
  for (const text of [palette.ink, palette.faint]) expect(contrast(text, palette.ground), text).toBeGreaterThanOrEqual(4.5);
});

it.each([['light', LIGHT], ['dark', DARK]])('figures on a heat map are readable anywhere on its ramp in %s (AA)', (_, palette: Palette) => {
  for (let share = 0; share <= 1; share += 0.05) {
    const cell = onRamp(palette.heat, share);
    expect(contrast(inkOn(cell), cell), cell).toBeGreaterThanOrEqual(4.5);
  }
});

it.each([['light', LIGHT], ['dark', DARK]])('marks stand out from the surface in %s', (_, palette: Palette) => {
  const marks = [...Object.values(palette.dimension), ...Object.values(palette.period)];
  for (const mark of marks) expect(contrast(mark, palette.surface), mark).toBeGreaterThanOrEqual(2.4);
});

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const c = parseInt(color.slice(i, i + 2), 16) / 255;
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
