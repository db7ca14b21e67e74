import { Button, Progress, Segmented, Table, type TableColumnsType } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { useMay } from '../access/roles';
import type { Import } from '../api/model';
import { PageHead } from '../shell/page';
import { Answer, Nothing } from '../shell/states';
import { isBusy, useImports } from '../shell/work';
import { useText } from '../text/language';
import { useUndos } from './imports';
import { StateTag } from './StateTag';

const SHOWN = ['all', 'busy', 'rejected', 'failed'] as const;
type Shown = (typeof SHOWN)[number];

export default function ImportsPage() {
  const { t, format } = useText();
  const imports = useImports();
  const operator = useMay('OPERATOR');
  const undone = new Map((useUndos().data?.items ?? []).map((it) => [it.importId, it.state]));
  const [parameters, setParameters] = useSearchParams();
  const shown: Shown = SHOWN.find((it) => it === parameters.get('show')) ?? 'all';
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
        <Answer of={imports}>
          {({ items }) => (
            <Table
              size="middle"
              rowKey="id"
              columns={columns}
              dataSource={items.filter((it) => fits(it, shown))}
              pagination={false}
              scroll={{ x: 'max-content' }}
              locale={{ emptyText: <Nothing title={items.length === 0 ? t('imports.none') : t('state.nothing')}>{items.length === 0 && operator && <Link to="/data/imports/new"><Button>{t('imports.new')}</Button></Link>}</Nothing> }}
            />
          )}
        </Answer>
      </section>
    </>
  );
}

function fits(it: Import, shown: Shown): boolean {
  switch (shown) {
    case 'all': return true;
    case 'busy': return isBusy(it.state);
    case 'rejected': return it.rejected > 0;
    case 'failed': return it.state === 'FAILED' || it.state === 'CANCELLED';
  }
}
