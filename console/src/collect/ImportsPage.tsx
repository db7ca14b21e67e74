import { Button, Progress, Segmented, Table, type TableColumnsType } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { useMay } from '../access/roles';
import type { Import } from '../api/model';
import { Behind } from '../shell/Behind';
import { PageHead } from '../shell/page';
import { Answer, Nothing } from '../shell/states';
import { useKeptPlace } from '../shell/place';
import { isBusy } from '../shell/work';
import { useText } from '../text/language';
import { historyKey, SHOWN, useHistory, useLatest, useUndos, withLatest, type Shown } from './imports';
import { StateTag } from './StateTag';

export default function ImportsPage() {
  const { t, format } = useText();
  const operator = useMay('OPERATOR');
  const undone = new Map((useUndos().data?.items ?? []).map((it) => [it.importId, it.state]));
  const [parameters, setParameters] = useSearchParams();
  const shown: Shown = SHOWN.find((it) => it === parameters.get('show')) ?? 'all';
  const history = useHistory(shown);
  const latest = useLatest();
  useKeptPlace(history.data !== undefined);
  const columns: TableColumnsType<Import> = [
    { title: t('imports.file'), dataIndex: 'fileName', render: (name: string, it) => <Link to={`/data/imports/${it.id}`}>{name}</Link>, ellipsis: true },
    { title: t('imports.source'), dataIndex: 'source', responsive: ['md'], ellipsis: true },
    { title: t('imports.state'), dataIndex: 'state', width: 190, render: (_, it) => (isBusy(it.state) ? <Progress percent={Math.floor(it.percent ?? 0)} size="small" aria-label={it.fileName} /> : <><StateTag state={it.state} />{undone.has(it.id) && <div className="quiet">{t(`imports.undo.${undone.get(it.id) ?? 'DONE'}`)}</div>}</>) },
    { title: t('imports.accepted'), dataIndex: 'accepted', align: 'right', render: format.whole },
    { title: t('imports.duplicate'), dataIndex: 'duplicate', align: 'right', responsive: ['lg'], render: format.whole },
    { title: t('imports.rejected'), dataIndex: 'rejected', align: 'right', render: format.whole },
    { title: t('imports.started'), dataIndex: 'createdAt', width: 160, responsive: ['lg'], render: format.time },
    { title: t('imports.took'), dataIndex: 'seconds', align: 'right', responsive: ['md'], render: format.duration },
  ];
  return (
    <>
      <PageHead title={t('imports.title')} note={t('imports.question')}>
        {operator && <Link to="/data/imports/new"><Button type="primary">{t('imports.new')}</Button></Link>}
      </PageHead>
      <section className="panel">
        <Segmented className="filter" value={shown} onChange={(value) => setParameters(value === 'all' ? {} : { show: value }, { replace: true })} options={SHOWN.map((value) => ({ value, label: t(`imports.show.${value}`) }))} />
        <Behind of={history} queryKey={historyKey(shown)} />
        <Answer of={history}>
          {({ pages }) => (
            <>
              <Table
                size="middle"
                rowKey="id"
                columns={columns}
                dataSource={withLatest(pages.flatMap((page) => page.items), latest, shown)}
                pagination={false}
                scroll={{ x: 'max-content' }}
                locale={{ emptyText: <Nothing title={t(shown === 'all' ? 'imports.none' : 'state.nothing')}>{shown === 'all' && operator && <Link to="/data/imports/new"><Button>{t('imports.new')}</Button></Link>}</Nothing> }}
              />
              {history.hasNextPage && <Button className="further" block loading={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()} data-testid="more">{t('imports.more')}</Button>}
            </>
          )}
        </Answer>
      </section>
    </>
  );
}
