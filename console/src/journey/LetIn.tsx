import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { send } from '../api/client';
import type { JourneyEnrolment } from '../api/model';
import { Refusal } from '../collect/Refusal';
import { numbersIn } from './graph';
import { useChoices } from './journeys';
import { Row } from './NodeForm';
import { useJourneyText } from './words';

const MOST = 10_000;

/** Lets an audience, or members by number, into a running journey; how far it is stands on the journey's page. */
export function LetIn({ id, done }: { id: number; done: () => void }) {
  const { t, format } = useJourneyText();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const choices = useChoices();
  const [by, setBy] = useState<'audience' | 'members'>('audience');
  const [audience, setAudience] = useState<number | null>(null);
  const [text, setText] = useState('');
  const [key, setKey] = useState('');
  const members = numbersIn(text);
  const ready = by === 'audience' ? audience !== null : members !== null && members.length > 0 && members.length <= MOST;
  const enter = useMutation({
    mutationFn: () => send<JourneyEnrolment>('POST', `/api/journeys/${id}/entries`, { ...(by === 'audience' ? { audience } : { members }), ...(key.trim() === '' ? {} : { key: key.trim() }) }),
    onSuccess: (it) => {
      void message.success(t(it.state === 'RUNNING' ? 'letIn.running' : 'letIn.done', { asked: format.whole(it.asked), entered: format.whole(it.entered) }));
      void queries.invalidateQueries({ queryKey: ['journey', id] });
      done();
    },
  });
  return (
    <Modal open title={t('letIn.title')} okText={t('letIn')} okButtonProps={{ disabled: !ready }} confirmLoading={enter.isPending} onOk={() => enter.mutate()} onCancel={done}>
      <div className="node-form">
        <Radio.Group aria-label={t('letIn.whom')} value={by} onChange={(it) => setBy(it.target.value as 'audience' | 'members')} options={(['audience', 'members'] as const).map((value) => ({ value, label: t(`letIn.${value}`) }))} />
        {by === 'audience'
          ? <Row label={t('node.audience')}><Select aria-label={t('node.audience')} style={{ width: '100%' }} showSearch={{ optionFilterProp: 'label' }} value={audience} options={choices.audiences} onChange={(it: number | null) => setAudience(it)} /></Row>
          : <Row label={t('letIn.numbers')}><Input.TextArea aria-label={t('letIn.numbers')} autoSize={{ minRows: 1, maxRows: 6 }} value={text} status={members === null ? 'error' : ''} onChange={(it) => setText(it.target.value)} /><p className="quiet">{members === null ? t('letIn.numbers.wrong') : t('letIn.numbers.note', { most: format.whole(MOST) })}</p></Row>}
        <Row label={t('letIn.key')}><Input aria-label={t('letIn.key')} value={key} maxLength={200} onChange={(it) => setKey(it.target.value)} /></Row>
        <p className="quiet">{t('letIn.note')}</p>
        {enter.isError && <Refusal error={enter.error} />}
      </div>
    </Modal>
  );
}

/** The button that opens it. */
export function LetInButton({ id }: { id: number }) {
  const { t } = useJourneyText();
  const [open, setOpen] = useState(false);
  return <><Button onClick={() => setOpen(true)} data-testid="let-in">{t('letIn')}</Button>{open && <LetIn id={id} done={() => setOpen(false)} />}</>;
}
