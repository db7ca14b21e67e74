import { DownloadOutlined } from '@ant-design/icons';
import { AutoComplete, Button, Input, Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import type { AuditEntry } from '../api/model';
import { address } from '../api/client';
import { Panel } from '../chart/Panel';
import { useAddress } from '../shell/address';
import { PageHead } from '../shell/page';
import { Paging } from '../shell/Paging';
import { Answer, Nothing } from '../shell/states';
import { detailInWords } from './auditDetail';
import { ACTIONS, useSettingsText, type SaySettings } from './words';
import { useAudit } from './calls';
import './settings.css';

const FILTERS = ['actor', 'action', 'subject'] as const;

/** Who did or saw what, the newest first. */
export default function AuditPage() {
  const { t, format, language } = useSettingsText();
  const { at, set } = useAddress('');
  const cursor = at('cursor');
  const begin = (day: string | undefined, later = 0) => (day !== undefined && /^\d{4}-\d\d-\d\d$/.test(day) ? format.dayBegins(day, later) : undefined);
  const question = { actor: at('actor'), action: at('action'), subject: at('subject'), from: begin(at('from')), to: begin(at('to'), 1), cursor };
  const trail = useAudit(question);
  const columns: TableColumnsType<AuditEntry> = [
    { title: t('event.time'), dataIndex: 'at', width: 160, render: format.time },
    { title: t('audit.actor'), dataIndex: 'actor', render: (actor: string, it) => <>{actor} <span className="quiet">{actorKind(it.actorKind, t)}</span></> },
    { title: t('audit.action'), dataIndex: 'action', render: (action: string) => <span title={action}>{actionInWords(action, t)}</span> },
    { title: t('audit.subject'), dataIndex: 'subject', render: (subject: string) => <Subject of={subject} /> },
    { title: t('audit.detail'), dataIndex: 'detail', render: (detail: unknown) => <span className="detail">{detailInWords(detail, t)}</span> },
    { title: t('audit.address'), dataIndex: 'address', responsive: ['lg'] },
  ];
  return (
    <>
      <PageHead title={t('nav.audit')} note={t('audit.question')} />
      <Panel
        title={t('audit.title')}
        note={t('audit.note')}
        tools={<Button size="small" icon={<DownloadOutlined />} href={address('/api/audit/export', { ...question, cursor: undefined, head: language === 'zh-CN' ? 'zh' : 'en' })} download data-testid="audit-export">{t('audit.export')}</Button>}
      >
        <div className="filters" role="search">
          <AutoComplete
            key={`action-${at('action') ?? ''}`} className="search" allowClear defaultValue={at('action')} aria-label={t('audit.action')} placeholder={t('audit.action')}
            options={ACTIONS.map((value) => ({ value, label: actionInWords(value, t) }))}
            showSearch={{ filterOption: (typed, option) => `${option?.value ?? ''} ${option?.label ?? ''}`.toLowerCase().includes(typed.toLowerCase()) }}
            onSelect={(value) => set({ action: value })} onClear={() => set({ action: undefined })}
          />
          <Input.Search key={`actor-${at('actor') ?? ''}`} className="narrow" allowClear defaultValue={at('actor')} aria-label={t('audit.actor')} placeholder={t('audit.actor')} onSearch={(value) => set({ actor: value })} />
          <Input.Search key={`subject-${at('subject') ?? ''}`} className="narrow" allowClear defaultValue={at('subject')} aria-label={t('audit.subject')} placeholder="member:17" onSearch={(value) => set({ subject: value })} />
          <label className="day"><span className="quiet">{t('audit.from')}</span><Input type="date" value={at('from') ?? ''} onChange={(event) => set({ from: event.target.value })} /></label>
          <label className="day"><span className="quiet">{t('audit.to')}</span><Input type="date" value={at('to') ?? ''} onChange={(event) => set({ to: event.target.value })} /></label>
          {[...FILTERS, 'from', 'to'].some((it) => at(it) !== undefined) && <Button type="link" onClick={() => set({ actor: undefined, action: undefined, subject: undefined, from: undefined, to: undefined })}>{t('audit.clear')}</Button>}
        </div>
        <Answer of={trail}>
          {({ items: entries, next }) => (
            <>
              <Table<AuditEntry> size="small" rowKey="id" pagination={false} loading={trail.isPlaceholderData} scroll={{ x: 'max-content' }} columns={columns} dataSource={entries} locale={{ emptyText: <Nothing title={t('state.nothing')} /> }} />
              <Paging cursor={cursor} next={next} go={(to) => set({ cursor: to })} />
            </>
          )}
        </Answer>
      </Panel>
    </>
  );
}

function actionInWords(action: string, t: SaySettings): string {
  const known = ACTIONS.find((it) => it === action);
  return known === undefined ? action : t(`audit.action.${known}`);
}

function actorKind(kind: string, t: SaySettings): string {
  return kind === 'KEY' ? t('audit.key') : kind === 'SYSTEM' ? t('audit.system') : '';
}

/** `member:17` leads to that member where there is such a page. */
function Subject({ of }: { of: string }) {
  const [kind = '', number = ''] = of.split(':');
  const page = { member: '/members/', import: '/data/imports/', audience: '/audiences/', tag: '/tags/', journey: '/journeys/', experiment: '/experiments/', template: '/messages/templates/' }[kind];
  return page !== undefined && /^\d+$/.test(number) ? <Link to={page + number}>{of}</Link> : <>{of}</>;
}
