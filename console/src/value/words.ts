import { LAYERS, LEVELS, STAGES } from '../api/model';
import type { Say, TextKey } from '../text/language';
import type { filters } from '../text/zh/filters';
import { bound, CALENDAR, DAYS, RANGES, YES_OR_NO, type Column, type Range } from './question';

type FilterKey = keyof typeof filters;

/** A figure that a list can be bounded by, in words. */
export function rangeWord(t: Say, range: Range): string {
  switch (range) {
    case 'value': return t('member.value');
    case 'spend': return t('overview.spend');
    case 'orders': return t('overview.orders');
    case 'recency': return t('filters.recency');
    case 'pAlive': return t('members.pAlive');
    case 'expectedOrders': return t('members.expectedOrders');
    case 'expectedSpend': return t('members.expectedSpend');
    default: return t(`dimension.${range}`);
  }
}

export function columnWord(t: Say, column: Column): string {
  switch (column) {
    case 'value': return t('member.value');
    case 'consumption': case 'content': case 'interaction': case 'social': return t(`dimension.${column}`);
    case 'dimensions': return t('member.dimensions');
    case 'level': return t('overview.level');
    case 'stage': return t('member.stage');
    case 'layer': return t('member.layer');
    case 'rfm': return 'RFM';
    case 'recency': return t('member.recency');
    case 'orders': return t('overview.orders');
    case 'spend': return t('overview.spend');
    case 'pAlive': return t('members.pAlive');
    case 'expectedOrders365': return t('members.expectedOrders');
    case 'expectedSpend365': return t('members.expectedSpend');
    case 'channel': return t('members.channel');
    case 'joined': return t('members.joined');
    case 'firstSeen': return t('member.firstSeen');
    case 'lastSeen': return t('member.lastSeen');
  }
}

/** A class that stands in a filter, by its word; anything else as it is. */
export function classWord(t: Say, name: string, value: string): string {
  const stage = STAGES.find((it) => it === value);
  const layer = LAYERS.find((it) => it === value);
  const level = LEVELS.find((it) => it === value);
  if (name === 'stage' && stage !== undefined) return t(`stage.${stage}`);
  if (name === 'layer' && layer !== undefined) return t(`layer.${layer}`);
  if (name === 'level' && level !== undefined) return t(`level.${level}`);
  return value;
}

/** A filter by its name in the address, in words. */
export function filterWord(t: Say<TextKey | FilterKey>, name: string): string {
  const calendar = CALENDAR.find((it) => it === name);
  if (calendar !== undefined) return t(`filters.${calendar}`);
  if (name === 'minFirstOrderDays' || name === 'maxFirstOrderDays') return t('filters.firstOrderDays');
  const range = RANGES.find((it) => name === bound('min', it) || name === bound('max', it));
  if (range !== undefined) return rangeWord(t, range);
  const day = DAYS.find((it) => name === `${it}From` || name === `${it}To`);
  if (day !== undefined) return t(`filters.${day}`);
  const whether = YES_OR_NO.find((it) => it === name);
  if (whether !== undefined) return t(`filters.${whether}`);
  switch (name) {
    case 'q': return t('members.search');
    case 'trait': return t('filters.trait');
    case 'stage': return t('member.stage');
    case 'layer': return t('member.layer');
    case 'level': return t('overview.level');
    case 'channel': return t('members.channel');
    case 'tag': return t('members.tag');
    case 'r': case 'f': case 'm': return name.toUpperCase();
    default: return name;
  }
}
