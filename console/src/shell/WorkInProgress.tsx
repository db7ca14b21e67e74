import { useQueryClient } from '@tanstack/react-query';
import { LoadingOutlined, UnorderedListOutlined } from '@ant-design/icons';
import { App, Badge, Button, Popover, Progress } from 'antd';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import type { Import, Run, Work } from '../api/model';
import { useText } from '../text/language';
import { Nothing } from './states';
import { isBusy, useCancel, useImports, useRuns } from './work';

interface Job {
  key: string;
  title: string;
  link: string;
  work: Work;
  cancel: () => void;
}

/** Top right: all long work, with its progress and a way to stop it; tells when one has ended. */
export function WorkInProgress() {
  const { t } = useText();
  const runs = useRuns();
  const imports = useImports();
  const cancelRun = useCancel('runs');
  const cancelImport = useCancel('imports');
  const jobs: Job[] = [
    ...(runs.data?.items ?? []).map((run: Run) => ({
      key: `run-${run.id}`, title: t('work.run', { day: run.asOf }), link: '/', work: run, cancel: () => cancelRun.mutate(run.id),
    })),
    ...(imports.data?.items ?? []).map((it: Import) => ({
      key: `import-${it.id}`, title: t('work.import', { file: it.fileName }), link: `/data/imports/${it.id}`, work: it, cancel: () => cancelImport.mutate(it.id),
    })),
  ];
  const busy = jobs.filter((job) => isBusy(job.work.state));
  useAnnouncements(jobs);
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={t('work.title')}
      content={<div className="jobs">{busy.length === 0 ? <Nothing title={t('work.none')} /> : busy.map((job) => <JobLine key={job.key} job={job} />)}</div>}
    >
      <Badge count={busy.length} size="small">
        <Button type="text" aria-label={t('work.title')} icon={busy.length > 0 ? <LoadingOutlined /> : <UnorderedListOutlined />} data-testid="work" />
      </Badge>
    </Popover>
  );
}

function JobLine({ job }: { job: Job }) {
  const { t, format } = useText();
  return (
    <div className="job">
      <div className="job-head">
        <Link to={job.link}>{job.title}</Link>
        <Button size="small" type="link" danger onClick={job.cancel}>{t('work.cancel')}</Button>
      </div>
      <Progress percent={Math.floor(job.work.percent ?? 0)} size="small" aria-label={job.title} />
      <div className="quiet">
        {job.work.secondsLeft === null ? t('work.estimating') : t('work.left', { time: format.duration(Math.ceil(job.work.secondsLeft)) })}
      </div>
    </div>
  );
}

/** Says once, wherever one is, that work which was seen going on has ended; and has the figures read again. */
function useAnnouncements(jobs: Job[]) {
  const { t } = useText();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const seen = useRef(new Set<string>());
  useEffect(() => {
    for (const job of jobs) {
      if (isBusy(job.work.state)) seen.current.add(job.key);
      else if (seen.current.delete(job.key)) {
        if (job.work.state === 'DONE') void message.success(t('work.done', { work: job.title }));
        else if (job.work.state === 'FAILED') void message.error(t('work.failed', { work: job.title }));
        else void message.info(t('work.cancelled', { work: job.title }));
        void queries.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
      }
    }
  });
}
