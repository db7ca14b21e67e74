import { Alert, App, Button, Popconfirm, Segmented, Tag } from 'antd';
import { Link, useNavigate, useParams } from 'react-router';
import { useMay } from '../access/roles';
import type { Experiment, Population } from '../api/model';
import { Panel } from '../chart/Panel';
import { Refusal } from '../collect/Refusal';
import { ErrorWords } from '../shell/ErrorWords';
import { useAddress } from '../shell/address';
import { PageHead } from '../shell/page';
import { Answer, Nothing } from '../shell/states';
import { inOneLanguage } from '../text/language';
import { useExperimentText, type SayExperiment } from './words';
import { useExperiment, useMakeReport, useReport, useStep, type Step } from './experiments';
import { named, placeOf, subjectOf } from './subjects';
import { ReportView } from './ReportView';

const POPULATIONS = ['EXPOSED', 'INTENDED'] as const;

export default function ExperimentPage() {
  const { id = '' } = useParams();
  const { t, format, language } = useExperimentText();
  const found = useExperiment(id);
  const { data } = found;
  return (
    <>
      <PageHead
        title={data === undefined ? t('experiment.name') : inOneLanguage(data.design.name, language)}
        note={<><Link to="/experiments">{t('experiments.back')}</Link>{data?.subject !== null && data?.subject !== undefined && <> · <Link to={placeOf(data.subject)}>{t('experiment.holdoutOf', { subject: t(subjectOf(data.subject)) })}</Link></>}{data?.startedAt !== null && data?.startedAt !== undefined && <> · {t('experiment.since', { day: format.day(data.startedAt) })}</>}</>}
      >
        {data !== undefined && <><Tag>{t(`experiment.state.${data.state}`)}</Tag><Steps of={data} /></>}
      </PageHead>
      <Answer of={found}>{(experiment) => <Body of={experiment} />}</Answer>
    </>
  );
}

function Steps({ of }: { of: Experiment }) {
  const { t } = useExperimentText();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const operator = useMay('OPERATOR');
  const step = useStep(String(of.id));
  if (!operator) return null;
  const go = (to: Step) => step.mutate(to, {
    onSuccess: () => { if (to === 'delete') void navigate('/experiments'); },
    onError: (error) => void message.error(<ErrorWords error={error} />),
  });
  return (
    <>
      {of.state === 'DRAFT' && <Button type="primary" loading={step.isPending} onClick={() => go('start')}>{t('experiment.start')}</Button>}
      {of.state === 'DRAFT' && <Popconfirm title={t('experiment.delete.sure')} onConfirm={() => go('delete')}><Button danger>{t('experiment.delete')}</Button></Popconfirm>}
      {of.state === 'RUNNING' && <Popconfirm title={t('experiment.stop.sure')} onConfirm={() => go('stop')}><Button loading={step.isPending}>{t('experiment.stop')}</Button></Popconfirm>}
    </>
  );
}

function Body({ of }: { of: Experiment }) {
  const { t, format } = useExperimentText();
  const { at, set } = useAddress('');
  const operator = useMay('OPERATOR');
  const population: Population = POPULATIONS.find((it) => it === at('population')) ?? 'EXPOSED';
  const report = useReport(String(of.id), population, of.reports.includes(population));
  const make = useMakeReport(String(of.id), population);
  if (of.state === 'DRAFT') return <Plan of={of} />;
  return (
    <>
      <div className="filters">
        <Segmented value={population} aria-label={t('experiment.population')} onChange={(to) => set({ population: to === 'EXPOSED' ? undefined : to })} options={POPULATIONS.map((value) => ({ value, label: t(`population.${value}`) }))} />
        {operator && <Button loading={make.isPending} onClick={() => make.mutate()}>{t('experiment.refresh')}</Button>}
        {report.data !== undefined && <span className="quiet">{t('experiment.asOf', { time: format.time(report.data.madeAt) })}</span>}
      </div>
      <p className="quiet">{population === 'INTENDED' ? meant(of, t) : t('population.EXPOSED.note')}</p>
      {make.isError && <Refusal error={make.error} />}
      {report.data === undefined && !of.reports.includes(population) ? (
        <section className="panel"><Nothing title={t('experiment.noReport')}>{operator && <Button type="primary" loading={make.isPending} onClick={() => make.mutate()}>{t('experiment.make')}</Button>}</Nothing></section>
      ) : <Answer of={report}>{(made) => <ReportView name={of.design.name} report={of.subject === null ? made : named(made, t)} days={{ path: `/${of.id}/report/day`, population }} />}</Answer>}
    </>
  );
}

/** Whom the analysis by intention is of. */
function meant({ subject, design }: Experiment, t: SayExperiment): string {
  if (subject !== null) return t('experiment.onlyExposed');
  return t(design.unit === 'COMMUNITY' ? 'experiment.onlyExposed.communities' : 'population.INTENDED.note');
}

function Plan({ of: { design } }: { of: Experiment }) {
  const { t, format } = useExperimentText();
  const whole = design.arms.reduce((sum, arm) => sum + arm.weight, 0);
  return (
    <div className="stack">
      <Alert type="info" showIcon title={t('experiment.draft')} />
      <Panel title={t('experiment.plan')}>
        {design.hypothesis !== '' && <p>{design.hypothesis}</p>}
        <ul>{design.arms.map((arm) => <li key={arm.key}>{arm.name} <span className="quiet">{format.share(arm.weight / whole)}</span></li>)}</ul>
        <ul>{design.metrics.map((metric) => <li key={metric.name}>{metric.name} <span className="quiet">{t(`metric.${metric.measurement.kind}`)} · {t('metric.within', { days: metric.windowDays })}{metric.guardRail ? ` · ${t('experiment.guard')}` : ''}</span></li>)}</ul>
        <p className="quiet">{t('experiment.planned', { days: design.days })}{design.layer === null ? '' : ` · ${t('experiment.layer')} ${design.layer}`}</p>
      </Panel>
    </div>
  );
}
