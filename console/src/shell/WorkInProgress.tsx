import { useQueryClient } from '@tanstack/react-query';
import { LoadingOutlined, UnorderedListOutlined } from '@ant-design/icons';
import { App, Badge, Button, Popover, Progress } from 'antd';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import type { Import, Run, Work } from '../api/model';
import { useMay } from '../access/roles';
import { StateTag } from '../collect/StateTag';
import { useText } from '../text/language';
import { Nothing } from './states';
import { isBusy, useCancel, useImports, useRuns } from './work';

interface Job {
  key: string;
  title: string;
  link: string;
  work: Work;
  /** What it has gone through so far, or in all: rows of a file, members of a run. */
  amount: string;
  cancel: () => void;
}

const RECENT = 5;

/** Top right: all long work, with its progress and a way to stop it, and what ended last; tells when one has ended. */
export function WorkInProgress() {
  const { t } = useText();
  const jobs = useJobs();
  const operator = useMay('OPERATOR');
  const busy = jobs.filter((job) => isBusy(job.work.state));
  const ended = jobs.filter((job) => !isBusy(job.work.state)).sort((a, b) => (b.work.finishedAt ?? '').localeCompare(a.work.finishedAt ?? '')).slice(0, RECENT);
  useAnnouncements(jobs);
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={t('work.title')}
      content={
        <div className="jobs">
          {busy.length === 0 ? <Nothing title={t('work.none')} /> : busy.map((job) => <JobLine key={job.key} job={job} mayCancel={operator} />)}
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

function useJobs(): Job[] {
  const { t, format } = useText();
  const runs = useRuns();
  const imports = useImports();
  const cancelRun = useCancel('runs');
  const cancelImport = useCancel('imports');
  return [
    ...(runs.data?.items ?? []).map((run: Run) => ({
      key: `run-${run.id}`, title: t('work.run', { day: run.asOf }), link: '/', work: run, cancel: () => cancelRun.mutate(run.id),
      amount: run.members === null ? '' : t('work.members', { n: format.whole(run.members) }),
    })),
    ...(imports.data?.items ?? []).map((it: Import) => ({
      key: `import-${it.id}`, title: t('work.import', { file: it.fileName }), link: `/data/imports/${it.id}`, work: it, cancel: () => cancelImport.mutate(it.id),
      amount: it.read === 0 ? '' : t('work.rows', { n: format.whole(it.read) }),
    })),
  ];
}

function JobLine({ job, mayCancel }: { job: Job; mayCancel: boolean }) {
  const { t, format } = useText();
  const left = job.work.secondsLeft === null ? t('work.estimating') : t('work.left', { time: format.duration(Math.ceil(job.work.secondsLeft)) });
  return (
    <div className="job">
      <div className="job-head">
        <Link to={job.link}>{job.title}</Link>
        {mayCancel && <Button size="small" type="link" danger onClick={job.cancel}>{t('work.cancel')}</Button>}
      </div>
      <Progress percent={Math.floor(job.work.percent ?? 0)} size="small" aria-label={job.title} />
      <div className="quiet">{[job.amount, left].filter((it) => it !== '').join(' · ')}</div>
    </div>
  );
}

function EndedLine({ job }: { job: Job }) {
  const { format } = useText();
  return (
    <div className="job">
      <div className="job-head"><Link to={job.link}>{job.title}</Link><StateTag state={job.work.state} /></div>
      <div className="quiet job-state"><span>{job.amount}</span><span>{format.time(job.work.finishedAt)}</span></div>
    </div>
  );
}

/** Says once, wherever one is, that work which was seen going on has ended; and has the figures read again. */
function useAnnouncements(jobs: Job[]) {
  const { t } = useText();
  const { notification } = App.useApp();
  const queries = useQueryClient();
  const seen = useRef(new Set<string>());
  useEffect(() => {
    for (const job of jobs) {
      if (isBusy(job.work.state)) seen.current.add(job.key);
      else if (seen.current.delete(job.key)) {
        const how = job.work.state === 'DONE' || job.work.state === 'TRIED' ? 'success' : job.work.state === 'FAILED' ? 'error' : 'info';
        const said = { success: t('work.done', { work: job.title }), error: t('work.failed', { work: job.title }), info: t('work.cancelled', { work: job.title }) };
        notification[how]({ key: job.key, title: said[how], description: <Link to={job.link}>{job.work.problem?.detail ?? (job.amount === '' ? t('work.look') : job.amount)}</Link>, placement: 'topRight', duration: how === 'error' ? 0 : 6 });
        void queries.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
      }
    }
  });
}
