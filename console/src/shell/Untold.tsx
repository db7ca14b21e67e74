import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useEffect } from 'react';
import { useSession } from '../access/session';
import { ApiProblem } from '../api/client';
import { ErrorWords, wasSaid } from './ErrorWords';

/** For so long a page may take to say itself what went wrong; milliseconds. */
const ITSELF = 400;

/** Says of every action that was refused or did not arrive what no page says by itself: nothing that was asked for fails in silence. */
export default function Untold() {
  const cache = useQueryClient().getMutationCache();
  const { message } = App.useApp();
  const session = useSession();
  const { refetch } = session;
  useEffect(() => {
    const timers = new Set<ReturnType<typeof setTimeout>>();
    const unsubscribe = cache.subscribe((event) => {
      if (event.type !== 'updated' || event.action.type !== 'error') return;
      const error: unknown = event.action.error;
      const { meta, onError } = event.mutation.options;
      if (!(error instanceof Error) || error.name === 'AbortError' || meta?.told === true || onError !== undefined) return;
      if (error instanceof ApiProblem && error.status === 401) void refetch();
      const timer = setTimeout(() => {
        timers.delete(timer);
        if (!wasSaid(error)) void message.error({ content: <span data-testid="untold"><ErrorWords error={error} /></span>, duration: 8 });
      }, ITSELF);
      timers.add(timer);
    });
    return () => {
      unsubscribe();
      timers.forEach(clearTimeout);
    };
  }, [cache, message, refetch]);
  return null;
}
