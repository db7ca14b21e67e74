import { Button, Table } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { SilentNewcomer } from '../api/model';
import type { Expression } from '../audience/expression';
import { asAudience } from '../audience/opened';
import { Panel } from '../chart/Panel';
import { Paging } from '../shell/Paging';
import { Answer } from '../shell/states';
import { useWords } from '../text/language';
import { useSilent, type SilentOf } from './calls';
import { WORDS } from './words';

const SILENT_AFTER = 3;

/** The same question as an audience, which goes by whole days: came, and said nothing since. */
function expression(days: number): Expression {
  const did = (name: string, during: { kind: 'ago'; from: number; to: number }): Expression => ({ kind: 'did', event: { name, where: [] }, during, measure: 'COUNT', is: { atLeast: 1 } });
  const since = { kind: 'ago', from: days, to: 0 } as const;
  return { kind: 'all', of: [
    did('Friend Added', { kind: 'ago', from: days, to: Math.min(SILENT_AFTER, days) }),
    { kind: 'not', of: did('Message Replied', since) }, { kind: 'not', of: did('Friend Removed', since) },
  ] };
}

/** Newcomers who have said nothing, and who is to take them up. */
export function SilentPanel({ days, of, title, close }: { days: number; of: SilentOf; title: string; close: () => void }) {
  const { t, format } = useWords(WORDS);
  const [cursor, setCursor] = useState<string>();
  const silent = useSilent(days, of, cursor);
  return (
    <Panel title={t('silent.title', { of: title })} note={t('silent.note')} tools={<><Link to={asAudience(expression(days))}>{t('silent.audience')}</Link> <Button onClick={close}>{t('silent.close')}</Button></>}>
      <Answer of={silent}>
        {({ items, next }) => (
          <>
            <Table<SilentNewcomer>
              size="middle" rowKey="member" scroll={{ x: 'max-content' }} dataSource={items} pagination={false} data-testid="silent"
              columns={[
                { title: t('silent.who'), dataIndex: 'name', fixed: 'start', render: (name: string, it) => <Link to={`/members/${it.member}`}>{name === '' ? `#${it.member}` : name}</Link> },
                { title: t('silent.guides'), dataIndex: 'guides', render: (guides: string[]) => guides.join(', ') },
                { title: t('silent.code'), dataIndex: 'liveCodes', render: (codes: string[]) => codes.join(', ') },
                { title: t('silent.since'), dataIndex: 'since', render: (at: string) => format.time(at) },
              ]}
            />
            <Paging cursor={cursor} next={next} go={setCursor} />
          </>
        )}
      </Answer>
    </Panel>
  );
}
