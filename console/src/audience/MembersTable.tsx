import { Table } from 'antd';
import { useAddress } from '../shell/address';
import { Paging } from '../shell/Paging';
import { Answer, Nothing } from '../shell/states';
import { useMembersIn } from './calls';
import { useMemberColumns } from './memberColumns';
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
