import { Alert, Button } from 'antd';
import { useMay } from '../access/roles';
import type { WeComConnection } from '../api/model';
import { Panel } from '../chart/Panel';
import { Refusal } from '../collect/Refusal';
import { Answer, Nothing } from '../shell/states';
import { useWords } from '../text/language';
import { useConnection, useSync } from './calls';
import { TagTroubles } from './TagTroubles';
import { WORDS } from './words';

/** Whether WeCom is connected, what is known of it, and how far the sync is. */
export function ConnectionPanel() {
  const { t } = useWords(WORDS);
  const connection = useConnection();
  const sync = useSync();
  const operator = useMay('OPERATOR');
  const running = connection.data?.sync?.finishedAt === null;
  const start = operator && connection.data?.ready === true && <Button loading={running || sync.isPending} onClick={() => sync.mutate()}>{t('wecom.sync')}</Button>;
  return (
    <Panel title={t('wecom.title')} tools={start}>
      <Answer of={connection}>
        {(it) => (it.ready ? <Known connection={it} /> : <Nothing title={t('wecom.off')}><p className="quiet">{t('wecom.off.hint')}</p></Nothing>)}
      </Answer>
      {sync.isError && <Refusal error={sync.error} />}
    </Panel>
  );
}

function Known({ connection }: { connection: WeComConnection }) {
  const { t, format } = useWords(WORDS);
  const { counts, sync } = connection;
  return (
    <>
      {!connection.takesCallbacks && <Alert type="warning" showIcon title={t('wecom.noCallbacks')} />}
      {typeof sync?.trouble === 'string' && <Alert type="error" showIcon title={sync.trouble} />}
      <TagTroubles />
      <dl className="facts">
        <dt>{t('wecom.corp')}</dt><dd><code>{connection.corpId}</code></dd>
        <dt>{t('wecom.customers')}</dt><dd>{format.whole(counts.customers)}</dd>
        <dt>{t('wecom.employees')}</dt><dd>{format.whole(counts.employees)}</dd>
        <dt>{t('wecom.chats')}</dt><dd>{format.whole(counts.chats)}</dd>
        <dt>{t('wecom.tags')}</dt><dd>{format.whole(counts.tags)}</dd>
        <dt>{t('wecom.waiting')}</dt><dd>{format.whole(counts.callbacksWaiting)}</dd>
      </dl>
      {sync !== null && <p className="quiet">{sync.finishedAt === null ? t('wecom.syncing', { stage: t(`stage.${sync.stage}`), n: format.whole(sync.contacts) }) : t('wecom.synced', { time: format.time(sync.finishedAt) })}</p>}
    </>
  );
}
