import { Button, Segmented, Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import type { MalformedCall, SourceQuality } from '../api/model';
import { useMay } from '../access/roles';
import { Panel } from '../chart/Panel';
import { Road } from '../overview/Road';
import { useAddress } from '../shell/address';
import { Behind } from '../shell/Behind';
import { ProblemWords } from '../shell/ErrorWords';
import { Figure, PageHead } from '../shell/page';
import { Answer, Nothing } from '../shell/states';
import { Wide } from '../shell/Wide';
import { useFreshness, MALFORMED, useMalformed, useQuality } from './events';
import { useDataText } from './words';
import './data.css';

const SPANS = [7, 30, 90] as const;

/** What came late, twice, broken or under an unknown name; and how far every step of the road is. */
export default function QualityPage() {
  const { t, format } = useDataText();
  const { at, set } = useAddress('');
  const days = SPANS.find((it) => String(it) === at('days')) ?? 30;
  const quality = useQuality(days);
  const freshness = useFreshness();
  const operator = useMay('OPERATOR');
  const part = (n: number, of: number) => (of === 0 ? '—' : `${format.whole(n)} · ${format.share(n / of)}`);
  const columns: TableColumnsType<SourceQuality> = [
    { title: t('imports.source'), dataIndex: 'source', fixed: 'start', render: (source: string) => <strong>{source}</strong> },
    { title: t('quality.events'), dataIndex: 'events', align: 'right', render: format.whole },
    { title: t('quality.late'), dataIndex: 'late', align: 'right', render: (n: number, it) => part(n, it.events) },
    { title: t('quality.unknown'), dataIndex: 'unknown', align: 'right', render: (n: number, it) => part(n, it.events) },
    { title: t('quality.duplicate'), dataIndex: 'duplicate', align: 'right', render: format.whole },
    { title: t('quality.rejected'), dataIndex: 'rejected', align: 'right', render: format.whole },
    { title: t('quality.malformed'), dataIndex: 'malformed', align: 'right', render: format.whole },
    { title: t('quality.newest'), dataIndex: 'newest', render: format.time },
  ];
  return (
    <>
      <PageHead title={t('nav.quality')} note={t('quality.question')}>
        <Segmented value={days} onChange={(value) => set({ days: value === 30 ? undefined : String(value) })} options={SPANS.map((value) => ({ value, label: t('quality.days', { n: value }) }))} />
      </PageHead>
      <Answer of={quality}>
        {({ items }) => {
          const sum = (of: (it: SourceQuality) => number) => items.reduce((all, it) => all + of(it), 0);
          const events = sum((it) => it.events);
          return (
            <>
              <div className="figures figures-5">
                <Figure name="events" label={t('quality.events')} exact={events} shown={format.short(events)} title={format.whole(events)} />
                {(['late', 'unknown'] as const).map((it) => {
                  const n = sum((source) => source[it]);
                  return <Figure key={it} name={it} label={t(`quality.${it}`)} exact={n} shown={format.short(n)} title={format.whole(n)} note={events === 0 ? '—' : format.share(n / events)} />;
                })}
                <Figure name="bad" label={t('quality.rejected')} exact={sum((it) => it.rejected)} shown={format.short(sum((it) => it.rejected))} note={t('quality.duplicates', { n: format.whole(sum((it) => it.duplicate)) })} />
                <Figure name="malformed" label={t('quality.malformed')} exact={sum((it) => it.malformed)} shown={format.short(sum((it) => it.malformed))} />
              </div>
              <div className="stack">
                <div className="quality">
                  <Panel
                    title={t('quality.sources')} note={t('quality.sources.note')}
                    figures={{ columns: [t('imports.source'), t('quality.events'), t('quality.late'), t('quality.unknown'), t('quality.duplicate'), t('quality.rejected'), t('quality.malformed')], rows: items.map((it) => [it.source, it.events, it.late, it.unknown, it.duplicate, it.rejected, it.malformed]) }}
                  >
                    <Wide label={t('quality.sources')}>
                      <Table<SourceQuality> size="middle" rowKey="source" pagination={false} columns={columns} dataSource={items} locale={{ emptyText: <Nothing title={t('quality.none')}><Link to="/data/imports/new">{t('imports.new')}</Link></Nothing> }} />
                    </Wide>
                  </Panel>
                  <Answer of={freshness}>{(steps) => <Road steps={steps} />}</Answer>
                </div>
                {operator && <Malformed />}
              </div>
            </>
          );
        }}
      </Answer>
    </>
  );
}

/** Calls that were refused, as they came: what a sender does wrong. */
function Malformed() {
  const { t, format } = useDataText();
  const calls = useMalformed(true);
  const rows = calls.data?.pages.flatMap((page) => page.items) ?? [];
  const columns: TableColumnsType<MalformedCall> = [
    { title: t('tail.received'), dataIndex: 'receivedAt', width: 160, render: format.time },
    { title: t('imports.source'), dataIndex: 'source' },
    { title: t('imports.reason'), dataIndex: 'message', render: (detail: string, it) => <><ProblemWords of={{ code: it.code, detail }} /> <code className="code">{it.code}</code></> },
  ];
  return (
    <Panel title={t('quality.calls')} note={t('quality.calls.note')}>
      <Behind of={calls} queryKey={MALFORMED} />
      <Answer of={calls}>
        {() => (
          <>
            <Table<MalformedCall>
              size="small" rowKey="id" pagination={false} scroll={{ x: 'max-content' }} columns={columns} dataSource={rows}
              expandable={{ expandedRowRender: (it) => <pre className="problem">{it.body}</pre> }}
              locale={{ emptyText: <Nothing title={t('quality.calls.none')} /> }}
            />
            {calls.hasNextPage && <div className="act"><Button loading={calls.isFetchingNextPage} onClick={() => void calls.fetchNextPage()}>{t('quality.calls.more')}</Button></div>}
          </>
        )}
      </Answer>
    </Panel>
  );
}
