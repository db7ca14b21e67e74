import type { ExperimentVerdict, Report } from '../api/model';
import type { Figures } from '../chart/Panel';
import { escaped } from '../chart/option';
import type { ExperimentDrawing } from './words';
import { FONTS } from '../shell/palette';
import { chance, figureOf, lift, sentence } from './verdict';

const WIDTH = 900;
const ROW = 92;

/** A line of a card: what it is of, what is said of it, and the figure with what stands behind it. */
export interface CardRow {
  name: string;
  words: string;
  figure: string;
  behind: string;
  color: string;
}

/** A card: one drawing that stands for itself in a chat. */
export function sheet(name: string, note: string, rows: CardRow[], { palette }: Pick<ExperimentDrawing, 'palette'>): string {
  const text = (x: number, y: number, size: number, words: string, more = '') => `<text x="${x}" y="${y}" font-size="${size}" ${more}>${escaped(words)}</text>`;
  const height = 130 + rows.length * ROW;
  const body = rows.map((row, i) => {
    const y = 118 + i * ROW;
    return `<line x1="36" x2="${WIDTH - 36}" y1="${y - 14}" y2="${y - 14}" stroke="${palette.line}"/>
      ${text(36, y + 14, 17, row.name, 'font-weight="600"')}
      ${text(36, y + 42, 15, row.words, `fill="${row.color}"`)}
      ${text(WIDTH - 36, y + 14, 17, row.figure, `text-anchor="end" font-weight="600" fill="${row.color}"`)}
      ${text(WIDTH - 36, y + 42, 14, row.behind, `text-anchor="end" fill="${palette.faint}"`)}`;
  }).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="${escaped(FONTS)}" fill="${palette.ink}">
    <rect width="${WIDTH}" height="${height}" fill="${palette.surface}"/>
    ${text(36, 50, 24, name, 'font-weight="650"')}
    ${text(36, 80, 14, note, `fill="${palette.faint}"`)}
    ${body}
  </svg>`;
}

/** The report as a card. */
export function card(name: string, report: Report, drawing: ExperimentDrawing): string {
  const { t, format } = drawing;
  const names = new Map(report.health.arms.map((arm) => [arm.key, arm.name]));
  const rows = report.metrics.flatMap((metric) => metric.comparisons.map((comparison) => {
    const figure = figureOf(metric);
    const control = metric.arms[0];
    const treated = metric.arms.find((arm) => arm.arm === comparison.arm);
    return {
      name: report.health.arms.length > 2 ? `${metric.name} · ${names.get(comparison.arm) ?? comparison.arm}` : metric.name,
      words: sentence(comparison.verdict, metric, t, format),
      figure: lift(comparison.effect?.lift ?? null),
      behind: `${names.get(control?.arm ?? '') ?? ''} ${figure(control?.value ?? null, format)} → ${names.get(comparison.arm) ?? ''} ${figure(treated?.value ?? null, format)}`,
      color: colorOf(comparison.verdict, drawing),
    };
  }));
  const sizes = report.health.arms.map((arm) => `${arm.name} ${format.whole(arm.members)}`).join(' · ');
  return sheet(name, `${t(`population.${report.population}`)} · ${sizes} · ${format.time(report.madeAt)}`, rows, drawing);
}

/** What colour a verdict has, besides its words. */
export function colorOf(verdict: ExperimentVerdict, { palette }: Pick<ExperimentDrawing, 'palette'>): string {
  return verdict.kind === 'helped' ? palette.good : verdict.kind === 'harmed' ? palette.bad : palette.faint;
}

/** Saves a drawing as a picture, twice as fine as it is shown. */
export async function saveAsPicture(name: string, svg: string): Promise<void> {
  const source = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml;charset=utf-8' }));
  try {
    const image = new Image();
    image.src = source;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width * 2;
    canvas.height = image.height * 2;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const link = document.createElement('a');
    link.href = canvas.toDataURL('image/png');
    link.download = `${name}.png`;
    link.click();
  } finally {
    URL.revokeObjectURL(source);
  }
}

/** The report's figures in rows: one an arm and metric. */
export function reportFigures(report: Report, { t, format }: ExperimentDrawing): Figures {
  return {
    columns: [t('experiment.metric'), t('experiment.arm'), t('experiment.counted'), t('experiment.value'), t('experiment.currency'), t('experiment.lift'), t('experiment.low'), t('experiment.high'), t('experiment.difference'), t('experiment.low'), t('experiment.high'), 'p', 'q', t('experiment.verdict')],
    rows: report.metrics.flatMap((metric) => metric.arms.map((arm) => {
      const comparison = metric.comparisons.find((it) => it.arm === arm.arm);
      const effect = comparison?.effect ?? null;
      const ends = effect === null ? null : report.once ? effect.liftInterval : effect.alwaysLiftInterval;
      const between = effect === null ? null : report.once ? effect.interval : effect.alwaysInterval;
      return [metric.name, arm.arm, arm.units, arm.value, metric.currency, effect?.lift ?? null, ends?.low ?? null, ends?.high ?? null, effect?.difference ?? null, between?.low ?? null, between?.high ?? null, effect === null ? null : chance(report.once ? effect.pValue : effect.alwaysPValue), comparison?.qValue ?? null, comparison === undefined ? '' : sentence(comparison.verdict, metric, t, format)];
    })),
  };
}

