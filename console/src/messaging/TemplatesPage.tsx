import { Button, Segmented, Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { useMay } from '../access/roles';
import type { Template } from '../api/model';
import { useAddress } from '../shell/address';
import { PageHead } from '../shell/page';
import { Answer, Nothing } from '../shell/states';
import { useWords } from '../text/language';
import { channelInWords } from '../value/channels';
import { useChannels, useTemplates } from './calls';
import './messaging.css';
import { known, WORDS, type MessagingKey } from './words';

/** Templates: what can be said, on which channel. */
export default function TemplatesPage() {
  const { t, format } = useWords(WORDS);
  const { at, set } = useAddress('');
  const operator = useMay('OPERATOR');
  const templates = useTemplates();
  const analyst = useMay('ANALYST');
  const ready = new Set(useChannels().data?.items.filter((it) => it.ready).map((it) => it.name) ?? []);
  const say = (key: MessagingKey) => t(key);
  const shown = at('channel') ?? '';
  const columns: TableColumnsType<Template> = [
    { title: t('templates.name'), dataIndex: 'name', fixed: 'start', render: (name: string, it) => <Link to={`/messages/templates/${it.id}`}><strong>{name}</strong></Link> },
    { title: t('messages.channel'), dataIndex: 'channel', render: (word: string) => <>{channelInWords(word, t)}{analyst && ready.size > 0 && !ready.has(word) && <span className="quiet"> · {t('channel.off')}</span>}</> },
    { title: t('templates.category'), dataIndex: 'category', render: (word: string) => known(say, 'category', word) },
    { title: t('templates.text'), key: 'text', render: (_, it) => <span className="quiet clipped">{it.wording.title === null ? '' : `${it.wording.title} · `}{it.wording.text}</span> },
    { title: t('templates.changed'), dataIndex: 'changedAt', width: 150, render: (changed: string) => format.time(changed) },
    { title: '', dataIndex: 'version', align: 'right', render: (n: number) => <span className="quiet">{t('templates.version', { n })}</span> },
  ];
  const fresh = operator && <Link to="/messages/templates/new"><Button type="primary" data-testid="new-template">{t('templates.new')}</Button></Link>;
  return (
    <>
      <PageHead title={t('nav.templates')} note={t('templates.question')}>{fresh}</PageHead>
      <section className="panel">
        <Answer of={templates}>
          {({ items }) => {
            const used = [...new Set(items.map((it) => it.channel))];
            return (
              <>
                {used.length > 1 && <Segmented className="filter" value={shown} onChange={(value) => set({ channel: value })} options={[{ value: '', label: t('messages.all') }, ...used.map((value) => ({ value, label: channelInWords(value, t) }))]} />}
                <Table<Template>
                  size="middle" rowKey="id" scroll={{ x: 'max-content' }} columns={columns} dataSource={items.filter((it) => shown === '' || it.channel === shown)}
                  pagination={items.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
                  locale={{ emptyText: <Nothing title={t('templates.none')}><p className="quiet">{t('templates.none.hint')}</p></Nothing> }}
                />
              </>
            );
          }}
        </Answer>
      </section>
    </>
  );
}
