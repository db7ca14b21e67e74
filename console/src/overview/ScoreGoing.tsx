import { Button, Progress } from 'antd';
import type { Run } from '../api/model';
import { useCancel } from '../shell/work';
import { useText } from '../text/language';

/** How far a scoring run is, and a way to end it. */
export default function ScoreGoing({ run }: { run: Run }) {
  const { t, format } = useText();
  const cancel = useCancel('runs');
  return (
    <div className="scoring" data-testid="scoring">
      <Progress percent={Math.floor(run.percent ?? 0)} size="small" aria-label={t('score.running')} />
      <span className="quiet">{run.secondsLeft === null ? t('score.running') : t('work.left', { time: format.duration(Math.ceil(run.secondsLeft)) })}</span>
      <Button size="small" onClick={() => cancel.mutate(run.id)}>{t('work.cancel')}</Button>
    </div>
  );
}
