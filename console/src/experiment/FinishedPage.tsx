import { DownloadOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { Link, useParams } from 'react-router';
import { PageHead } from '../shell/page';
import { Answer } from '../shell/states';
import { useExperimentText } from './words';
import { rejectsOf, useFinishedOne } from './experiments';
import { ReportView } from './ReportView';

export default function FinishedPage() {
  const { id = '' } = useParams();
  const { t, format } = useExperimentText();
  const found = useFinishedOne(id);
  return (
    <>
      <PageHead title={found.data?.name ?? t('experiment.name')} note={<><Link to="/experiments?view=finished">{t('experiments.back')}</Link>{found.data !== undefined && <> · {found.data.fileName} · {format.time(found.data.createdAt)}</>}</>} />
      <Answer of={found}>
        {(experiment) => (
          <div className="stack">
            {experiment.rejects > 0 && <Alert type="info" showIcon title={t('experiment.rejects', { n: format.whole(experiment.rejects) })} action={<Button href={rejectsOf(experiment.id)} download icon={<DownloadOutlined />}>{t('experiment.rejects.download')}</Button>} />}
            <ReportView name={experiment.name} report={experiment.report} days={{ path: `/finished/${experiment.id}/day` }} />
            <details className="below"><summary>{t('experiment.map')}</summary><pre className="formula">{experiment.map}</pre></details>
          </div>
        )}
      </Answer>
    </>
  );
}
