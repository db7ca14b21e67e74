import { Button, Popconfirm, Segmented, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import type { Key } from '../api/model';
import { useAddress } from '../shell/address';
import { PageHead } from '../shell/page';
import { Answer, Nothing } from '../shell/states';
import { useSettingsText } from './words';
import { useKeys, useRevokeKey } from './calls';
import { NewKeyForm } from './NewKeyForm';
import { RoleTag } from './Roles';
import './settings.css';

const SHOWN = ['working', 'API', 'WRITE', 'revoked'] as const;
type Shown = (typeof SHOWN)[number];

/** Keys of machines: for the API, and for sending events. */
export default function KeysPage() {
  const { t, format } = useSettingsText();
  const { at, set } = useAddress('');
  const keys = useKeys();
  const revoke = useRevokeKey();
  const [making, setMaking] = useState(false);
  const shown = SHOWN.find((it) => it === at('show')) ?? 'working';
  const columns: TableColumnsType<Key> = [
    { title: t('keys.name'), dataIndex: 'name', fixed: 'start', render: (name: string) => <strong>{name}</strong> },
    { title: t('keys.kind'), dataIndex: 'kind', render: (kind: Key['kind']) => t(`keys.kind.${kind}`) },
    { title: t('keys.opens'), key: 'opens', render: (_, it) => (it.role === null ? t('keys.source', { name: it.source ?? '' }) : <RoleTag of={it.role} />) },
    { title: t('keys.begins'), dataIndex: 'prefix', render: (prefix: string) => <code className="code">{prefix}…</code> },
    { title: t('keys.created'), dataIndex: 'createdAt', render: (created: string, it) => <>{format.time(created)} <span className="quiet">{it.createdBy}</span></> },
    { title: t('keys.used'), dataIndex: 'lastUsedAt', render: format.time },
    {
      title: t('keys.state'), key: 'state', align: 'right',
      render: (_, it) =>
        it.revokedAt !== null ? <span className="tag tag-off">{t('keys.revokedAt', { at: format.time(it.revokedAt) })}</span> : (
          <Popconfirm title={t('keys.revoke.sure', { name: it.name })} okText={t('keys.revoke')} onConfirm={() => revoke.mutate(it.id)}>
            <Button size="small" danger aria-label={`${t('keys.revoke')} ${it.name}`}>{t('keys.revoke')}</Button>
          </Popconfirm>
        ),
    },
  ];
  return (
    <>
      <PageHead title={t('nav.keys')} note={t('keys.question')}>
        <Button type="primary" onClick={() => setMaking(true)} data-testid="new-key">{t('keys.new')}</Button>
      </PageHead>
      <section className="panel">
        <Segmented className="filter" value={shown} onChange={(value) => set({ show: value === 'working' ? undefined : value })} options={SHOWN.map((value) => ({ value, label: t(`keys.show.${value}`) }))} />
        <Answer of={keys}>
          {({ items }) => (
            <Table<Key>
              size="middle" rowKey="id" scroll={{ x: 'max-content' }} columns={columns}
              pagination={items.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
              dataSource={items.filter((it) => fits(it, shown))}
              locale={{ emptyText: <Nothing title={t('keys.none')} /> }}
            />
          )}
        </Answer>
      </section>
      {making && <NewKeyForm done={() => setMaking(false)} />}
    </>
  );
}

function fits(it: Key, shown: Shown): boolean {
  switch (shown) {
    case 'working': return it.revokedAt === null;
    case 'API':
    case 'WRITE': return it.revokedAt === null && it.kind === shown;
    case 'revoked': return it.revokedAt !== null;
  }
}
