import { Input, Select, Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { LAYERS, LEVELS, STAGES, type Member } from '../api/model';
import { useAddress } from '../shell/address';
import { Paging } from '../shell/Paging';
import { PageHead } from '../shell/page';
import { Answer, Nothing } from '../shell/states';
import { useText } from '../text/language';
import { SmallDimensions } from './Dimensions';
import { Identifier } from './Identifier';
import { useMembers } from './members';
import { LayerSign, LevelSign, StageSign } from './signs';

const FILTERS = ['q', 'stage', 'layer', 'level', 'minValue'];

export default function MembersPage() {
  const { t, format } = useText();
  const { at, set, sort, sorted, onSort } = useAddress('-value');
  const cursor = at('cursor');
  const members = useMembers({ sort, cursor, stage: at('stage'), layer: at('layer'), level: at('level'), minValue: at('minValue'), q: at('q') });
  const filtered = FILTERS.some((it) => at(it) !== undefined);
  const by = (key: string) => ({ key, dataIndex: key, sorter: true, sortOrder: sorted(key), align: 'right' as const });
  const columns: TableColumnsType<Member> = [
    {
      title: t('members.name'), key: 'no', fixed: 'left',
      render: (_, it) => (
        <>
          <Link to={`/members/${it.no}`}>{it.name ?? `#${it.no}`}</Link>
          <div className="quiet identifier"><BestKnown of={it} /></div>
        </>
      ),
    },
    { title: t('member.value'), ...by('value'), render: (value: number | null, it) => <strong className={it.highValue ? 'high' : ''}>{format.score(value)}</strong> },
    { title: t('members.dimensions'), key: 'dimensions', render: (_, it) => <SmallDimensions of={it} /> },
    { title: t('overview.level'), dataIndex: 'level', render: (_, it) => <LevelSign of={it.level} /> },
    { title: t('member.stage'), dataIndex: 'stage', render: (_, it) => <StageSign of={it.stage} /> },
    { title: t('member.layer'), dataIndex: 'layer', render: (_, it) => <LayerSign of={it.layer} /> },
    { title: t('overview.orders'), ...by('orders'), render: format.whole },
    { title: t('overview.spend'), ...by('spend'), render: format.money },
    { title: t('member.lastSeen'), ...by('lastSeen'), render: format.day },
  ];
  const choice = <T extends string>(name: string, label: string, values: readonly T[], word: (value: T) => string) => (
    <Select className="choice" allowClear placeholder={label} aria-label={label} value={values.find((it) => it === at(name))} onChange={(value: T | undefined) => set({ [name]: value })} options={values.map((value) => ({ value, label: word(value) }))} />
  );
  return (
    <>
      <PageHead title={t('members.title')} note={t('members.question')} />
      <section className="panel">
        <div className="filters">
          <Input.Search key={at('q') ?? ''} className="search" allowClear defaultValue={at('q') ?? ''} placeholder={t('members.search')} aria-label={t('members.search')} onSearch={(q) => set({ q: q.trim() })} />
          {choice('level', t('overview.level'), LEVELS, (it) => t(`level.${it}`))}
          {choice('stage', t('member.stage'), STAGES, (it) => t(`stage.${it}`))}
          {choice('layer', t('member.layer'), LAYERS, (it) => t(`layer.${it}`))}
          {choice('minValue', t('members.minValue'), ['20', '40', '60', '80'], (it) => t('members.above', { n: it }))}
        </div>
        <Answer of={members}>
          {({ items, next }) => (
            <>
              <Table
                size="middle"
                rowKey="no"
                columns={columns}
                dataSource={items}
                onChange={onSort}
                sortDirections={['descend', 'ascend']}
                loading={members.isPlaceholderData}
                pagination={false}
                showSorterTooltip={false}
                scroll={{ x: 'max-content' }}
                locale={{ emptyText: <Nothing title={filtered ? t('state.nothing') : t('overview.empty')} /> }}
              />
              <Paging cursor={cursor} next={next} go={(to) => set({ cursor: to })} />
            </>
          )}
        </Answer>
      </section>
    </>
  );
}

/** The identifier an operator knows a member by: the phone, else the strongest. */
function BestKnown({ of: { identifiers } }: { of: Member }) {
  const best = identifiers.find((it) => it.kind === 'phone') ?? identifiers[0];
  return best === undefined ? null : <Identifier of={best} />;
}
