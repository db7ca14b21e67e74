import { Button, Segmented, Table, Tag, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { useMay } from '../access/roles';
import type { Experiment, FinishedSummary } from '../api/model';
import { useAddress } from '../shell/address';
import { PageHead } from '../shell/page';
import { Answer, Nothing } from '../shell/states';
import { inOneLanguage } from '../text/language';
import { armOf, placeOf, subjectOf } from './subjects';
import { useExperimentText } from './words';
import { useExperiments, useFinished } from './experiments';
import { Holdouts } from './Holdouts';

const VIEWS = ['live', 'finished', 'holdout'] as const;
const COLOR = { DRAFT: 'default', RUNNING: 'processing', STOPPED: 'default' } as const;

export default function ExperimentsPage() {
  const { t } = useExperimentText();
  const { at, set } = useAddress('');
  const operator = useMay('OPERATOR');
  const view = VIEWS.find((it) => it === at('view')) ?? 'live';
  return (
    <>
      <PageHead title={t('experiments.title')} note={t('experiments.question')}>
        <Link to="/experiments/reports"><Button>{t('reports.title')}</Button></Link>
        {operator && <Link to="/experiments/finished/new"><Button>{t('experiments.analyse')}</Button></Link>}
        {operator && <Link to="/experiments/new"><Button type="primary">{t('experiments.new')}</Button></Link>}
      </PageHead>
      <section className="panel">
        <Segmented className="filter" value={view} aria-label={t('experiments.view')} onChange={(to) => set({ view: to === 'live' ? undefined : to })} options={VIEWS.map((value) => ({ value, label: t(`experiments.view.${value}`) }))} />
        {view === 'live' && <Live operator={operator} />}
        {view === 'finished' && <Finished operator={operator} />}
        {view === 'holdout' && <Holdouts operator={operator} />}
      </section>
    </>
  );
}

function Live({ operator }: { operator: boolean }) {
  const { t, format, language } = useExperimentText();
  const experiments = useExperiments();
  const columns: TableColumnsType<Experiment> = [
    { title: t('experiment.name'), key: 'name', render: (_, it) => <><Link to={`/experiments/${it.id}`}>{inOneLanguage(it.design.name, language)}</Link>{it.subject !== null && <div className="quiet"><Link to={placeOf(it.subject)}>{t('experiment.holdoutOf', { subject: t(subjectOf(it.subject)) })}</Link></div>}</> },
    { title: t('experiment.state'), key: 'state', render: (_, it) => <Tag color={COLOR[it.state]}>{t(`experiment.state.${it.state}`)}</Tag> },
    { title: t('experiment.arms'), key: 'arms', render: (_, it) => it.design.arms.map((arm) => (it.subject === null ? arm.name : `${armOf(arm, t)} ${format.share(arm.weight)}`)).join(' · ') },
    { title: t('experiment.exposed'), dataIndex: 'exposed', align: 'right', render: format.whole },
    { title: t('experiment.started'), dataIndex: 'startedAt', render: format.day },
    { title: t('experiment.by'), dataIndex: 'createdBy' },
  ];
  return (
    <Answer of={experiments}>
      {({ items }) => (
        <Table size="middle" rowKey="id" columns={columns} dataSource={items} pagination={false} scroll={{ x: 'max-content' }} locale={{ emptyText: <Nothing title={t('experiments.none')}>{operator && <Link to="/experiments/new"><Button>{t('experiments.new')}</Button></Link>}</Nothing> }} />
      )}
    </Answer>
  );
}

function Finished({ operator }: { operator: boolean }) {
  const { t, format } = useExperimentText();
  const finished = useFinished(true);
  const columns: TableColumnsType<FinishedSummary> = [
    { title: t('experiment.name'), dataIndex: 'name', render: (name: string, it) => <Link to={`/experiments/finished/${it.id}`}>{name}</Link> },
    { title: t('experiment.file'), dataIndex: 'fileName' },
    { title: t('experiment.made'), dataIndex: 'createdAt', render: format.time },
    { title: t('experiment.by'), dataIndex: 'createdBy' },
  ];
  return (
    <Answer of={finished}>
      {({ items }) => (
        <Table size="middle" rowKey="id" columns={columns} dataSource={items} pagination={false} scroll={{ x: 'max-content' }} locale={{ emptyText: <Nothing title={t('experiments.noFinished')}>{operator && <Link to="/experiments/finished/new"><Button>{t('experiments.analyse')}</Button></Link>}</Nothing> }} />
      )}
    </Answer>
  );
}
