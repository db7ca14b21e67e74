import type { TableColumnsType } from 'antd';
import { Link } from 'react-router';
import type { Dimension, Member } from '../api/model';
import { useText } from '../text/language';
import { SmallDimensions } from './Dimensions';
import { Identifier } from './Identifier';
import type { Column } from './question';
import { LayerSign, LevelSign, StageSign } from './signs';

type Order = 'ascend' | 'descend' | null;

/** Pixels: a column is as wide whichever members are in sight. */
const WIDTH: Record<Column, number> = {
  value: 134, dimensions: 138, consumption: 116, content: 92, interaction: 108, social: 92, level: 110, stage: 96, layer: 150, rfm: 110, recency: 116, orders: 88, spend: 124, pAlive: 110, expectedOrders365: 130, expectedSpend365: 150, channel: 130, joined: 116, firstSeen: 116, lastSeen: 116,
};

/** The chosen columns of the list, after the one that says who. */
export function useColumns(chosen: readonly Column[], sorted: (name: string) => Order): TableColumnsType<Member> {
  const { t, format } = useText();
  const by = (key: string) => ({ key, sorter: true, sortOrder: sorted(key), align: 'right' as const });
  const score = (dimension: Dimension): TableColumnsType<Member>[number] => ({ title: t(`dimension.${dimension}`), ...by(dimension), render: (_, it) => format.score(it[dimension]) });
  const all: Record<Column, TableColumnsType<Member>[number]> = {
    value: { title: t('member.value'), ...by('value'), render: (_, it) => <strong className={it.highValue ? 'high' : ''}>{format.score(it.value)}</strong> },
    dimensions: { title: t('member.dimensions'), key: 'dimensions', render: (_, it) => <SmallDimensions of={it} /> },
    consumption: score('consumption'),
    content: score('content'),
    interaction: score('interaction'),
    social: score('social'),
    level: { title: t('overview.level'), key: 'level', render: (_, it) => <LevelSign of={it.level} /> },
    stage: { title: t('member.stage'), key: 'stage', render: (_, it) => <StageSign of={it.stage} /> },
    layer: { title: t('member.layer'), key: 'layer', render: (_, it) => <LayerSign of={it.layer} /> },
    rfm: { title: 'RFM', key: 'rfm', render: (_, { rfm }) => (rfm?.r === null || rfm?.r === undefined ? <span className="quiet">—</span> : `${rfm.r} · ${rfm.f ?? '—'} · ${rfm.m ?? '—'}`) },
    recency: { title: t('member.recency'), ...by('recency'), render: (_, { rfm }) => (rfm?.recencyDays === null || rfm?.recencyDays === undefined ? '—' : t('member.days', { n: format.whole(rfm.recencyDays) })) },
    orders: { title: t('overview.orders'), ...by('orders'), render: (_, it) => format.whole(it.orders) },
    spend: { title: t('overview.spend'), ...by('spend'), render: (_, it) => format.money(it.spend) },
    pAlive: { title: t('members.pAlive'), ...by('pAlive'), render: (_, it) => format.share(it.lifetime?.pAlive) },
    expectedOrders365: { title: t('members.expectedOrders'), ...by('expectedOrders365'), render: (_, it) => format.score(it.lifetime?.expectedOrders365) },
    expectedSpend365: { title: t('members.expectedSpend'), ...by('expectedSpend365'), render: (_, it) => format.money(it.lifetime?.expectedSpend365) },
    channel: { title: t('members.channel'), key: 'channel', render: (_, it) => it.channel ?? <span className="quiet">—</span> },
    joined: { title: t('members.joined'), key: 'joined', render: (_, it) => format.day(it.joined) },
    firstSeen: { title: t('member.firstSeen'), ...by('firstSeen'), render: (_, it) => format.day(it.firstSeen) },
    lastSeen: { title: t('member.lastSeen'), ...by('lastSeen'), render: (_, it) => format.day(it.lastSeen) },
  };
  return [
    {
      title: t('members.name'), key: 'no', fixed: 'left', width: 180,
      render: (_, it) => (
        <>
          <Link to={`/members/${it.no}`}>{it.name ?? `#${it.no}`}</Link>
          <div className="quiet identifier"><BestKnown of={it} /></div>
        </>
      ),
    },
    ...chosen.map((it) => ({ ...all[it], width: WIDTH[it], ellipsis: true })),
  ];
}

/** The identifier an operator knows a member by: the phone, else the strongest. */
function BestKnown({ of: { identifiers } }: { of: Member }) {
  const best = identifiers.find((it) => it.kind === 'phone') ?? identifiers[0];
  return best === undefined ? null : <Identifier of={best} />;
}
