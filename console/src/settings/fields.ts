import { DIMENSIONS, LEVELS } from '../api/model';
import type { SaySettings } from './words';

/** The single fields of a value model that have a name of their own. */
const NAMED = [
  'highValueAbove', 'passive',
  'stages.interest.months', 'stages.interest.events', 'stages.purchase.months', 'stages.loyalty.months', 'stages.loyalty.orders',
  'stages.loyalty.withinDays', 'stages.loyalty.advocacy',
  'layers.activeDays', 'layers.withinDays', 'layers.orders', 'layers.ordersWithinDays',
  'rfm.method', 'rfm.windowDays', 'rfm.recencyDays', 'rfm.frequency', 'rfm.monetary',
  'topSpenders.share', 'topSpenders.days', 'topSpenders.monthDays',
] as const;
export type NamedField = (typeof NAMED)[number];

const PARTS = ['event', 'dimension', 'points', 'pointsPerAmount', 'halfLifeDays', 'dailyCap', 'weight', 'scale', 'influence', 'topShare'] as const;
export type PartName = (typeof PARTS)[number];

/** A field of a model in words: `events[Order Completed].points` is the points of that event. */
export function fieldInWords(field: string, t: SaySettings, eventName: (event: string) => string): string {
  const list = /^(.*)\[(.*?)\](?:\.(\w+))?$/.exec(field);
  if (list !== null) {
    const [, path = '', entry = '', part] = list;
    if (path === 'events') return `${eventName(entry)} · ${partInWords(part ?? '', t)}`;
    return `${nameInWords(path, t)} · ${eventName(entry)}`;
  }
  return nameInWords(field, t);
}

function nameInWords(path: string, t: SaySettings): string {
  const named = NAMED.find((it) => it === path);
  if (named !== undefined) return t(`model.field.${named}`);
  const steps = path.split('.');
  return steps.flatMap((step) => (step === 'dimensions' || step === 'levels' ? [] : [partInWords(step, t)])).join(' · ');
}

function partInWords(step: string, t: SaySettings): string {
  const dimension = DIMENSIONS.find((it) => it === step);
  if (dimension !== undefined) return t(`dimension.${dimension}`);
  const level = LEVELS.find((it) => it.toLowerCase() === step);
  if (level !== undefined) return t(`level.${level}`);
  const part = PARTS.find((it) => it === step);
  return part === undefined ? step : t(`model.part.${part}`);
}
