import { Button, Form, Input, Switch } from 'antd';
import { useState } from 'react';
import type { Run } from '../api/model';
import { useText } from '../text/language';

/** Asks as of which day is to be scored, and whether with what came late. */
export default function ScorePast({ start }: { start: (wanted: Pick<Run, 'asOf' | 'lateData'>) => void }) {
  const { t } = useText();
  const [asOf, setAsOf] = useState('');
  const [late, setLate] = useState(true);
  return (
    <Form layout="vertical" onFinish={() => start({ asOf, lateData: late ? 'include' : 'exclude' })} className="score-form">
      <Form.Item label={t('score.asOf')} extra={t('score.asOf.help')}>
        <Input type="date" value={asOf} onChange={(event) => setAsOf(event.target.value)} />
      </Form.Item>
      <Form.Item label={t('score.late')} extra={t(late ? 'score.late.in' : 'score.late.out')}>
        <Switch checked={late} onChange={setLate} aria-label={t('score.late')} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block disabled={asOf === ''}>{t('score.start')}</Button>
    </Form>
  );
}
