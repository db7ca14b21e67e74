import { Alert, Button } from 'antd';
import { ApiProblem } from '../api/client';
import { brandMoment } from '../api/now';
import { useText } from '../text/language';
import { useDoor } from './door';
import { ErrorWords } from './ErrorWords';

/** Above figures that could not be read again: of when they are, why, and a way to try again. */
export function Stale({ error, since, further, retry }: { error: Error; since: number | undefined; further: boolean; retry: () => void }) {
  const { t, format } = useText();
  useDoor(error);
  const why = error instanceof ApiProblem && error.status === 0 ? t('state.unreachable') : <ErrorWords error={error} />;
  return (
    <Alert
      className="stale" type="warning" showIcon data-testid="stale"
      title={further ? t('state.further') : since === undefined || since === 0 ? t('state.stale') : t('state.stale.since', { time: format.time(brandMoment(since)) })}
      description={why}
      action={<Button size="small" onClick={retry}>{t('state.retry')}</Button>}
    />
  );
}
