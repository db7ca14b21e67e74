import type { EventSummary } from '../api/model';
import type { SayData } from './words';

/** Where an event counts by the standard catalogue, or that the brand named it itself. */
export function standing({ standard }: EventSummary, t: SayData): string {
  if (standard === null) return t('events.own');
  return standard.dimension === null ? t('events.standard') : t(`dimension.${standard.dimension}`);
}
