import { LoadingOutlined } from '@ant-design/icons';
import { Alert, Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import type { Question } from '../api/question';
import { useText } from '../text/language';
import { Answer, Nothing } from './states';

/** As `Answer`, of a question that may take long: it can be stopped while it is being answered, and asked again. */
export function Stoppable<T>({ of: { asked, stop }, skeleton, children }: { of: Question<T>; skeleton?: ReactNode; children: (data: T) => ReactNode }) {
  const { t } = useText();
  const unanswered = asked.isPending || asked.isPlaceholderData;
  const stopped = unanswered && asked.fetchStatus === 'idle';
  const again = <Button size="small" onClick={() => void asked.refetch()}>{t('question.again')}</Button>;
  if (stopped && asked.data === undefined) return <Nothing title={t('question.stopped')}>{again}</Nothing>;
  return (
    <>
      {stopped && <Alert className="stale" type="info" showIcon title={t('question.stopped.before')} action={again} />}
      {unanswered && asked.isFetching && (
        <p className="question-asking quiet" role="status">
          <LoadingOutlined aria-hidden /> {t('question.asking')} <Button size="small" onClick={stop}>{t('question.stop')}</Button>
        </p>
      )}
      <Answer of={asked} skeleton={skeleton ?? <Skeleton active paragraph={{ rows: 8 }} />}>{children}</Answer>
    </>
  );
}
