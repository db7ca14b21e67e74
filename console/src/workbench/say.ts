import type { GuideFigures, TaskCard, TaskMessage } from '../api/model';
import type { SayJourney } from '../journey/words';
import type { Format } from '../text/format';

/** Why a task stands where it stands. */
export function sayPlace({ place }: Pick<TaskCard, 'place'>, t: SayJourney, format: Format): string {
  if (place.by === 'EXPECTED' && place.spend !== null) {
    const spend = format.money(place.spend);
    return place.chance === null ? t('task.place.spend', { spend }) : t('task.place.EXPECTED', { spend, chance: format.share(place.chance) });
  }
  return place.by === 'DUE' ? t('task.place.DUE') : t('task.place.VALUE');
}

/** What became of a message that was sent from here. */
export function sayMessage(message: TaskMessage, t: SayJourney): string {
  if (message.deliveredAt !== null) return t('task.message.delivered');
  switch (message.state) {
    case 'WAITING': case 'SENDING': return t('task.message.waiting');
    case 'SENT': return t('task.message.confirm');
    case 'SUPPRESSED': return t('task.message.suppressed');
    default: return t('task.message.failed');
  }
}

/** What follows from a guide's figures; null where there is nothing to divide by. */
export function rates(of: GuideFigures) {
  const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);
  return {
    replies: share(of.replied, of.said),
    conversion: share(of.ordered, of.spokenTo),
    ordersADay: share(of.orders, of.days),
    amountADay: share(of.amount, of.days),
  };
}
