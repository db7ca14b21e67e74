import { FastForwardOutlined, HourglassOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Popover, Spin } from 'antd';
import { useEffect, useReducer, useRef, useState } from 'react';
import { get, send } from '../api/client';
import type { SandboxAdvance, SandboxState } from '../api/model';
import { now, setAhead } from '../api/now';
import { useMay } from '../access/roles';
import { sandbox as en } from '../text/en/sandbox';
import { ErrorWords } from './ErrorWords';
import { useWords } from '../text/language';
import { sandbox as zh } from '../text/zh/sandbox';
import './sandbox.css';

const WORDS = { 'zh-CN': zh, en };
const ADVANCING = 700;
const RESTING = 10_000;
const PATH = '/api/sandbox/advance';

/** In the header of a sandbox: what time it is there, what is due next, and how to get there. */
export default function SandboxClock({ wide }: { wide: boolean }) {
  const { t, format } = useWords(WORDS);
  const [open, setOpen] = useState(false);
  const state = useSandbox(open).data;
  useMinutes();
  if (state === undefined) return null;
  const at = format.time(new Date(now()).toISOString());
  return (
    <Popover open={open} onOpenChange={setOpen} trigger="click" placement="bottomRight" arrow={wide} classNames={{ root: 'sandbox-popover' }} title={t('sandbox.clock', { time: at })} content={<Controls state={state} />}>
      <Button className="sandbox-clock" aria-label={t('sandbox.clock', { time: at })} icon={state.advancing ? <FastForwardOutlined /> : <HourglassOutlined />} data-testid="sandbox" data-advancing={state.advancing}>
        {wide && <span>{t('sandbox.name')}</span>}
        <time dateTime={state.now}>{at.slice(5)}</time>
      </Button>
    </Popover>
  );
}

function Controls({ state }: { state: SandboxState }) {
  const { t, format } = useWords(WORDS);
  const queries = useQueryClient();
  const may = useMay('OPERATOR');
  const set = (to: SandboxState) => queries.setQueryData(['sandbox'], to);
  const advance = useMutation({ mutationFn: (by: SandboxAdvance) => send<SandboxState>('POST', PATH, by), onSuccess: set });
  const stop = useMutation({ mutationFn: () => send<SandboxState>('DELETE', PATH), onSuccess: set });
  const button = (by: SandboxAdvance, words: string) => (
    <Button key={words} disabled={state.advancing || advance.isPending} onClick={() => advance.mutate(by)}>{words}</Button>
  );
  return (
    <div className="sandbox-controls">
      <p className="quiet">{t('sandbox.note')}</p>
      <p>{state.aheadSeconds === 0 ? t('sandbox.level') : t('sandbox.ahead', { time: format.duration(state.aheadSeconds) })}</p>
      {state.advancing ? (
        <div className="sandbox-busy" role="status">
          <Spin size="small" />
          <span>
            {state.until === null ? t('sandbox.advancing') : t('sandbox.until', { time: format.time(state.until) })}
            {state.doing.length > 0 && <span className="quiet"> {t('sandbox.doing', { agendas: state.doing.map((it) => t(`sandbox.agenda.${it}`)).join(', ') })}</span>}
          </span>
        </div>
      ) : (
        <p>{state.next === null ? t('sandbox.next.none') : t('sandbox.next', { time: format.time(state.next.at), agenda: t(`sandbox.agenda.${state.next.agenda}`) })}</p>
      )}
      {advance.error !== null && <Alert type="error" showIcon title={t('sandbox.failed')} description={<ErrorWords error={advance.error} />} />}
      {may && (
        <div className="sandbox-buttons">
          <Button type="primary" icon={<FastForwardOutlined />} disabled={state.advancing || advance.isPending || state.next === null} onClick={() => advance.mutate({ to: 'NEXT' })}>{t('sandbox.to')}</Button>
          {button({ to: 'HOUR' }, t('sandbox.hour'))}
          {button({ to: 'DAY' }, t('sandbox.day'))}
          {button({ to: 'DAY', times: 7 }, t('sandbox.week'))}
          {state.advancing && <Button danger onClick={() => stop.mutate()}>{t('sandbox.stop')}</Button>}
        </div>
      )}
    </div>
  );
}

/** Followed closely while it is advanced; what pages show is read again when it has moved. */
function useSandbox(open: boolean) {
  const queries = useQueryClient();
  const found = useQuery({
    queryKey: ['sandbox'],
    queryFn: () => get<SandboxState>('/api/sandbox'),
    refetchInterval: (query) => (query.state.data?.advancing === true ? ADVANCING : open ? 2_000 : RESTING),
  });
  const { data } = found;
  const ahead = data?.aheadSeconds;
  const advancing = data?.advancing;
  if (ahead !== undefined) setAhead(ahead * 1000);
  const known = useRef<string | null>(null);
  useEffect(() => {
    if (ahead === undefined) return;
    const before = known.current;
    known.current = `${ahead} ${String(advancing)}`;
    // A first answer that the clock stands level moves nothing: what pages show has just been read.
    if (before !== null || ahead > 0) void queries.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'session' && query.queryKey[0] !== 'sandbox' });
  }, [ahead, advancing, queries]);
  return found;
}

/** Draws again as minutes pass. */
function useMinutes() {
  const [, again] = useReducer((n: number) => n + 1, 0);
  useEffect(() => {
    const every = setInterval(again, 10_000);
    return () => clearInterval(every);
  }, []);
}
