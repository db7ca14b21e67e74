import { Alert, Button, Empty, Result, Skeleton, Spin } from 'antd';
import type { ReactNode } from 'react';
import { ApiProblem } from '../api/client';
import { useText } from '../text/language';
import { useDoor } from './door';
import { Stale } from './Stale';
import { ErrorWords } from './ErrorWords';

/** A whole page that is still on its way. */
export function Waiting() {
  return (
    <div className="waiting" aria-busy>
      <Spin size="large" />
    </div>
  );
}

/** What went wrong, in words and with the server's code, and a way to try again. */
export function Failure({ error, retry }: { error: Error; retry?: (() => void) | undefined }) {
  const { t } = useText();
  useDoor(error);
  const status = error instanceof ApiProblem ? error.status : undefined;
  const code = error instanceof ApiProblem ? error.code : 'console.error';

  return (
    <Result
      status={status === 404 ? '404' : status === 403 ? '403' : 'warning'}
      title={status === 0 ? t('state.unreachable') : status === 404 ? t('state.missing') : status === 403 ? t('state.forbidden') : t('state.failed')}
      subTitle={
        <>
          {status === 0 ? null : <div><ErrorWords error={error} /></div>}
          <code className="code">{code}</code>
        </>
      }
      extra={retry === undefined ? null : <Button type="primary" onClick={retry}>{t('state.retry')}</Button>}
    />
  );
}

export function Nothing({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={title}>
      {children}
    </Empty>
  );
}

/** Holds the room of what is on its way, so that nothing moves when it comes. */
export function Bone({ height }: { height: number }) {
  return <Skeleton.Node active style={{ width: '100%', height }} />;
}

/** Somebody else saved while one was editing: one's own changes stay until one lets them go. */
export function Overtaken({ by, take }: { by: string; take: () => void }) {
  const { t } = useText();
  return <Alert className="overtaken" type="warning" showIcon title={t('draft.overtaken', { by })} action={<Button size="small" onClick={take}>{t('draft.take')}</Button>} />;
}

interface Asked<T> {
  data: T | undefined;
  error: Error | null;
  isPending: boolean;
  refetch: () => unknown;
  /** When the data came, in milliseconds. */
  dataUpdatedAt?: number;
  /** Of a list that comes page by page: only what follows could not be read. */
  isFetchNextPageError?: boolean;
  fetchNextPage?: () => unknown;
}

/** Draws an answer when it is there, and its absence honestly until then; one that could not be read again says so. */
export function Answer<T>({ of, skeleton, children }: { of: Asked<T>; skeleton?: ReactNode; children: (data: T) => ReactNode }) {
  if (of.data !== undefined) {
    const further = of.isFetchNextPageError === true;
    const again = () => (further ? of.fetchNextPage?.() : of.refetch());
    return (
      <>
        {of.error !== null && <Stale error={of.error} since={of.dataUpdatedAt} further={further} retry={again} />}
        {children(of.data)}
      </>
    );
  }
  if (of.error !== null) return <Failure error={of.error} retry={() => void of.refetch()} />;
  return <>{skeleton ?? <Skeleton active paragraph={{ rows: 8 }} />}</>;
}
