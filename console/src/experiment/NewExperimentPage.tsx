import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, InputNumber, Segmented, Select } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { Arm, Design, ExperimentUnit } from '../api/model';
import { Panel } from '../chart/Panel';
import { Refusal } from '../collect/Refusal';
import { useLeaveGuard } from '../shell/leaving';
import { PageHead } from '../shell/page';
import { useExperimentText } from './words';
import { useAudiences, usePlan } from './experiments';
import { GuardRails } from './GuardRails';
import { MetricFields, newMetric } from './MetricFields';
import { PowerPanel } from './PowerPanel';
import './experiment.css';

const MOST_ARMS = 10;

/** What is compared, on whom, by what, and whether it can be seen at all. */
export default function NewExperimentPage() {
  const { t } = useExperimentText();
  const navigate = useNavigate();
  const audiences = useAudiences();
  const plan = usePlan();
  const [begun] = useState<Design>(() => ({
    name: '', hypothesis: '', unit: 'MEMBER', audience: null, layer: null, layerShare: 1, days: 28, smallestLift: 0.05, plannedUnits: null,
    arms: [{ key: 'control', name: t('experiment.control'), weight: 1 }, { key: 'treatment', name: t('experiment.treatment'), weight: 1 }],
    metrics: [newMetric(t('metric.buyers'), 'conversion'), newMetric(t('metric.spend'), 'sum')],
  }));
  const [design, setDesign] = useState(begun);
  const free = useLeaveGuard(design !== begun);
  const change = (changes: Partial<Design>) => setDesign({ ...design, ...changes });
  const arm = (i: number, changes: Partial<Arm>) => change({ arms: design.arms.map((it, at) => (at === i ? { ...it, ...changes } : it)) });
  const keep = () => plan.mutate(design, { onSuccess: (made) => { free(); void navigate(`/experiments/${made.id}`); } });
  return (
    <>
      <PageHead title={t('experiments.new')} note={<Link to="/experiments">{t('experiments.back')}</Link>} />
      <div className="design">
        <div className="stack">
          <Panel title={t('design.what')}>
            <Form layout="vertical">
              <Form.Item label={t('experiment.name')} htmlFor="name"><Input id="name" value={design.name} maxLength={100} onChange={({ target }) => change({ name: target.value })} /></Form.Item>
              <Form.Item label={t('design.hypothesis')} htmlFor="hypothesis"><Input.TextArea id="hypothesis" autoSize={{ minRows: 2 }} value={design.hypothesis} placeholder={t('design.hypothesis.example')} onChange={({ target }) => change({ hypothesis: target.value })} /></Form.Item>
            </Form>
            {design.arms.map((it, i) => (
              <div className="design-row" key={i}>
                <Input style={{ width: 200 }} value={it.name} maxLength={100} aria-label={t('experiment.arm')} onChange={({ target }) => arm(i, { name: target.value })} />
                <Input style={{ width: 150 }} value={it.key} maxLength={40} aria-label={t('design.key')} onChange={({ target }) => arm(i, { key: target.value })} />
                <InputNumber min={0.001} value={it.weight} prefix={t('design.weight')} aria-label={t('design.weight')} onChange={(weight) => arm(i, { weight: weight ?? 1 })} />
                {i === 0 ? <span className="quiet">{t('design.first')}</span> : design.arms.length > 2 && <Button type="text" icon={<DeleteOutlined />} aria-label={t('metric.remove', { name: it.name })} onClick={() => change({ arms: design.arms.filter((_, at) => at !== i) })} />}
              </div>
            ))}
            {design.arms.length < MOST_ARMS && <Button size="small" icon={<PlusOutlined />} onClick={() => change({ arms: [...design.arms, { key: `arm-${design.arms.length}`, name: `${t('experiment.arm')} ${design.arms.length}`, weight: 1 }] })}>{t('design.addArm')}</Button>}
          </Panel>
          <Panel title={t('design.whom')}>
            <div className="design-row">
              <Segmented<ExperimentUnit> value={design.unit} aria-label={t('design.unit')} onChange={(unit) => change(unit === 'COMMUNITY' ? { unit, audience: null, plannedUnits: null } : { unit })} options={[{ value: 'MEMBER', label: t('design.MEMBER') }, { value: 'COMMUNITY', label: t('design.COMMUNITY') }]} />
              <Select style={{ width: 240 }} disabled={design.unit === 'COMMUNITY'} allowClear showSearch={{ optionFilterProp: 'label' }} value={design.audience} placeholder={t('design.everybody')} aria-label={t('design.audience')} onChange={(audience: number | undefined) => change({ audience: audience ?? null })} options={(audiences.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))} />
              <Input style={{ width: 180 }} value={design.layer ?? ''} maxLength={60} placeholder={t('experiment.layer')} aria-label={t('experiment.layer')} onChange={({ target }) => change({ layer: target.value.trim() === '' ? null : target.value })} />
              {design.layer !== null && <InputNumber min={1} max={100} value={Math.round(design.layerShare * 100)} suffix="%" aria-label={t('design.layerShare')} onChange={(share) => change({ layerShare: (share ?? 100) / 100 })} />}
            </div>
            <p className="quiet">{t('design.layer.note')}</p>
          </Panel>
          <Panel title={t('design.metrics')} note={t('design.metrics.note')}>
            {design.metrics.map((it, i) => (
              <MetricFields key={i} of={it} change={(to) => change({ metrics: design.metrics.map((metric, at) => (at === i ? to : metric)) })} remove={() => change({ metrics: design.metrics.filter((_, at) => at !== i) })} />
            ))}
            <Button size="small" icon={<PlusOutlined />} onClick={() => change({ metrics: [...design.metrics, newMetric(`${t('experiment.metric')} ${design.metrics.length + 1}`, 'count')] })}>{t('design.addMetric')}</Button>
            <GuardRails in={design.metrics} add={(metric) => change({ metrics: [...design.metrics, metric] })} />
          </Panel>
        </div>
        <aside className="design-side">
          <Panel title={t('design.size')}>
            <div className="power">
              <InputNumber min={0.1} max={1000} step={0.5} value={Math.round(design.smallestLift * 1000) / 10} prefix={t('design.smallest')} suffix="%" aria-label={t('design.smallest')} onChange={(lift) => change({ smallestLift: (lift ?? 5) / 100 })} />
              <InputNumber min={1} max={730} value={design.days} prefix={t('design.days')} aria-label={t('design.days')} onChange={(days) => change({ days: days ?? 28 })} />
            </div>
          </Panel>
          <PowerPanel of={design} plan={(plannedUnits) => change({ plannedUnits })} />
          {plan.isError && <Refusal error={plan.error} />}
          <Button type="primary" size="large" block disabled={design.name.trim() === '' || design.metrics.length === 0} loading={plan.isPending} onClick={keep} data-testid="keep-plan">{t('design.keep')}</Button>
        </aside>
      </div>
    </>
  );
}
