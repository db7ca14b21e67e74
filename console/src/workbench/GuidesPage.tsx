import { useQuery } from '@tanstack/react-query';
import { Button, Select, Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { get } from '../api/client';
import type { GuideFigures, PageOf } from '../api/model';
import '../journey/journey.css';
import { useJourneyText } from '../journey/words';
import { useAddress } from '../shell/address';
import { PageHead } from '../shell/page';
import { Answer, Nothing } from '../shell/states';
import { rates } from './say';

const DAYS = [7, 30, 90] as const;
const WITHIN = [0, 3, 7, 14, 30] as const;

/** What each guide did, and what it brought. */
export default function GuidesPage() {
  const { t, format } = useJourneyText();
  const { at, set } = useAddress('');
  const days = DAYS.find((it) => String(it) === at('days')) ?? 30;
  const within = WITHIN.find((it) => String(it) === at('within')) ?? 7;
  const guides = useQuery({ queryKey: ['guide-figures', days, within], queryFn: () => get<PageOf<GuideFigures>>('/api/workbench/guides', { days, within }) });
  const number = (title: string, of: (it: GuideFigures) => number | null, shown: (n: number | null) => string) => ({
    title, key: title, align: 'right' as const, render: (_: unknown, it: GuideFigures) => shown(of(it)), sorter: (a: GuideFigures, b: GuideFigures) => (of(a) ?? -1) - (of(b) ?? -1),
  });
  const columns: TableColumnsType<GuideFigures> = [
    { title: t('workload.guide'), dataIndex: 'guide', fixed: 'start', render: (name: string) => <strong>{name}</strong> },
    number(t('guides.open'), (it) => it.open, format.whole),
    number(t('guides.late'), (it) => it.late, format.whole),
    number(t('guides.done'), (it) => it.done, format.whole),
    number(t('guides.replies'), (it) => rates(it).replies, format.share),
    number(t('guides.spokenTo'), (it) => it.spokenTo, format.whole),
    number(t('guides.conversion'), (it) => rates(it).conversion, format.share),
    number(t('guides.orders'), (it) => it.orders, format.whole),
    number(t('guides.amount'), (it) => it.amount, format.money),
    number(t('guides.days'), (it) => it.days, format.whole),
    number(t('guides.ordersADay'), (it) => rates(it).ordersADay, format.score),
    number(t('guides.amountADay'), (it) => rates(it).amountADay, format.money),
  ];
  return (
    <>
      <PageHead title={t('guides.title')} note={t('guides.question')}>
        <Link to="/workbench"><Button>{t('nav.workbench')}</Button></Link>
      </PageHead>
      <div className="filters">
        <Select aria-label={t('guides.span')} value={days} options={DAYS.map((value) => ({ value, label: t('guides.span.say', { n: value }) }))} onChange={(to) => set({ days: to === 30 ? undefined : String(to) })} />
        <Select aria-label={t('guides.within')} value={within} options={WITHIN.map((value) => ({ value, label: value === 0 ? t('guides.within.same') : t('guides.within.say', { n: value }) }))} onChange={(to) => set({ within: to === 7 ? undefined : String(to) })} />
      </div>
      <section className="panel">
        <Answer of={guides}>
          {({ items }) => (items.length === 0 ? <Nothing title={t('guides.none')} /> : <Table<GuideFigures> size="middle" rowKey="guide" pagination={false} scroll={{ x: 'max-content' }} columns={columns} dataSource={items} />)}
        </Answer>
        <p className="quiet">{t('guides.note', { n: within })}</p>
      </section>
    </>
  );
}

/** A guide's own figures in a line, above the tasks. */
export function OwnFigures() {
  const { t, format } = useJourneyText();
  const own = useQuery({ queryKey: ['guide-figures', 'me'], queryFn: () => get<GuideFigures>('/api/workbench/guides/me') });
  if (own.data === undefined || own.data.done === 0) return null;
  const { done, orders, amount } = own.data;
  const { replies, conversion, amountADay } = rates(own.data);
  return (
    <p className="quiet own-figures" data-testid="own-figures">
      {t('guides.own', { done: format.whole(done), replies: format.share(replies), conversion: format.share(conversion), orders: format.whole(orders), amount: format.money(amount), amountADay: format.money(amountADay) })}
    </p>
  );
}
