import { Button, Col, Row, Segmented, Select } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { LAYERS, STAGES, type ArmComparison, type MetricReport, type Report, type SegmentEffect } from '../api/model';
import { Panel, Picture } from '../chart/Panel';
import { Refusal } from '../collect/Refusal';
import { useDayInputs, type DaysOf } from './experiments';
import { Formula } from './Formula';
import { QiniWhy } from './Inputs';
import { forest, overTime, overTimeFigures, pointsOf, segmentBranches, upliftCurve, worthDrawing, type Scale } from './pictures';
import { useDrawing, type ExperimentDrawing } from './words';

/** One day is a dot, and the table says it. */
function hasDays({ overTime: points }: ArmComparison): boolean {
  return points.length > 1;
}

export function hasDetails(comparison: ArmComparison): boolean {
  return hasDays(comparison) || comparison.segments.length > 0 || comparison.uplift !== null;
}

/** When a difference came about, for whom, and whom to treat first. */
export function Details({ metric, comparison, report, days: path }: { metric: MetricReport; comparison: ArmComparison; report: Report; days: DaysOf }) {
  if (!hasDetails(comparison)) return null;
  const days = hasDays(comparison);
  return (
    <Row gutter={[16, 16]}>
      {days && <Col xs={24} xl={comparison.uplift === null ? 24 : 14}><Days metric={metric} comparison={comparison} report={report} path={path} /></Col>}
      {comparison.uplift !== null && <Col xs={24} xl={days ? 10 : 24}><Uplift metric={metric} of={comparison.uplift} /></Col>}
      {comparison.segments.length > 0 && <Col span={24}><Parts metric={metric} comparison={comparison} report={report} /></Col>}
    </Row>
  );
}

const SCALES = ['absolute', 'relative'] as const;

function Days({ metric, comparison, report, path }: { metric: MetricReport; comparison: ArmComparison; report: Report; path: DaysOf }) {
  const drawing = useDrawing();
  const { t } = drawing;
  const [scale, setScale] = useState<Scale>('absolute');
  const drawn = useMemo(() => overTime(comparison, metric, scale, drawing), [comparison, metric, scale, drawing]);
  const [why, setWhy] = useState<string | null>(null);
  const relative = pointsOf(comparison, 'relative').length > 1;
  const points = useMemo(() => pointsOf(comparison, scale), [comparison, scale]);
  const choose = useCallback((at: number) => setWhy(points[at]?.day ?? null), [points]);
  const found = useDayInputs(path, why === null ? null : { metric: metric.name, arm: comparison.arm, day: why }, report.madeAt);
  const inputs = found.data ?? null;
  return (
    <Panel
      title={t('experiment.time')} note={t('experiment.time.note')} figures={overTimeFigures(comparison, scale, drawing)}
      tools={<><Select<string> loading={found.isFetching} size="small" style={{ width: 170 }} showSearch value={why} placeholder={t('formula.day')} aria-label={t('formula.day')} onChange={setWhy} options={points.map(({ day }) => ({ value: day, label: day }))} />{relative && <Segmented<Scale> size="small" value={scale} aria-label={t('experiment.scale')} onChange={setScale} options={SCALES.map((value) => ({ value, label: t(`experiment.scale.${value}`) }))} />}</>}
    >
      <Picture option={drawn} height={300} label={t('experiment.time')} onChoose={choose} />
      {found.isError && <Refusal error={found.error} />}
      {why !== null && inputs !== null && (
        <Formula
          metric={{ ...metric, name: `${metric.name} · ${why}`, arms: [inputs.control, inputs.treatment] }}
          comparison={{ ...comparison, effect: inputs.effect, qValue: null }}
          report={report} note={t('formula.day.note', { day: why })} close={() => setWhy(null)}
        />
      )}
    </Panel>
  );
}

function Uplift({ metric, of }: { metric: MetricReport; of: NonNullable<ArmComparison['uplift']> }) {
  const drawing = useDrawing();
  const { t } = drawing;
  const [why, setWhy] = useState(false);
  const drawn = useMemo(() => upliftCurve(of.points, metric, drawing), [of, metric, drawing]);
  const { bins } = of;
  const open = useCallback(() => setWhy(true), []);
  return (
    <Panel
      title={t('experiment.uplift')} note={t('experiment.uplift.note', { qini: of.coefficient.toPrecision(3) })}
      figures={{ columns: [t('experiment.uplift.share'), t('experiment.uplift.gain')], rows: of.points.map((it) => [it.share, it.gain]) }}
      tools={bins !== null && <Button type="link" size="small" aria-label={`${t('formula.qini')} · ${t('experiment.how')}`} onClick={() => setWhy(true)}>{t('experiment.how')}</Button>}
    >
      <Picture option={drawn} height={300} label={t('experiment.uplift')} {...(bins === null ? {} : { onChoose: open })} />
      {why && bins !== null && <QiniWhy bins={bins} coefficient={of.coefficient} close={() => setWhy(false)} />}
    </Panel>
  );
}

function Parts({ metric, comparison, report }: { metric: MetricReport; comparison: ArmComparison; report: Report }) {
  const drawing = useDrawing();
  const { t } = drawing;
  const [why, setWhy] = useState<number | null>(null);
  const [all, setAll] = useState(false);
  const { segments } = comparison;
  const most = useMemo(() => worthDrawing(segments), [segments]);
  const drawn = useMemo(() => {
    const places = all ? segments.map((_, at) => at) : most;
    const { branches, shown } = segmentBranches(segments, metric, (it) => segmentName(it, t), drawing);
    return { places, forest: forest(places.flatMap((at) => branches[at] ?? []), shown, drawing) };
  }, [segments, most, all, metric, drawing, t]);
  const choose = useCallback((at: number) => setWhy(drawn.places[at] ?? null), [drawn]);
  const open = segments.some((it) => it.inputs !== null);
  const part = why === null ? undefined : segments[why];
  const inputs = part?.inputs ?? null;
  return (
    <Panel
      title={t('experiment.segments')}
      note={t('experiment.segments.note')}
      figures={{
        columns: [t('experiment.segment'), t('experiment.difference'), t('experiment.low'), t('experiment.high'), t('experiment.lift'), 'p', 'q'],
        rows: segments.map((it) => [segmentName(it, t), it.difference, it.interval.low, it.interval.high, it.lift, it.pValue, it.qValue]),
      }}
      tools={open && <Select<number> size="small" style={{ width: 220 }} showSearch={{ optionFilterProp: 'label' }} value={why} placeholder={t('formula.part')} aria-label={t('formula.part')} onChange={setWhy} options={segments.map((it, value) => ({ value, label: segmentName(it, t) }))} />}
    >
      <Picture option={drawn.forest} height={60 + 24 * drawn.places.length} label={t('experiment.segments')} {...(open ? { onChoose: choose } : {})} />
      {most.length < segments.length && (
        <p className="quiet">
          {!all && `${t('experiment.segments.most', { n: most.length, of: segments.length })} `}
          <Button type="link" size="small" aria-expanded={all} onClick={() => setAll(!all)}>{all ? t('experiment.segments.fewer') : t('experiment.segments.all')}</Button>
        </p>
      )}
      {part !== undefined && inputs !== null && (
        <Formula
          metric={{ ...metric, name: `${metric.name} · ${segmentName(part, t)}`, arms: [inputs.control, inputs.treatment] }}
          comparison={{ ...comparison, effect: inputs.effect, qValue: part.qValue }}
          report={report} parts close={() => setWhy(null)}
        />
      )}
    </Panel>
  );
}

function segmentName({ dimension, value }: SegmentEffect, t: ExperimentDrawing['t']): string {
  if (dimension === 'stage') {
    const stage = STAGES.find((it) => it === value);
    if (stage !== undefined) return t(`stage.${stage}`);
  }
  if (dimension === 'layer') {
    const layer = LAYERS.find((it) => it === value);
    if (layer !== undefined) return t(`layer.${layer}`);
  }
  return dimension === 'rfm' ? `RFM ${value}` : `${dimension} ${value}`;
}
