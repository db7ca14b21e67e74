import { DownloadOutlined } from '@ant-design/icons';
import { App, Button, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useMay } from '../access/roles';
import type { Audience } from '../api/model';
import { now } from '../api/now';
import { save } from '../chart/export';
import { Refusal } from '../collect/Refusal';
import { useHoldouts, useKeptBack } from '../experiment/experiments';
import { useHandOver } from './calls';
import { useAudienceText } from './words';

const PURPOSES = ['LOOK', 'ACT'] as const;
type Purpose = (typeof PURPOSES)[number];

/** The members as a file. While a share of them is kept back or held out, whoever may act on the list says whether they will. */
export function ExportButton({ of }: { of: Audience }) {
  const { t, format } = useAudienceText();
  const [asking, setAsking] = useState(false);
  const operator = useMay('OPERATOR');
  const today = format.day(new Date(now()).toISOString());
  const running = useKeptBack('AUDIENCE', of.id).data?.items.find((it) => it.state === 'RUNNING');
  const period = useHoldouts(operator).data?.items.find((it) => it.fromDay <= today && today <= it.untilDay);
  if (!operator || (running === undefined && period === undefined)) return <Button icon={<DownloadOutlined />} href={look(of.id)} download>{t('aud.export')}</Button>;
  return (
    <>
      <Button icon={<DownloadOutlined />} onClick={() => setAsking(true)} data-testid="export-audience">{t('aud.export')}</Button>
      {asking && <Ask of={of} keptBack={running?.share ?? null} heldOut={period?.share ?? null} close={() => setAsking(false)} />}
    </>
  );
}

function Ask({ of, keptBack, heldOut, close }: { of: Audience; keptBack: number | null; heldOut: number | null; close: () => void }) {
  const { t, format } = useAudienceText();
  const { message } = App.useApp();
  const [purpose, setPurpose] = useState<Purpose>('LOOK');
  const handOver = useHandOver(of.id);
  const take = () => handOver.mutate(undefined, {
    onSuccess: (handed) => {
      save(`audience-${of.id}-handed-over.csv`, handed.file);
      void message.success([
        t(keptBack === null ? 'aud.export.handed' : 'aud.export.done'),
        ...(handed.keptBack > 0 ? [t('aud.export.keptBack', { n: format.whole(handed.keptBack) })] : []),
        ...(handed.heldOut > 0 ? [t('aud.export.heldOut', { n: format.whole(handed.heldOut) })] : []),
      ].join(t('aud.export.and')));
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
        {keptBack !== null && <p className="quiet">{t('aud.export.running', { share: format.share(keptBack) })}</p>}
        {heldOut !== null && <p className="quiet">{t('aud.export.global', { share: format.share(heldOut) })}</p>}
        <Radio.Group
          className="aud-purposes" vertical value={purpose} onChange={(it) => setPurpose(it.target.value as Purpose)}
          options={PURPOSES.map((value) => ({ value, label: <>{t(`aud.export.${value}`)}<span className="quiet aud-purpose">{value === 'LOOK' || keptBack !== null ? t(`aud.export.${value}.note`, { n: format.whole(of.members) }) : t('aud.export.ACT.global')}</span></> }))}
        />
        {handOver.isError && <Refusal error={handOver.error} />}
      </div>
    </Modal>
  );
}

function look(id: number): string {
  return `/api/audiences/${id}/export`;
}
