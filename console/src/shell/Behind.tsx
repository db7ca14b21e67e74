import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { brandMoment } from '../api/now';
import { useText } from '../text/language';
import { isLong, restart } from './endless';

interface Read {
  data: unknown;
  isStale: boolean;
  isFetching: boolean;
  isError: boolean;
  dataUpdatedAt: number;
}

/** Above a long list that was read a while ago: of when it is, and a way to begin it anew. */
export function Behind({ of, queryKey }: { of: Read; queryKey: QueryKey }) {
  const { t, format } = useText();
  const queries = useQueryClient();
  if (!of.isStale || of.isFetching || of.isError || !isLong(of.data)) return null;
  const anew = () => {
    window.scrollTo(0, 0);
    void restart(queries, queryKey);
  };
  return <Alert className="stale" type="info" showIcon data-testid="behind" title={t('list.behind', { time: format.time(brandMoment(of.dataUpdatedAt)) })} action={<Button size="small" onClick={anew}>{t('list.anew')}</Button>} />;
}
