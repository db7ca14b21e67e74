import { Table, type TableColumnsType } from 'antd';
import type { ExplainedMeasure, ExplainedRfm } from '../api/model';
import { Wide } from '../shell/Wide';
import { inSigns, ranges } from './rfmRanges';
import { useWhy } from './whyWords';

const MEASURES = ['recency', 'frequency', 'monetary'] as const;
type Name = (typeof MEASURES)[number];
interface Row extends ExplainedMeasure {
  name: Name;
}

/** The RFM cell: the three figures between the bounds of the scores. */
export function WhyRfm({ of }: { of: ExplainedRfm | null }) {
  const { t, format } = useWhy();
  const write = (name: Name) => (name === 'monetary' ? format.money : format.whole);
  const short = (name: Name) => (name === 'monetary' ? format.shortMoney : format.whole);
  const columns: TableColumnsType<Row> = [
    { title: t('why.rfm.measure'), dataIndex: 'name', render: (name: Name) => t(`why.rfm.${name}`) },
    { title: t('why.rfm.figure'), key: 'figure', align: 'right', render: (_, it) => <data value={it.figure}>{write(it.name)(it.figure)}</data> },
    { title: t('why.rfm.score'), dataIndex: 'score', align: 'right', render: (score: number) => <strong>{score}</strong> },
    ...[1, 2, 3, 4, 5].map((score) => ({
      title: t('why.rfm.is', { score }), key: score, align: 'right' as const,
      render: (_: unknown, it: Row) => {
        const fewer = it.name === 'recency';
        const range = ranges(it.bounds, fewer)[score - 1] ?? null;
        const words = inSigns(range, fewer, short(it.name));
        return <span title={inSigns(range, fewer, write(it.name))} className={it.score === score ? 'why-own' : 'quiet'} aria-current={it.score === score ? 'true' : undefined}>{words}</span>;
      },
    })),
  ];
  return (
    <section className="why-part" data-testid="why-rfm">
      <h3>{t('why.rfm')} {of !== null && <span className="quiet">{t('member.rfm', { r: of.recency.score, f: of.frequency.score, m: of.monetary.score })}</span>}</h3>
      {of === null ? <p className="quiet">{t('rfm.none')}</p> : (
        <>
          <p className="quiet">{t('why.rfm.note')}</p>
          <Wide label={t('why.rfm')}><Table size="small" rowKey="name" columns={columns} dataSource={MEASURES.map((name) => ({ name, ...of[name] }))} pagination={false} /></Wide>
        </>
      )}
    </section>
  );
}
