import { useQuery } from '@tanstack/react-query';
import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { get } from '../api/client';
import type { PageOf } from '../api/model';
import { useJourneyText } from '../journey/words';

/** To whom a task is given; nobody named, whoever takes it. */
export function HandOver({ done }: { done: (to: string | null) => void }) {
  const { t } = useJourneyText();
  const [to, setTo] = useState<string | null>(null);
  const colleagues = useQuery({ queryKey: ['colleagues'], queryFn: () => get<PageOf<string>>('/api/workbench/colleagues'), staleTime: 60_000 });
  return (
    <Modal open title={t('task.hand')} okText={t('task.hand')} onCancel={() => done(null)} onOk={() => done(to ?? '')}>
      <p className="quiet">{t('task.hand.note')}</p>
      <Select allowClear aria-label={t('task.hand.to')} placeholder={t('task.hand.to')} style={{ width: '100%' }} showSearch value={to} options={(colleagues.data?.items ?? []).map((value) => ({ value, label: value }))} onChange={(it: string | null | undefined) => setTo(it ?? null)} />
    </Modal>
  );
}

/** What the member answered; it may be left out. */
export function AskAnswer({ done }: { done: (answer: string | null) => void }) {
  const { t } = useJourneyText();
  const [answer, setAnswer] = useState('');
  return (
    <Modal open title={t('task.outcome.REPLIED')} okText={t('task.answer.save')} onCancel={() => done(null)} onOk={() => done(answer)}>
      <p className="quiet">{t('task.answer.note')}</p>
      <Input.TextArea aria-label={t('task.answer')} placeholder={t('task.answer')} autoSize={{ minRows: 2 }} maxLength={1000} value={answer} onChange={(it) => setAnswer(it.target.value)} />
    </Modal>
  );
}
