import { Table, type TableColumnsType } from 'antd';
import type { TouchPlace, TouchpointReport } from '../api/model';
import { Panel } from '../chart/Panel';
import { useExperimentText } from './words';

/** Where members came of their own accord or by a link: menu items, codes, pieces of content, and what they ordered after it. */
export function Places({ report }: { report: TouchpointReport }) {
  const { t, format } = useExperimentText();
  const name = (it: TouchPlace) => it.name ?? (it.key === '' ? t('reports.place.unnamed') : it.key);
  const columns: TableColumnsType<TouchPlace> = [
    { title: t('reports.place'), key: 'place', fixed: 'left', render: (_, it) => <><strong>{name(it)}</strong><div className="quiet">{t(`reports.place.${it.kind}`)}</div></> },
    { title: t('reports.place.times'), dataIndex: 'times', align: 'right', render: format.short },
    { title: t('experiment.members'), dataIndex: 'members', align: 'right', render: format.short },
    { title: t('reports.step.ordered'), key: 'ordered', align: 'right', render: (_, it) => <>{format.short(it.ordered)}<div className="quiet">{format.share(it.ordered / it.members)}</div></> },
    { title: t('outcome.orders'), dataIndex: 'orders', align: 'right', render: format.short },
    { title: t('outcome.gmv'), dataIndex: 'gmv', align: 'right', render: format.shortMoney },
  ];
  return (
    <Panel
      title={t('reports.places')}
      note={t('reports.places.note', { days: report.orderDays })}
      figures={{ columns: [t('reports.place.kind'), t('reports.place'), t('reports.place.times'), t('experiment.members'), t('reports.step.ordered'), t('outcome.orders'), t('outcome.gmv')], rows: report.places.map((it) => [t(`reports.place.${it.kind}`), name(it), it.times, it.members, it.ordered, it.orders, it.gmv]) }}
    >
      <Table size="middle" rowKey={(it) => `${it.kind} ${it.key}`} columns={columns} dataSource={report.places} pagination={false} scroll={{ x: 'max-content' }} />
    </Panel>
  );
}
