import type { Dimension, Layer, Level, Period, Stage } from '../api/model';

/** Colours with a fixed meaning, the same on every page (docs/console.md). Ramps grow towards what is worth more. */
export interface Palette {
  accent: string;
  ink: string;
  faint: string;
  line: string;
  surface: string;
  raised: string;
  ground: string;
  good: string;
  bad: string;
  dimension: Record<Dimension, string>;
  stage: Record<Stage, string>;
  layer: Record<Layer, string>;
  level: Record<Level, string>;
  period: Record<Period | 'OBSERVATION' | 'CLOSING', string>;
  /** From nobody to everybody: the cells of a heat map. */
  heat: readonly [string, string, string];
}

/** Latin first, so that English quotes and figures are not drawn at the width of a Chinese character. */
export const FONTS =
  "'Inter', -apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Liberation Sans', 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif";

export const LIGHT: Palette = {
  accent: '#0b7566',
  ink: '#1b2523',
  faint: '#5c6966',
  line: '#e3e8e6',
  surface: '#ffffff',
  raised: '#ffffff',
  ground: '#f4f6f5',
  good: '#14743b',
  bad: '#b42318',
  dimension: { consumption: '#c0532b', content: '#7f52c4', interaction: '#2a76c6', social: '#bd3a78' },
  stage: { AWARENESS: '#bfded7', INTEREST: '#7fc0b3', PURCHASE: '#319384', LOYALTY: '#0a5549' },
  layer: { NEW: '#ccd3f1', ACTING: '#98a4e0', ACTIVE: '#6071c9', LOYAL: '#313f92' },
  level: { ORDINARY: '#c5ced6', ENGAGED: '#8d9dab', ADVOCATE: '#586d80', KOC: '#26394b' },
  period: { GOLDEN: '#c2912a', SILVER: '#8b95a1', OBSERVATION: '#dd7a12', CLOSING: '#8a1f1f' },
  heat: ['#f1f3fb', '#98a4e0', '#313f92'],
};

export const DARK: Palette = {
  accent: '#3fbda6',
  ink: '#e6ecea',
  faint: '#9caaa6',
  line: '#2c3634',
  surface: '#171e1d',
  raised: '#1d2624',
  ground: '#0f1514',
  good: '#58c583',
  bad: '#f2857b',
  dimension: { consumption: '#e58a62', content: '#b08ce6', interaction: '#69a9e8', social: '#e57aae' },
  stage: { AWARENESS: '#1d4a43', INTEREST: '#287a6d', PURCHASE: '#43b09d', LOYALTY: '#a4e3d6' },
  layer: { NEW: '#2b345f', ACTING: '#48559c', ACTIVE: '#7c8bdb', LOYAL: '#c0c9f6' },
  level: { ORDINARY: '#37434e', ENGAGED: '#5b6d7c', ADVOCATE: '#8fa3b4', KOC: '#d3dfe9' },
  period: { GOLDEN: '#d9ab48', SILVER: '#8f9aa6', OBSERVATION: '#ee9a40', CLOSING: '#c25252' },
  heat: ['#1c2330', '#48559c', '#c0c9f6'],
};

/** Black or white, whichever reads better on this colour. */
export function inkOn(background: string): string {
  const channel = (from: number) => {
    const c = parseInt(background.slice(from, from + 2), 16) / 255;
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  const luminance = 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
  return luminance > 0.179 ? '#000000' : '#ffffff';
}

/** The colour at `share` (0 to 1) of a ramp through three colours. */
export function onRamp(ramp: readonly [string, string, string], share: number): string {
  const at = Math.min(1, Math.max(0, share)) * 2;
  const [from, to] = at <= 1 ? [ramp[0], ramp[1]] : [ramp[1], ramp[2]];
  const part = at <= 1 ? at : at - 1;
  const mix = (i: number) => {
    const a = parseInt(from.slice(i, i + 2), 16);
    const b = parseInt(to.slice(i, i + 2), 16);
    return Math.round(a + (b - a) * part).toString(16).padStart(2, '0');
  };
  return `#${mix(1)}${mix(3)}${mix(5)}`;
}
