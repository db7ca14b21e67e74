import { Table, type TableColumnsType } from 'antd';
import type { TouchPlace, TouchpointReport } from '../api/model';
import { Panel } from '../chart/Panel';
import { Opens } from './Opens';
import { placeWhy } from './reportWhy';
import { useExperimentText } from './words';

/** Where members came of their own accord or by a link: menu items, codes, pieces of content, and what they ordered after it. */
export function Places({ report }: { report: TouchpointReport }) {
  const { t, format } = useExperimentText();
  const name = (it: TouchPlace) => it.name ?? (it.key === '' ? t('reports.place.unnamed') : it.key);
  const whyOf = (it: TouchPlace) => placeWhy(it, name(it), report, t, format);
  const columns: TableColumnsType<TouchPlace> = [
    { title: t('reports.place'), key: 'place', fixed: 'left', render: (_, it) => <><strong>{name(it)}</strong><div className="quiet">{t(`reports.place.${it.kind}`)}</div></> },
    { title: t('reports.place.times'), key: 'times', align: 'right', render: (_, it) => <Opens of={whyOf(it).times}>{format.short(it.times)}</Opens> },
    { title: t('experiment.members'), key: 'members', align: 'right', render: (_, it) => <Opens of={whyOf(it).members}>{format.short(it.members)}</Opens> },
    { title: t('reports.step.ordered'), key: 'ordered', align: 'right', render: (_, it) => <><Opens of={whyOf(it).ordered}>{format.short(it.ordered)}</Opens><div className="quiet">{format.share(it.ordered / it.members)}</div></> },
    { title: t('outcome.orders'), key: 'orders', align: 'right', render: (_, it) => <Opens of={whyOf(it).orders}>{format.short(it.orders)}</Opens> },
    { title: t('outcome.gmv'), key: 'gmv', align: 'right', render: (_, it) => <Opens of={whyOf(it).gmv}>{format.shortMoney(it.gmv)}</Opens> },
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
