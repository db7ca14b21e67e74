import { UndoOutlined } from '@ant-design/icons';
import { Alert, Button, Popconfirm } from 'antd';
import type { Import } from '../api/model';
import { useMay } from '../access/roles';
import { Panel } from '../chart/Panel';
import { Going } from '../shell/Going';
import { Failure } from '../shell/states';
import { useText } from '../text/language';
import { useUndo, useUndos } from './imports';
import { Refusal } from './Refusal';
import './data.css';

/** Takes an import back: exactly the events it brought, and the members of whom nothing else is left. */
export function UndoPanel({ it }: { it: Import }) {
  const { t, format } = useText();
  const operator = useMay('OPERATOR');
  const undos = useUndos();
  const undo = useUndo();
  const known = undos.data?.items.find((one) => one.importId === it.id);
  if (known?.state === 'DONE') {
    return (
      <Alert
        className="undo" type="info" showIcon data-testid="undone"
        title={t('imports.undone', { n: format.whole(known.events), members: format.whole(known.members) })}
        description={t('imports.undone.note', { by: known.askedBy, at: format.time(known.finishedAt) })}
      />
    );
  }
  if (known !== undefined) {
    return (
      <Alert
        className="undo" type={known.problem === null ? 'info' : 'warning'} showIcon data-testid="undoing"
        title={known.events === 0 ? t('imports.undo.RUNNING') : t('imports.undo.going', { n: format.whole(known.events), members: format.whole(known.members) })}
        description={
          <>
            <Going percent={known.percent} label={t('imports.undo.RUNNING')} />
            <span className="quiet">{t('imports.undo.begun', { by: known.askedBy, at: format.time(known.askedAt) })}{known.files !== null && known.files > 0 && <> · {t('imports.undo.files', { done: format.whole(known.filesDone), of: format.whole(known.files) })}</>}{known.secondsLeft !== null && <> · {t('work.left', { time: format.duration(Math.ceil(known.secondsLeft)) })}</>}{known.problem !== null && <> · {t('work.again')} · <span lang="en">{known.problem}</span></>}</span>
          </>
        }
      />
    );
  }
  if (undos.data === undefined && undos.error !== null) return <div className="undo"><Panel title={t('imports.undo')}><Failure error={undos.error} retry={() => void undos.refetch()} /></Panel></div>;
  if (!operator || it.accepted === 0 || undos.data === undefined) return null;
  return (
    <div className="undo">
      <Panel title={t('imports.undo')} note={t('imports.undo.note')}>
        {undo.isError && <Refusal error={undo.error} />}
        <Popconfirm title={t('imports.undo.sure', { n: format.whole(it.accepted) })} description={<>{t('imports.undo.stays')}<br />{t('imports.undo.whole')}</>} okText={t('imports.undo')} okButtonProps={{ danger: true }} onConfirm={() => undo.mutate(it.id)}>
          <Button danger icon={<UndoOutlined />} loading={undo.isPending} data-testid="undo">{t('imports.undo')}</Button>
        </Popconfirm>
      </Panel>
    </div>
  );
}
