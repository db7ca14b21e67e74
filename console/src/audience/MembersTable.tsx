import { Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import type { AudienceMember } from '../api/model';
import { useAddress } from '../shell/address';
import { Paging } from '../shell/Paging';
import { Answer, Nothing } from '../shell/states';
import { LayerSign, LevelSign, StageSign } from '../value/signs';
import { useMembersIn } from './calls';
import { useAudienceText } from './words';

/** Who is in an audience, by number. */
export function MembersTable({ id }: { id: number }) {
  const { t } = useAudienceText();
  const { at, set } = useAddress('');
  const cursor = at('cursor');
  const members = useMembersIn(id, cursor);
  const columns = useMemberColumns(id);
  return (
    <section className="panel">
      <Answer of={members}>
        {({ items, next }) => (
          <>
            <Table size="middle" rowKey="no" columns={columns} dataSource={items} loading={members.isPlaceholderData} pagination={false} scroll={{ x: 'max-content' }} locale={{ emptyText: <Nothing title={t('aud.nobody')} /> }} />
            <Paging cursor={cursor} next={next} go={(to) => set({ cursor: to })} />
          </>
        )}
      </Answer>
    </section>
  );
}

function useMemberColumns(id: number): TableColumnsType<AudienceMember> {
  const { t, format } = useAudienceText();
  return [
    { title: t('aud.member'), key: 'name', render: (_, it) => <Link to={`/members/${it.no}`}>{it.name ?? `#${it.no}`}</Link> },
    { title: t('kind.phone'), dataIndex: 'phone', render: (phone: string | null) => phone ?? <span className="quiet">—</span> },
    { title: t('member.value'), dataIndex: 'value', align: 'right', render: format.score },
    { title: t('member.stage'), key: 'stage', render: (_, it) => <StageSign of={it.stage} /> },
    { title: t('member.layer'), key: 'layer', render: (_, it) => <LayerSign of={it.layer} /> },
    { title: t('overview.level'), key: 'level', render: (_, it) => <LevelSign of={it.level} /> },
    { title: t('members.channel'), dataIndex: 'channel', render: (channel: string | null) => channel ?? <span className="quiet">—</span> },
    { title: '', key: 'why', render: (_, it) => <Link to={`/audiences/${id}?tab=why&member=${it.no}`}>{t('aud.whyIn')}</Link> },
  ];
}
