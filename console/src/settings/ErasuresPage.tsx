import { Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import type { ErasureWork } from '../api/model';
import { Panel } from '../chart/Panel';
import { StateTag } from '../collect/StateTag';
import { useAddress } from '../shell/address';
import { Going } from '../shell/Going';
import { PageHead } from '../shell/page';
import { Paging } from '../shell/Paging';
import { Answer, Nothing } from '../shell/states';
import { useErasures } from '../value/members';
import { useSettingsText } from './words';
import './settings.css';

/** Every erasure, the newest first, with how far it is; each leads to its certificate. */
export default function ErasuresPage() {
  const { t, format } = useSettingsText();
  const { at, set } = useAddress('');
  const cursor = at('cursor');
  const erasures = useErasures(cursor);
  const columns: TableColumnsType<ErasureWork> = [
    { title: t('erasures.certificate'), dataIndex: 'id', render: (id: number, it) => <Link to={`/members/${it.memberNo}?certificate=${id}`} data-testid={`erasure-${id}`}>{id}</Link> },
    { title: t('erasures.member'), dataIndex: 'memberNo', render: (no: number) => `#${no}` },
    { title: t('erasures.state'), dataIndex: 'state', render: (_, it) => <HowFar it={it} /> },
    { title: t('erasures.by'), dataIndex: 'askedBy' },
    { title: t('erasures.startedAt'), dataIndex: 'startedAt', render: format.time },
    { title: t('erasures.finishedAt'), dataIndex: 'finishedAt', render: format.time },
    { title: t('erasures.rows'), dataIndex: 'rows', align: 'right', render: format.whole },
    { title: t('erasures.reason'), dataIndex: 'reason', render: (reason: string) => <span className="detail">{reason}</span> },
  ];
  return (
    <>
      <PageHead title={t('nav.erasures')} note={t('erasures.question')} />
      <Panel title={t('nav.erasures')} note={t('erasures.note')}>
        <Answer of={erasures}>
          {({ items, next }) => (items.length === 0 ? <Nothing title={t('erasures.none')} /> : (
            <>
              <Table<ErasureWork> size="small" rowKey="id" pagination={false} loading={erasures.isPlaceholderData} scroll={{ x: 'max-content' }} columns={columns} dataSource={items} />
              <Paging cursor={cursor} next={next} go={(to) => set({ cursor: to })} />
            </>
          ))}
        </Answer>
      </Panel>
    </>
  );
}

function HowFar({ it }: { it: ErasureWork }) {
  const { t } = useSettingsText();
  if (it.state === 'DONE') return <StateTag state="DONE" />;
  return (
    <>
      <Going percent={it.percent} label={t('work.erasure', { no: String(it.memberNo) })} />
      {it.stores !== null && <span className="quiet">{t('erasures.stores', { done: it.storesDone, of: it.stores })}</span>}
      {it.problem !== null && <div className="quiet">{t('work.again')}</div>}
    </>
  );
}
