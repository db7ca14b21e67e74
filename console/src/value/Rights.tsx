import { DeleteOutlined, DownloadOutlined } from '@ant-design/icons';
import { Alert, Button, Descriptions, Input, Modal, Table } from 'antd';
import { useState } from 'react';
import { useMay } from '../access/roles';
import type { Erasure } from '../api/model';
import { save } from '../chart/export';
import { Panel } from '../chart/Panel';
import { Going } from '../shell/Going';
import { BackTo } from '../shell/place';
import { Answer, Failure } from '../shell/states';
import { useText } from '../text/language';
import { useCertificate, useErase, useErasures } from './members';
import { partInWords, useReasonText } from './reasons';

/** A person's rights: all that is held of them as a file, and to be forgotten. */
export function Rights({ no, erased }: { no: string; erased: (certificate: number) => void }) {
  const { t } = useText();
  const operator = useMay('OPERATOR');
  const administrator = useMay('ADMINISTRATOR');
  const [asking, setAsking] = useState(false);
  if (!operator) return null;
  return (
    <>
      <Button icon={<DownloadOutlined />} href={`/api/members/${encodeURIComponent(no)}/export`} download>{t('rights.export')}</Button>
      {administrator && <Button danger icon={<DeleteOutlined />} onClick={() => setAsking(true)} data-testid="erase">{t('rights.erase')}</Button>}
      {asking && <Ask no={no} close={() => setAsking(false)} erased={erased} />}
    </>
  );
}

function Ask({ no, close, erased }: { no: string; close: () => void; erased: (certificate: number) => void }) {
  const { t } = useText();
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const erase = useErase(no);
  const sure = typed.trim() === `#${no}` && reason.trim() !== '';
  return (
    <Modal
      open
      title={t('rights.title', { no })}
      onCancel={close}
      okText={t('rights.erase')}
      okButtonProps={{ danger: true, disabled: !sure, loading: erase.isPending }}
      cancelText={t('rights.keep')}
      onOk={() => erase.mutate(reason.trim(), { onSuccess: ({ id }) => erased(id) })}
    >
      <div className="stack">
        <Alert type="warning" showIcon title={t('rights.warning')} description={t('rights.whole')} />
        <label className="field">{t('rights.reason')}<Input value={reason} maxLength={500} onChange={(it) => setReason(it.target.value)} data-testid="reason" /></label>
        <label className="field">{t('rights.type', { no: `#${no}` })}<Input value={typed} onChange={(it) => setTyped(it.target.value)} autoComplete="off" data-testid="sure" /></label>
        {erase.error !== null && <Failure error={erase.error} />}
      </div>
    </Modal>
  );
}

/** What stands in the place of a member who was erased. */
export function CertificatePanel({ id }: { id: number }) {
  const { t } = useText();
  const certificate = useCertificate(id);
  return (
    <Panel title={t('certificate.title', { id })} note={t('certificate.note')} tools={certificate.data?.state === 'DONE' ? <Take of={certificate.data} /> : null}>
      <Answer of={certificate}>{(it) => <Certificate of={it} />}</Answer>
    </Panel>
  );
}

function Take({ of }: { of: Erasure }) {
  const { t } = useText();
  return <Button size="small" icon={<DownloadOutlined />} onClick={() => save(`erasure-${of.id}.json`, JSON.stringify(of, null, 2))}>{t('certificate.take')}</Button>;
}

/** How far an erasure is: to administrators in percent. */
function Cleaning({ id }: { id: number }) {
  const { t } = useText();
  const works = useErasures(undefined, useMay('ADMINISTRATOR'));
  return <><span>{t('certificate.running')}</span><Going percent={works.data?.items.find((it) => it.id === id)?.percent ?? null} label={t('certificate.running')} /></>;
}

function Certificate({ of }: { of: Erasure }) {
  const { t, format } = useReasonText();
  const done = of.state === 'DONE';
  return (
    <div className="stack" data-testid="certificate" data-state={of.state}>
      {done ? <Alert type="success" showIcon title={t('certificate.done', { at: format.time(of.finishedAt) })} /> : <Cleaning id={of.id} />}
      {of.problem !== null && <Alert type="warning" showIcon title={t('certificate.again')} />}
      <Descriptions size="small" column={1} items={[
        { key: 'no', label: t('certificate.no'), children: `#${of.memberNo}` },
        { key: 'reason', label: t('rights.reason'), children: of.reason },
        { key: 'by', label: t('certificate.by'), children: `${of.askedBy} · ${format.time(of.startedAt)}` },
        { key: 'proofs', label: t('certificate.proofs'), children: t('certificate.proofs.n', { n: of.proofs.length }) },
      ]} />
      <Table size="small" rowKey="what" pagination={false} dataSource={of.parts} scroll={{ x: 'max-content' }} columns={[
        { title: t('certificate.what'), dataIndex: 'what', render: (what: string, part) => partInWords(part, t) ?? <span lang="en">{what}</span> },
        { title: t('certificate.rows'), dataIndex: 'rows', align: 'right', render: format.whole },
      ]} />
      <BackTo list="/members">{t('members.back')}</BackTo>
    </div>
  );
}
