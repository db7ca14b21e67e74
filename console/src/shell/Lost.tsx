import { Alert, Button } from 'antd';
import { useText } from '../text/language';
import { useDoor } from './door';
import { ErrorWords } from './ErrorWords';

interface Part {
  error: Error | null;
  isFetching: boolean;
  refetch: () => unknown;
}

/** Says of a part of what is shown that it could not be read, and reads it again; nothing while it can. */
export function Lost({ of, what }: { of: Part; what: string }) {
  return of.error === null ? null : <Told error={of.error} busy={of.isFetching} what={what} retry={() => void of.refetch()} />;
}

function Told({ error, busy, what, retry }: { error: Error; busy: boolean; what: string; retry: () => void }) {
  const { t } = useText();
  useDoor(error);
  return (
    <Alert
      className="stale" type="warning" showIcon data-testid="lost" title={what} description={<ErrorWords error={error} />}
      action={<Button size="small" loading={busy} onClick={retry}>{t('state.retry')}</Button>}
    />
  );
}
