import { DownloadOutlined, PictureOutlined } from '@ant-design/icons';
import { Button, Col, Row, Segmented, Table, type TableColumnsType } from 'antd';
import { useMemo, useState } from 'react';
import { LAYERS, STAGES, type ArmComparison, type MetricReport, type Report, type SegmentEffect } from '../api/model';
import { csv, save } from '../chart/export';
import { Panel, Picture } from '../chart/Panel';
import { useAddress } from '../shell/address';
import { Nothing } from '../shell/states';
import { useDrawing, type ExperimentDrawing } from './words';
import { card, reportFigures, saveAsPicture } from './card';
import { Formula } from './Formula';
import { Health } from './Health';
import { forest, overTime, overTimeFigures, segmentBranches, upliftCurve } from './pictures';
import { chance, figureOf, lift, sentence } from './verdict';
import { VerdictTag } from './VerdictTag';
import './experiment.css';

interface Row {
  metric: MetricReport;
  comparison: ArmComparison;
  key: string;
}

/** A report: health first, then what helped, then when and for whom. */
export function ReportView({ name, report }: { name: string; report: Report }) {
  const drawing = useDrawing();
  const { t, format } = drawing;
  const { at, set } = useAddress('');
  const [why, setWhy] = useState<Row | null>(null);
  const rows: Row[] = report.metrics.flatMap((metric) => metric.comparisons.map((comparison) => ({ metric, comparison, key: `${metric.name} ${comparison.arm}` })));
  const chosen = rows.find((it) => it.key === at('of')) ?? rows[0];
  const names = new Map(report.health.arms.map((arm) => [arm.key, arm.name]));
  const columns: TableColumnsType<Row> = [
    {
      title: t('experiment.metric'), key: 'metric',
      render: (_, it) => <>{it.metric.name}{it.metric.guardRail && <span className="quiet"> · {t('experiment.guard')}</span>}{report.health.arms.length > 2 && <div className="quiet">{names.get(it.comparison.arm)}</div>}</>,
    },
    { title: t('experiment.verdict'), key: 'verdict', render: (_, it) => <><VerdictTag of={it.comparison.verdict} /><div className="quiet">{sentence(it.comparison.verdict, it.metric, t, format)}</div></> },
    { title: names.get(report.health.arms[0]?.key ?? ''), key: 'control', align: 'right', render: (_, it) => figureOf(it.metric)(it.metric.arms[0]?.value ?? null, format) },
    { title: report.health.arms.length > 2 ? t('experiment.treatment') : names.get(report.health.arms[1]?.key ?? ''), key: 'treatment', align: 'right', render: (_, it) => figureOf(it.metric)(it.metric.arms.find((arm) => arm.arm === it.comparison.arm)?.value ?? null, format) },
    { title: t('experiment.lift'), key: 'lift', align: 'right', render: (_, it) => lift(it.comparison.effect?.lift ?? null) },
    { title: 'p', key: 'p', align: 'right', render: (_, it) => (it.comparison.effect === null ? '—' : chance(report.once ? it.comparison.effect.pValue : it.comparison.effect.alwaysPValue)) },
    { title: '', key: 'why', align: 'right', render: (_, it) => <Button type="link" size="small" onClick={(event) => { event.stopPropagation(); setWhy(it); }}>{t('experiment.how')}</Button> },
  ];
  return (
    <div className="stack">
      <Health of={report} />
      <Panel
        title={t('experiment.lifts')}
        note={report.once ? t('experiment.once') : t('experiment.always')}
        tools={
          <>
            <Button size="small" icon={<PictureOutlined />} onClick={() => void saveAsPicture(name, card(name, report, drawing))}>{t('experiment.card')}</Button>
            <Button size="small" icon={<DownloadOutlined />} onClick={() => save(`${name}.csv`, csv(reportFigures(report, drawing)))}>CSV</Button>
          </>
        }
      >
        <Table size="middle" rowKey="key" columns={columns} dataSource={rows} pagination={false} scroll={{ x: 'max-content' }} locale={{ emptyText: <Nothing title={t('experiment.noMetrics')} /> }} />
      </Panel>
      {chosen !== undefined && (
        <>
          {rows.length > 1 && rows.some(({ comparison }) => hasDetails(comparison)) && (
            <div className="experiment-choice">
              <Segmented value={chosen.key} aria-label={t('experiment.metric')} onChange={(of) => set({ of })} options={rows.map((it) => ({ value: it.key, label: report.health.arms.length > 2 ? `${it.metric.name} · ${names.get(it.comparison.arm) ?? ''}` : it.metric.name }))} />
            </div>
          )}
          <Details row={chosen} drawing={drawing} />
        </>
      )}
      {why !== null && <Formula metric={why.metric} comparison={why.comparison} report={report} close={() => setWhy(null)} />}
    </div>
  );
}

/** One day is a dot, and the table says it. */
function hasDays({ overTime: points }: ArmComparison): boolean {
  return points.length > 1;
}

function hasDetails(comparison: ArmComparison): boolean {
  return hasDays(comparison) || comparison.segments.length > 0 || comparison.uplift !== null;
}

function Details({ row: { metric, comparison }, drawing }: { row: Row; drawing: ExperimentDrawing }) {
  const { t } = drawing;
  const drawn = useMemo(() => {
    const branches = segmentBranches(comparison.segments, metric, (it) => segmentName(it, t), drawing);
    return { time: overTime(comparison, metric, drawing), branches, forest: forest(branches.branches, branches.shown, drawing), uplift: comparison.uplift === null ? null : upliftCurve(comparison.uplift.points, metric, drawing) };
  }, [comparison, metric, drawing, t]);
  const days = hasDays(comparison);
  if (!hasDetails(comparison)) return null;
  return (
    <Row gutter={[16, 16]}>
      {days && (
        <Col xs={24} xl={comparison.uplift === null ? 24 : 14}>
          <Panel title={t('experiment.time')} note={t('experiment.time.note')} figures={overTimeFigures(comparison, drawing)}>
            <Picture option={drawn.time} height={300} label={t('experiment.time')} />
          </Panel>
        </Col>
      )}
      {drawn.uplift !== null && comparison.uplift !== null && (
        <Col xs={24} xl={days ? 10 : 24}>
          <Panel title={t('experiment.uplift')} note={t('experiment.uplift.note', { qini: comparison.uplift.coefficient.toPrecision(3) })} figures={{ columns: [t('experiment.uplift.share'), t('experiment.uplift.gain')], rows: comparison.uplift.points.map((it) => [it.share, it.gain]) }}>
            <Picture option={drawn.uplift} height={300} label={t('experiment.uplift')} />
          </Panel>
        </Col>
      )}
      {comparison.segments.length > 0 && (
        <Col span={24}>
          <Panel
            title={t('experiment.segments')}
            note={t('experiment.segments.note')}
            figures={{
              columns: [t('experiment.segment'), t('experiment.difference'), t('experiment.low'), t('experiment.high'), t('experiment.lift'), 'p', 'q'],
              rows: comparison.segments.map((it) => [segmentName(it, t), it.difference, it.interval.low, it.interval.high, it.lift, it.pValue, it.qValue]),
            }}
          >
            <Picture option={drawn.forest} height={60 + 24 * drawn.branches.branches.length} label={t('experiment.segments')} />
          </Panel>
        </Col>
      )}
    </Row>
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
