import { DownloadOutlined } from '@ant-design/icons';
import { App, Button, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useMay } from '../access/roles';
import type { Audience } from '../api/model';
import { save } from '../chart/export';
import { Refusal } from '../collect/Refusal';
import { useKeptBack } from '../experiment/experiments';
import { useHandOver } from './calls';
import { useAudienceText } from './words';

const PURPOSES = ['LOOK', 'ACT'] as const;
type Purpose = (typeof PURPOSES)[number];

/** The members as a file. While a share of them is kept back, whoever may act on the list says whether they will. */
export function ExportButton({ of }: { of: Audience }) {
  const { t } = useAudienceText();
  const [asking, setAsking] = useState(false);
  const operator = useMay('OPERATOR');
  const running = useKeptBack('AUDIENCE', of.id).data?.items.find((it) => it.state === 'RUNNING');
  if (!operator || running === undefined) return <Button icon={<DownloadOutlined />} href={look(of.id)} download>{t('aud.export')}</Button>;
  return (
    <>
      <Button icon={<DownloadOutlined />} onClick={() => setAsking(true)} data-testid="export-audience">{t('aud.export')}</Button>
      {asking && <Ask of={of} share={running.share} close={() => setAsking(false)} />}
    </>
  );
}

function Ask({ of, share, close }: { of: Audience; share: number; close: () => void }) {
  const { t, format } = useAudienceText();
  const { message } = App.useApp();
  const [purpose, setPurpose] = useState<Purpose>('LOOK');
  const handOver = useHandOver(of.id);
  const take = () => handOver.mutate(undefined, {
    onSuccess: (file) => {
      save(`audience-${of.id}-handed-over.csv`, file);
      void message.success(t('aud.export.done'));
      close();
    },
  });
  return (
    <Modal
      open
      title={t('aud.export.title')}
      onCancel={close}
      cancelText={t('work.cancel')}
      okText={t('aud.export')}
      okButtonProps={purpose === 'LOOK' ? { href: look(of.id), download: '' } : { loading: handOver.isPending }}
      onOk={purpose === 'LOOK' ? close : take}
    >
      <div className="stack">
        <p className="quiet">{t('aud.export.running', { share: format.share(share) })}</p>
        <Radio.Group
          className="aud-purposes" vertical value={purpose} onChange={(it) => setPurpose(it.target.value as Purpose)}
          options={PURPOSES.map((value) => ({ value, label: <>{t(`aud.export.${value}`)}<span className="quiet aud-purpose">{t(`aud.export.${value}.note`, { n: format.whole(of.members) })}</span></> }))}
        />
        {handOver.isError && <Refusal error={handOver.error} />}
      </div>
    </Modal>
  );
}

function look(id: number): string {
  return `/api/audiences/${id}/export`;
}
