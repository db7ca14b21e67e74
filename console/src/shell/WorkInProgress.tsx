import { useMutation, useQueries, useQueryClient } from '@tanstack/react-query';
import { LoadingOutlined, UnorderedListOutlined } from '@ant-design/icons';
import { App, Badge, Button, Popover } from 'antd';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { useMay } from '../access/roles';
import { send } from '../api/client';
import { StateTag } from '../collect/StateTag';
import { ProblemWords } from './ErrorWords';
import { useText } from '../text/language';
import { refreshAll } from './endless';
import { expectEnd, wasExpected } from './expected';
import { Going } from './Going';
import { kindsFor, type Job, type Said } from './kinds';
import { Nothing } from './states';
import { IDLE, isBusy, RUNNING } from './work';

const RECENT = 5;

/** Top right: all long work, with its progress and a way to stop it, and what ended last; tells when one has ended. */
export function WorkInProgress() {
  const { t } = useText();
  const jobs = useJobs();
  const busy = jobs.filter((job) => isBusy(job.state));
  const ended = jobs.filter((job) => !isBusy(job.state)).sort((a, b) => (b.finishedAt ?? '').localeCompare(a.finishedAt ?? '')).slice(0, RECENT);
  useAnnouncements(jobs);
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={t('work.title')}
      content={
        <div className="jobs">
          {busy.length === 0 ? <Nothing title={t('work.none')} /> : busy.map((job) => <JobLine key={job.key} job={job} />)}
          {ended.length > 0 && <h3>{t('work.recent')}</h3>}
          {ended.map((job) => <EndedLine key={job.key} job={job} />)}
        </div>
      }
    >
      <Badge count={busy.length} size="small">
        <Button type="text" aria-label={t('work.title')} icon={busy.length > 0 ? <LoadingOutlined /> : <UnorderedListOutlined />} data-testid="work" />
      </Badge>
    </Popover>
  );
}

/** The latest work of all kinds; a kind is followed closely while one of its own goes on. */
function useJobs(): Job[] {
  const kinds = kindsFor(useMay('ADMINISTRATOR'));
  return useQueries({
    queries: kinds.map((kind) => ({
      queryKey: kind.queryKey,
      queryFn: kind.read,
      refetchInterval: ({ state }: { state: { data?: unknown } }) => (kind.jobs(state.data).some((job) => isBusy(job.state)) ? RUNNING : IDLE),
    })),
    combine: (answers) => answers.flatMap(({ data }, i) => kinds[i]?.jobs(data) ?? []),
  });
}

function useSaid(): (said: Said | null) => string {
  const { t, format } = useText();
  return (said) => (said === null ? '' : t(said.key, Object.fromEntries(Object.entries(said.values).map(([name, value]) => [name, typeof value === 'number' ? format.whole(value) : value]))));
}

function JobLine({ job }: { job: Job }) {
  const { t, format } = useText();
  const say = useSaid();
  const operator = useMay('OPERATOR');
  const queries = useQueryClient();
  const cancel = useMutation({ mutationFn: (path: string) => send<unknown>('POST', path), onSettled: () => refreshAll(queries) });
  const { cancel: path, percent } = job;
  const left = percent === null ? t('work.goesOn') : job.secondsLeft === null ? t('work.estimating') : t('work.left', { time: format.duration(Math.ceil(job.secondsLeft)) });
  return (
    <div className="job">
      <div className="job-head">
        <Link to={job.link}>{say(job.title)}</Link>
        {operator && path !== null && <Button size="small" type="link" danger loading={cancel.isPending} onClick={() => cancel.mutate(path)}>{t('work.cancel')}</Button>}
      </div>
      <Going percent={percent} label={say(job.title)} />
      <div className="quiet">{[say(job.amount), left].filter((it) => it !== '').join(' · ')}</div>
      {job.problem !== null && <div className="quiet">{t('work.again')} · <ProblemWords of={job.problem} /></div>}
    </div>
  );
}

function EndedLine({ job }: { job: Job }) {
  const { format } = useText();
  const say = useSaid();
  return (
    <div className="job">
      <div className="job-head"><Link to={job.link}>{say(job.title)}</Link><StateTag state={job.state} /></div>
      <div className="quiet job-state"><span>{say(job.amount)}</span><span>{format.time(job.finishedAt)}</span></div>
    </div>
  );
}

/**
 * Says once, wherever one is, that work has ended which was seen going on or was asked for here, be it in another tab or
 * before this one was opened; and has the figures read again.
 */
function useAnnouncements(jobs: Job[]) {
  const { t } = useText();
  const say = useSaid();
  const { notification } = App.useApp();
  const queries = useQueryClient();
  useEffect(() => {
    for (const job of jobs) {
      const how = job.state === 'DONE' || job.state === 'TRIED' ? 'success' : job.state === 'FAILED' ? 'error' : 'info';
      if (isBusy(job.state)) {
        if (!job.routine) expectEnd(job.key);
        continue;
      }
      if (!wasExpected(job.key)) continue;
      const work = say(job.title);
      const title = { success: t('work.done', { work }), error: t('work.failed', { work }), info: t('work.cancelled', { work }) };
      const amount = say(job.amount);
      notification[how]({ key: job.key, title: title[how], description: <Link to={job.link}>{job.problem === null ? (amount === '' ? t('work.look') : amount) : <ProblemWords of={job.problem} />}</Link>, placement: 'topRight', duration: how === 'error' ? 0 : 6 });
      refreshAll(queries);
    }
  });
}
