import { DownloadOutlined } from '@ant-design/icons';
import { Alert, Button, Progress, Space } from 'antd';
import { useParams } from 'react-router';
import { useMay } from '../access/roles';
import type { Import } from '../api/model';
import { Figure, PageHead } from '../shell/page';
import { BackTo } from '../shell/place';
import { Answer } from '../shell/states';
import { isBusy, useCancel } from '../shell/work';
import { ProblemWords } from '../shell/ErrorWords';
import { useText } from '../text/language';
import { rejectsAddress, useImport, useTake } from './imports';
import { Refusal } from './Refusal';
import { StateTag } from './StateTag';
import { UndoPanel } from './UndoPanel';

export default function ImportPage() {
  const { id = '' } = useParams();
  const { t } = useText();
  const found = useImport(id);
  return (
    <>
      <PageHead title={found.data?.fileName ?? t('imports.one')} note={<BackTo list="/data/imports">{t('imports.back')}</BackTo>} />
      <Answer of={found}>{(it) => <Outcome it={it} />}</Answer>
    </>
  );
}

function Outcome({ it }: { it: Import }) {
  const { t, format } = useText();
  const cancel = useCancel('imports');
  const operator = useMay('OPERATOR');
  const take = useTake();
  const busy = isBusy(it.state);
  const tried = it.state === 'TRIED';
  const word = (figure: 'accepted' | 'duplicate' | 'rejected') => t(it.trial ? `imports.trial.${figure}` : `imports.${figure}`);
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
        {tried && (
          <Alert
            type="info" showIcon title={t('imports.tried')} description={t('imports.tried.note')} data-testid="tried"
            action={operator && (
              <Space>
                <Button loading={cancel.isPending} onClick={() => cancel.mutate(it.id)}>{t('imports.trial.drop')}</Button>
                <Button type="primary" loading={take.isPending} onClick={() => take.mutate(it.id)} data-testid="take">{t('imports.trial.take')}</Button>
              </Space>
            )}
          />
        )}
        {take.isError && <Refusal error={take.error} />}
        {it.problem !== null && <Alert type="error" showIcon title={<>{t('imports.failed')} <code className="code">{it.problem.code}</code></>} description={<div className="problem"><ProblemWords of={it.problem} /></div>} />}
      </section>
      <div className="figures import-figures" data-testid="outcome">
        <Figure name="read" label={t('imports.read')} exact={it.read} shown={format.whole(it.read)} note={t('imports.rate', { n: format.short(rate(it)) })} />
        <Figure name="accepted" label={word('accepted')} exact={it.accepted} shown={format.whole(it.accepted)} note={t('imports.accepted.note')} />
        <Figure name="duplicate" label={word('duplicate')} exact={it.duplicate} shown={format.whole(it.duplicate)} note={t('imports.duplicate.note')} />
        <Figure name="rejected" label={word('rejected')} exact={it.rejected} shown={format.whole(it.rejected)} note={it.rejected === 0 ? t('imports.rejected.none') : t('imports.rejected.note')} />
        {tried && <Figure name="newMembers" label={t('imports.trial.members')} exact={it.newMembers} shown={format.whole(it.newMembers)} note={t('imports.trial.merges', { n: format.whole(it.merges) })} />}
        <Figure name="seconds" label={t('imports.took')} exact={it.seconds} shown={format.duration(it.seconds)} />
      </div>
      {it.rejected > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t(it.trial ? 'imports.trial.rejects' : 'imports.rejects.title', { n: format.whole(it.rejected) })}
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
