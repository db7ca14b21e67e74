import { DownOutlined } from '@ant-design/icons';
import { Alert, Button, Popover, Space, Spin } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { Run } from '../api/model';
import { ErrorWords, ProblemWords } from '../shell/ErrorWords';
import { isBusy, useRuns, useScoreNow } from '../shell/work';
import { useText } from '../text/language';

const ScoreGoing = lazy(() => import('./ScoreGoing'));
const ScorePast = lazy(() => import('./ScorePast'));

/** Starts a scoring run and shows how it goes; the latest run's failure stays visible until the next. */
export function ScoreNow({ run: known }: { run: Run | null }) {
  const { t } = useText();
  const score = useScoreNow();
  const followed = useRuns().data?.items[0];
  const [open, setOpen] = useState(false);
  const run = followed ?? known;

  if (run !== null && isBusy(run.state)) {
    return <Suspense fallback={<Spin />}><ScoreGoing run={run} /></Suspense>;
  }
  return (
    <>
      {run?.state === 'FAILED' && <Alert type="error" showIcon title={t('score.failed')} description={run.problem === null ? undefined : <ProblemWords of={run.problem} />} />}
      {score.isError && <Alert type="error" showIcon title={<ErrorWords error={score.error} />} />}
      <Space.Compact>
        <Button type="primary" loading={score.isPending} onClick={() => score.mutate(undefined)} data-testid="score-now">{t('score.now')}</Button>
        <Popover
          open={open}
          onOpenChange={setOpen}
          trigger="click"
          placement="bottomRight"
          content={
            <Suspense fallback={<Spin />}>
              <ScorePast start={(wanted) => { setOpen(false); score.mutate(wanted); }} />
            </Suspense>
          }
        >
          <Button type="primary" icon={<DownOutlined />} aria-label={t('score.choose')} />
        </Popover>
      </Space.Compact>
    </>
  );
}
