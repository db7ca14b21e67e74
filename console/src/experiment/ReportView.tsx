import { DownloadOutlined, PictureOutlined } from '@ant-design/icons';
import { Button, Segmented, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import type { ArmComparison, Ends, MetricReport, Report, ShownEffect } from '../api/model';
import { csv, save } from '../chart/export';
import { Panel } from '../chart/Panel';
import { useAddress } from '../shell/address';
import { Nothing } from '../shell/states';
import { useDrawing } from './words';
import { card, reportFigures, saveAsPicture } from './card';
import type { DaysOf } from './experiments';
import { Formula } from './Formula';
import { Health } from './Health';
import { Details, hasDetails } from './ReportDetails';
import { chance, figureOf, lift, lookBackOf, sentence } from './verdict';
import { VerdictTag } from './VerdictTag';
import './experiment.css';

interface Row {
  metric: MetricReport;
  comparison: ArmComparison;
  key: string;
}

/** A report: health first, then what helped, then when and for whom. Its days are asked for one at a time. */
export function ReportView({ name, report, days }: { name: string; report: Report; days: DaysOf }) {
  const drawing = useDrawing();
  const { t, format } = drawing;
  const { at, set } = useAddress('');
  const [why, setWhy] = useState<(Row & { note?: string }) | null>(null);
  const rows: Row[] = report.metrics.flatMap((metric) => metric.comparisons.map((comparison) => ({ metric, comparison, key: `${metric.name} ${comparison.arm}` })));
  const chosen = rows.find((it) => it.key === at('of')) ?? rows[0];
  const names = new Map(report.health.arms.map((arm) => [arm.key, arm.name]));
  const columns: TableColumnsType<Row> = [
    {
      title: t('experiment.metric'), key: 'metric',
      render: (_, it) => <>{it.metric.name}{it.metric.guardRail && <span className="quiet"> · {t('experiment.guard')}</span>}{it.metric.moreIsBetter === null && <span className="quiet"> · {t('experiment.told')}</span>}<div className="quiet">{lookBackOf(it.metric, it.comparison.effect?.varianceRemoved ?? null, t, format)}</div>{report.health.arms.length > 2 && <div className="quiet">{names.get(it.comparison.arm)}</div>}</>,
    },
    { title: t('experiment.verdict'), key: 'verdict', className: 'verdict-column', render: (_, it) => <><VerdictTag of={it.comparison.verdict} /><div className="quiet">{sentence(it.comparison.verdict, it.metric, t, format)}</div>{it.comparison.unwinsorised !== null && <div className="quiet">{t('experiment.withOutliers')}{t(`verdict.${it.comparison.unwinsorised.kind}`)} · {sentence(it.comparison.unwinsorised, it.metric, t, format)}{it.comparison.unwinsorisedInputs !== null && <Button type="link" size="small" aria-label={`${it.metric.name} · ${t('formula.uncut')} · ${t('experiment.how')}`} onClick={() => setWhy(uncut(it, t('formula.uncut')))}>{t('experiment.how')}</Button>}</div>}</> },
    { title: names.get(report.health.arms[0]?.key ?? ''), key: 'control', align: 'right', render: (_, it) => figureOf(it.metric)(it.metric.arms[0]?.value ?? null, format) },
    { title: report.health.arms.length > 2 ? t('experiment.treatment') : names.get(report.health.arms[1]?.key ?? ''), key: 'treatment', align: 'right', render: (_, it) => figureOf(it.metric)(it.metric.arms.find((arm) => arm.arm === it.comparison.arm)?.value ?? null, format) },
    { title: t('experiment.lift'), key: 'lift', align: 'right', render: (_, it) => <>{lift(it.comparison.effect?.lift ?? null)}<div className="quiet">{between(liftEnds(it.comparison.effect, report.once))}</div></> },
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
          <Details key={chosen.key} metric={chosen.metric} comparison={chosen.comparison} report={report} days={days} />
        </>
      )}
      {why !== null && <Formula metric={why.metric} comparison={why.comparison} report={report} {...(why.note === undefined ? {} : { note: why.note })} close={() => setWhy(null)} />}
    </div>
  );
}

/** What the verdict without the outlier treatment rests on. */
function uncut({ metric, comparison, key }: Row, note: string): Row & { note: string } {
  const inputs = comparison.unwinsorisedInputs;
  if (inputs === null) return { metric, comparison, key, note };
  return { metric: { ...metric, winsorAt: null, winsorValue: null, arms: [inputs.control, inputs.treatment] }, comparison: { ...comparison, effect: inputs.effect, qValue: null }, key, note };
}

function liftEnds(effect: ShownEffect | null, once: boolean): Ends | null {
  return effect === null ? null : once ? effect.liftInterval : effect.alwaysLiftInterval;
}

function between(ends: Ends | null): string {
  return ends === null ? '' : `${lift(ends.low)} … ${lift(ends.high)}`;
}
