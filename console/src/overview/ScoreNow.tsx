import { DownOutlined } from '@ant-design/icons';
import { Alert, Button, Form, Input, Popover, Progress, Space, Switch } from 'antd';
import { useState } from 'react';
import type { Run } from '../api/model';
import { ErrorWords, ProblemWords } from '../shell/ErrorWords';
import { isBusy, useCancel, useRuns, useScoreNow } from '../shell/work';
import { useText } from '../text/language';

/** Starts a scoring run and shows how it goes; the latest run's failure stays visible until the next. */
export function ScoreNow({ run: known }: { run: Run | null }) {
  const { t, format } = useText();
  const score = useScoreNow();
  const cancel = useCancel('runs');
  const followed = useRuns().data?.items[0];
  const [open, setOpen] = useState(false);
  const [asOf, setAsOf] = useState('');
  const [late, setLate] = useState(true);
  const run = followed ?? known;

  if (run !== null && isBusy(run.state)) {
    return (
      <div className="scoring" data-testid="scoring">
        <Progress percent={Math.floor(run.percent ?? 0)} size="small" aria-label={t('score.running')} />
        <span className="quiet">{run.secondsLeft === null ? t('score.running') : t('work.left', { time: format.duration(Math.ceil(run.secondsLeft)) })}</span>
        <Button size="small" onClick={() => cancel.mutate(run.id)}>{t('work.cancel')}</Button>
      </div>
    );
  }
  const start = (day: string) => {
    setOpen(false);
    score.mutate(day === '' ? undefined : { asOf: day, lateData: late ? 'include' : 'exclude' });
  };
  return (
    <>
      {run?.state === 'FAILED' && <Alert type="error" showIcon title={t('score.failed')} description={run.problem === null ? undefined : <ProblemWords of={run.problem} />} />}
      {score.isError && <Alert type="error" showIcon title={<ErrorWords error={score.error} />} />}
      <Space.Compact>
        <Button type="primary" loading={score.isPending} onClick={() => start('')} data-testid="score-now">{t('score.now')}</Button>
        <Popover
          open={open}
          onOpenChange={setOpen}
          trigger="click"
          placement="bottomRight"
          content={
            <Form layout="vertical" onFinish={() => start(asOf)} className="score-form">
              <Form.Item label={t('score.asOf')} extra={t('score.asOf.help')}>
                <Input type="date" value={asOf} onChange={(event) => setAsOf(event.target.value)} />
              </Form.Item>
              <Form.Item label={t('score.late')} extra={t(late ? 'score.late.in' : 'score.late.out')}>
                <Switch checked={late} onChange={setLate} aria-label={t('score.late')} />
              </Form.Item>
              <Button type="primary" htmlType="submit" block disabled={asOf === ''}>{t('score.start')}</Button>
            </Form>
          }
        >
          <Button type="primary" icon={<DownOutlined />} aria-label={t('score.choose')} />
        </Popover>
      </Space.Compact>
    </>
  );
}
