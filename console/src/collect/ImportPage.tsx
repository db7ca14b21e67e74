import { DownloadOutlined } from '@ant-design/icons';
import { Alert, Button, Progress, Space } from 'antd';
import { Link, useParams } from 'react-router';
import { useMay } from '../access/roles';
import type { Import } from '../api/model';
import { Figure, PageHead } from '../shell/page';
import { Answer } from '../shell/states';
import { isBusy, useCancel } from '../shell/work';
import { useText } from '../text/language';
import { rejectsAddress, useImport } from './imports';
import { StateTag } from './StateTag';
import { UndoPanel } from './UndoPanel';

export default function ImportPage() {
  const { id = '' } = useParams();
  const { t } = useText();
  const found = useImport(id);
  return (
    <>
      <PageHead title={found.data?.fileName ?? t('imports.one')} note={<Link to="/data/imports">{t('imports.back')}</Link>} />
      <Answer of={found}>{(it) => <Outcome it={it} />}</Answer>
    </>
  );
}

function Outcome({ it }: { it: Import }) {
  const { t, format } = useText();
  const cancel = useCancel('imports');
  const operator = useMay('OPERATOR');
  const busy = isBusy(it.state);
  return (
    <>
      <section className="panel import" aria-live="polite">
        <Space wrap size="middle">
          <StateTag state={it.state} />
          <span className="quiet">{t('imports.of', { source: it.source, at: format.time(it.createdAt) })}</span>
          {busy && operator && <Button size="small" danger loading={cancel.isPending} onClick={() => cancel.mutate(it.id)}>{t('work.cancel')}</Button>}
        </Space>
        {busy && (
          <>
            <Progress percent={Math.floor(it.percent ?? 0)} aria-label={it.fileName} />
            <span className="quiet">
              {isPhase(it.phase) ? `${t(`imports.phase.${it.phase}`)} · ` : ''}
              {it.secondsLeft === null ? t('work.estimating') : t('work.left', { time: format.duration(Math.ceil(it.secondsLeft)) })}
            </span>
          </>
        )}
        {it.problem !== null && <Alert type="error" showIcon title={<>{t('imports.failed')} <code className="code">{it.problem.code}</code></>} description={<pre className="problem">{it.problem.detail}</pre>} />}
      </section>
      <div className="figures import-figures" data-testid="outcome">
        <Figure name="read" label={t('imports.read')} exact={it.read} shown={format.whole(it.read)} note={t('imports.rate', { n: format.short(rate(it)) })} />
        <Figure name="accepted" label={t('imports.accepted')} exact={it.accepted} shown={format.whole(it.accepted)} note={t('imports.accepted.note')} />
        <Figure name="duplicate" label={t('imports.duplicate')} exact={it.duplicate} shown={format.whole(it.duplicate)} note={t('imports.duplicate.note')} />
        <Figure name="rejected" label={t('imports.rejected')} exact={it.rejected} shown={format.whole(it.rejected)} note={it.rejected === 0 ? t('imports.rejected.none') : t('imports.rejected.note')} />
        <Figure name="seconds" label={t('imports.took')} exact={it.seconds} shown={format.duration(it.seconds)} />
      </div>
      {it.rejected > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('imports.rejects.title', { n: format.whole(it.rejected) })}
          description={t('imports.rejects.help')}
          action={operator && <Button href={rejectsAddress(it.id)} download icon={<DownloadOutlined />} data-testid="rejects">{t('imports.rejects.download')}</Button>}
        />
      )}
      {it.state === 'DONE' && <UndoPanel it={it} />}
    </>
  );
}

const PHASES = ['waiting', 'reading', 'mapping', 'checking', 'resolving', 'writing'] as const;

function isPhase(phase: string | null): phase is (typeof PHASES)[number] {
  return PHASES.some((it) => it === phase);
}

function rate(it: Import): number | null {
  return it.seconds === null || it.seconds <= 0 ? null : it.read / it.seconds;
}
