import type { Against, ChannelRow, ChannelSent, LayerReport, LayerRow, TouchPlace, TouchpointReport } from '../api/model';
import type { Format } from '../text/format';
import { channelInWords } from '../value/channels';
import type { FormulaLine } from './FormulaDrawer';
import type { Why } from './Opens';
import { exact } from './verdict';
import type { SayExperiment } from './words';

/** What a cost is made of, channel by channel. */
export function costWhy(name: string, cost: number | null, sent: ChannelSent[], t: SayExperiment, format: Format): Why {
  return {
    name: `${name} · ${t('reports.cost')}`, note: t('formula.cost.note'), formula: 'C = Σ mᵢ · cᵢ',
    lines: [
      ...sent.map((it): FormulaLine => [channelInWords(it.channel, t), it.costPerMessage === null ? `${format.whole(it.messages)} · ${t('formula.unknown')}` : `${format.whole(it.messages)} · ${exact(it.costPerMessage)} = ${exact(it.messages * it.costPerMessage)}`]),
      ['C', cost === null ? t('formula.unknown') : exact(cost)],
    ],
  };
}

type LayerFigure = 'members' | 'touches' | 'cost' | 'conversion' | 'orders' | 'gmv' | 'retention' | 'value' | 'score';

/** How each figure of a layer came about. */
export function layerWhy(row: LayerRow, layer: string, report: LayerReport, t: SayExperiment, format: Format): Record<LayerFigure, Why> {
  const n: FormulaLine = [t('formula.layer.n'), format.whole(row.members)];
  const result = (value: number | null): FormulaLine => ['=', value === null ? '—' : exact(value)];
  const why = (name: string, note: string, formula: string, lines: FormulaLine[]): Why => ({ name: `${layer} · ${name}`, note, formula, lines });
  const days = { from: report.from, until: report.until };
  const some = (share: number | null) => format.whole(Math.round((share ?? 0) * row.members));
  return {
    members: why(t('experiment.members'), typeof report.against?.layersOf !== 'string' ? t('formula.layer.today') : t('formula.layer.noted', { day: report.against.layersOf }), t('formula.layer.count'), [n, ...(report.against === null || row.layer !== 'ALL' ? [] : [[t('formula.heldOut'), format.whole(report.against.heldOut)] as FormulaLine])]),
    touches: why(t('reports.touchesPerMember'), t('formula.touches.note', days), 'm / n', [
      [`m: ${t('formula.touches')}`, format.whole(row.touches)], ...row.sent.map((it): FormulaLine => [channelInWords(it.channel, t), format.whole(it.messages)]),
      [t('formula.touched'), format.whole(row.touched)], n, result(row.touchesPerMember),
    ]),
    cost: costWhy(layer, row.cost, row.sent, t, format),
    conversion: why(t('outcome.buyers'), t('outcome.buyers.meaning'), 'b / n', [[`b: ${t('formula.buyers')}`, format.whole(row.buyers)], n, result(row.conversion)]),
    orders: why(t('outcome.orders'), t('outcome.orders.meaning'), 'Σ o', [[t('outcome.orders'), format.whole(row.orders)], [t('formula.buyers'), format.whole(row.buyers)], n, ['Σ o / n', row.members === 0 ? '—' : exact(row.orders / row.members)]]),
    gmv: why(t('outcome.gmv'), t('formula.gmv.note', days), 'Σ g', [[t('outcome.gmv'), exact(row.gmv)], [t('outcome.orders'), format.whole(row.orders)], n, ['Σ g / n', row.members === 0 ? '—' : exact(row.gmv / row.members)]]),
    retention: why(t('outcome.retained'), t('formula.retained.note', { days: report.retentionDays, until: report.until }), 'r / n', [[`r: ${t('formula.retained')}`, some(row.retention)], n, result(row.retention)]),
    value: why(t('reports.valuePerMember'), t('outcome.value.meaning'), '(Σ g − Σ ρ) / n', [[t('formula.value.sum'), row.valuePerMember === null ? '—' : exact(row.valuePerMember * row.members)], [t('outcome.gmv'), exact(row.gmv)], n, result(row.valuePerMember)]),
    score: why(t('reports.scorePerMember'), t('outcome.score.meaning'), 'Σ v / n', [[t('formula.score.sum', { until: report.until }), row.scorePerMember === null ? '—' : exact(row.scorePerMember * row.members)], n, result(row.scorePerMember)]),
  };
}

const STEP_LINES = { meant: ['meant'], reached: ['meant', 'reached'], opened: ['reached', 'opened'], clicked: ['reached', 'clicked'], ordered: ['reached', 'ordered'] } as const;
type Step = keyof typeof STEP_LINES;

/** How each figure of a channel came about. */
export function channelWhy(row: ChannelRow, report: TouchpointReport, t: SayExperiment, format: Format): Record<Step | 'messages' | 'gmv' | 'cost', Why> {
  const channel = channelInWords(row.channel, t);
  const days = { from: report.from, until: report.until, days: report.orderDays };
  const step = (at: Step): Why => {
    const share = STEP_LINES[at][1];
    return {
      name: `${channel} · ${t(`reports.step.${at}`)}`, note: t(`formula.step.${at}`, days), formula: t('formula.count.members'),
      lines: [
        ...STEP_LINES[at].map((it): FormulaLine => [t(`reports.step.${it}`), format.whole(row[it])]),
        ...(share === undefined ? [] : [[`${t(`reports.step.${share}`)} / ${t(`reports.step.${STEP_LINES[at][0]}`)}`, row[STEP_LINES[at][0]] === 0 ? '—' : exact(row[share] / row[STEP_LINES[at][0]])] as FormulaLine]),
      ],
    };
  };
  return {
    messages: { name: `${channel} · ${t('formula.touches')}`, note: t('formula.messages.note', days), formula: t('formula.count.messages'), lines: [[t('formula.touches'), format.whole(row.messages)], [t('formula.delivered'), format.whole(row.delivered)]] },
    meant: step('meant'), reached: step('reached'), opened: step('opened'), clicked: step('clicked'), ordered: step('ordered'),
    gmv: { name: `${channel} · ${t('outcome.gmv')}`, note: t('formula.channel.gmv', days), formula: 'Σ g', lines: [[t('reports.step.ordered'), format.whole(row.ordered)], [t('outcome.orders'), format.whole(row.orders)], [t('outcome.gmv'), exact(row.gmv)]] },
    cost: costWhy(channel, row.cost, [row], t, format),
  };
}

/** How each figure of a place came about. */
export function placeWhy(it: TouchPlace, name: string, report: TouchpointReport, t: SayExperiment, format: Format): Record<'times' | 'members' | 'ordered' | 'orders' | 'gmv', Why> {
  const days = { from: report.from, until: report.until, days: report.orderDays, event: PLACE_EVENTS[it.kind] };
  const why = (title: string, note: string, formula: string, lines: FormulaLine[]): Why => ({ name: `${name} · ${title}`, note, formula, lines });
  const members: FormulaLine = [t('experiment.members'), format.whole(it.members)];
  const times: FormulaLine = [t('reports.place.times'), format.whole(it.times)];
  const ordered: FormulaLine = [t('reports.step.ordered'), format.whole(it.ordered)];
  return {
    times: why(t('reports.place.times'), t('formula.place.times', days), t('formula.count.events'), [times, members, [`${t('reports.place.times')} / ${t('experiment.members')}`, exact(it.times / Math.max(1, it.members))]]),
    members: why(t('experiment.members'), t('formula.place.members', days), t('formula.count.members'), [times, members]),
    ordered: why(t('reports.step.ordered'), t('formula.place.ordered', days), t('formula.count.members'), [ordered, members, [`${t('reports.step.ordered')} / ${t('experiment.members')}`, exact(it.ordered / Math.max(1, it.members))]]),
    orders: why(t('outcome.orders'), t('formula.place.orders', days), 'Σ o', [ordered, [t('outcome.orders'), format.whole(it.orders)]]),
    gmv: why(t('outcome.gmv'), t('formula.place.orders', days), 'Σ g', [[t('outcome.orders'), format.whole(it.orders)], [t('outcome.gmv'), exact(it.gmv)]]),
  };
}

const PLACE_EVENTS = { MENU: 'Menu Tapped', CODE: 'Code Scanned', CONTENT: 'Link Clicked' } as const;

/** Whether as many are held out as were to be: χ² of two arms. */
export function ratioWhy(of: Against, t: SayExperiment, format: Format): Why {
  const n = of.heldOut + of.reached;
  const expected = n * of.share;
  const square = (of.heldOut - expected) ** 2;
  return {
    name: t('formula.chi'), note: t('formula.chi.note'), formula: 'e  = N · w\nχ² = Σ (n − e)² / e\np  = P( χ²(1) > χ² )',
    lines: [
      ['w', exact(of.share)], ['N', format.whole(n)], [`n ${t('formula.heldOut')}`, format.whole(of.heldOut)], [`e ${t('formula.heldOut')}`, exact(expected)],
      ...(expected > 0 && n > expected ? [['χ²', exact(square / expected + square / (n - expected))] as FormulaLine] : []), ['p', exact(of.pValue)], [t('formula.chi.limit'), '0.001'],
    ],
  };
}
