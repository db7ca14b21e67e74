import { Alert, Button } from 'antd';
import { ApiProblem } from '../api/client';
import { now } from '../api/now';
import { useText } from '../text/language';
import { useDoor } from './door';

/** Above figures that could not be read again: of when they are, why, and a way to try again. */
export function Stale({ error, since, further, retry }: { error: Error; since: number | undefined; further: boolean; retry: () => void }) {
  const { t, format } = useText();
  useDoor(error);
  // When they came, by the brand's clock, which may be ahead of the browser's.
  const read = since === undefined || since === 0 ? null : new Date(now() - (Date.now() - since)).toISOString();
  const why = error instanceof ApiProblem && error.status === 0 ? t('state.unreachable') : error.message;
  return (
    <Alert
      className="stale" type="warning" showIcon data-testid="stale"
      title={further ? t('state.further') : read === null ? t('state.stale') : t('state.stale.since', { time: format.time(read) })}
      description={why}
      action={<Button size="small" onClick={retry}>{t('state.retry')}</Button>}
    />
  );
}
