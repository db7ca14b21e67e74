import type { Community } from '../api/model';
import type { Figures } from '../chart/Panel';
import type { Say } from '../text/language';

/** The list of communities as a file: what its table shows, exactly, and what is said of each. */
export function listFigures(all: Community[], t: Say): Figures {
  return {
    columns: [
      'id', t('community.name'), t('community.rank'), t('community.period'), t('community.value'), t('community.change'), t('overview.members'), t('community.high'),
      t('community.active'), t('community.messages'), t('overview.orders'), t('overview.spend'), t('community.age'), t('community.below'), t('community.owner', { name: '' }).trim(), t('comings.joined'), t('comings.left'),
    ],
    rows: all.map((it) => [
      it.id, it.name, it.rank, it.stage === null ? null : t(`period.${it.stage}`), it.value, it.change, it.members, it.highValueMembers,
      it.activeShare, it.messages, it.orders, it.spend, it.ageWeeks, it.belowLine?.week ?? null, it.owner, it.joined, it.left,
    ]),
  };
}
