import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Progress } from 'antd';
import { useMay } from '../access/roles';
import { get, send } from '../api/client';
import { ErrorWords } from '../shell/ErrorWords';
import type { JourneyEnrolment, PageOf } from '../api/model';
import { useJourneyText } from './words';

/** Audiences that are on their way in: how far they are, and a way to stop them. */
export function Enrolments({ id }: { id: number }) {
  const { t, format } = useJourneyText();
  const { message } = App.useApp();
  const operator = useMay('OPERATOR');
  const queries = useQueryClient();
  const path = `/api/journeys/${id}/enrolments`;
  const enrolments = useQuery({ queryKey: ['journey', id, 'enrolments'], queryFn: () => get<PageOf<JourneyEnrolment>>(path), refetchInterval: (it) => (it.state.data?.items.some((one) => one.state === 'RUNNING') === true ? 2_000 : 15_000) });
  const cancel = useMutation({
    mutationFn: (enrolment: number) => send('POST', `${path}/${enrolment}/cancel`),
    onSettled: () => queries.invalidateQueries({ queryKey: ['journey', id] }),
    onError: (error) => void message.error(<ErrorWords error={error} />),
  });
  return (enrolments.data?.items ?? []).filter((it) => it.state === 'RUNNING').map((it) => (
    <div className="enrolment" key={it.id}>
      <span>{t('enrolment.running', { seen: format.whole(it.seen), asked: format.whole(it.asked), entered: format.whole(it.entered) })}</span>
      <Progress percent={it.asked === 0 ? 100 : Math.floor((100 * it.seen) / it.asked)} size="small" aria-label={t('enrolment.title')} />
      {operator && <Button size="small" loading={cancel.isPending} onClick={() => cancel.mutate(it.id)}>{t('work.cancel')}</Button>}
    </div>
  ));
}
