import { Table, type TableColumnsType } from 'antd';
import type { Preview, PreviewEvent } from '../api/model';
import { Wide } from '../shell/Wide';
import { EventName } from '../value/EventName';
import { rejectInWords, useRejectText } from './rejects';

/** The first events a map yields, and the rows it cannot use with the reason; empty columns are left out. */
export function PreviewTable({ preview }: { preview: Preview }) {
  const { t, format } = useRejectText();
  const { events, rejects } = preview;
  const some = (of: (event: PreviewEvent) => unknown) => events.some((event) => of(event) !== null && of(event) !== undefined);
  const columns: TableColumnsType<PreviewEvent> = [
    { title: t('event.name'), dataIndex: 'event', render: (name: string) => <EventName of={name} /> },
    { title: t('event.time'), dataIndex: 'ts', render: (ms: number) => format.time(new Date(ms).toISOString()) },
    { title: t('event.who'), dataIndex: 'identifiers', render: (_, it) => it.identifiers.map((id) => <Identifier key={id} of={id} />) },
    ...(some((it) => it.amount) ? [{ title: t('event.amount'), dataIndex: 'amount', align: 'right' as const, render: format.money }] : []),
    ...(some((it) => it.quantity) ? [{ title: t('event.quantity'), dataIndex: 'quantity', align: 'right' as const }] : []),
    ...(some((it) => it.object) ? [{ title: t('event.object'), dataIndex: 'object' }] : []),
    ...(some((it) => it.community) ? [{ title: t('event.community'), dataIndex: 'community' }] : []),
    ...(some((it) => filled(it.properties)) ? [{ title: t('event.properties'), dataIndex: 'properties', render: (it: unknown) => <Bag of={it} /> }] : []),
    ...(some((it) => filled(it.traits)) ? [{ title: t('event.traits'), dataIndex: 'traits', render: (it: unknown) => <Bag of={it} /> }] : []),
  ];
  return (
    <>
      {events.length > 0 && <Wide label={t('imports.preview')}><Table size="small" rowKey="key" columns={columns} dataSource={events.map((event, key) => ({ ...event, key }))} pagination={false} data-testid="preview" /></Wide>}
      {rejects.length > 0 && (
        <Wide label={t('imports.preview.rejected')}>
          <Table
            size="small"
            className="rejected"
            rowKey="key"
            title={() => t('imports.preview.rejected')}
            columns={[{ title: t('imports.rowNumber'), dataIndex: 'line', width: 90 }, { title: t('imports.reason'), dataIndex: 'reason', width: 240, render: (_, it) => <Reason of={it} /> }, { title: t('imports.raw'), dataIndex: 'raw', render: (raw: string | null) => <code className="code">{raw}</code> }]}
            dataSource={rejects.map((it, key) => ({ ...it, key }))}
            pagination={false}
          />
        </Wide>
      )}
    </>
  );
}

/** In words; of a line that the reader could not read, its own report says where. */
function Reason({ of: { code, reason } }: { of: Preview['rejects'][number] }) {
  const { t } = useRejectText();
  const said = rejectInWords(code, t);
  if (said === null) return <span lang="en">{reason}</span>;
  return <span title={code}>{said}{code.startsWith('line-') && code !== 'line-no-json' && <div className="quiet problem" lang="en">{reason}</div>}</span>;
}

function Identifier({ of }: { of: string }) {
  const at = of.indexOf(':');
  return <div><span className="quiet">{of.slice(0, at)}</span> {of.slice(at + 1)}</div>;
}

function Bag({ of }: { of: unknown }) {
  return <code className="code">{JSON.stringify(of)}</code>;
}

function filled(bag: Record<string, unknown> | null): true | null {
  return bag !== null && Object.keys(bag).length > 0 ? true : null;
}
