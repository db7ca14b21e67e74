import { DownloadOutlined, PictureOutlined } from '@ant-design/icons';
import { Button, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { LAYERS, type LayerReport, type LayerRow, type Measured } from '../api/model';
import { Panel, Picture } from '../chart/Panel';
import { Answer, Nothing } from '../shell/states';
import { colorOf, saveAsPicture, sheet } from './card';
import { Opens } from './Opens';
import { layerWhy } from './reportWhy';
import { reportFile, useLayerReport, type ReportDays } from './experiments';
import { Gain } from './Gain';
import { MadeAnew } from './MadeAnew';
import { said, total } from './measured';
import { MeasuredWhy } from './MeasuredWhy';
import { CERTAIN, forest } from './pictures';
import { Trust } from './Trust';
import { useDrawing, type ExperimentDrawing } from './words';

/** What each layer received, what that cost, and what it returned. */
export function LayerView({ days }: { days: ReportDays }) {
  const report = useLayerReport(days);
  return <Answer of={report}>{(it) => <Layers report={it} />}</Answer>;
}

function layerName(layer: string, t: ExperimentDrawing['t']): string {
  const known = LAYERS.find((it) => it === layer);
  return known === undefined ? (layer === 'ALL' ? t('reports.all') : layer) : t(`layer.${known}`);
}

function Layers({ report }: { report: LayerReport }) {
  const drawing = useDrawing();
  const { t, format } = drawing;
  const [why, setWhy] = useState<{ of: Measured; name: string } | null>(null);
  const find = (row: LayerRow, metric: string) => row.measured.find((it) => it.metric === metric);
  const compared = report.rows.some((row) => row.measured.length > 0);
  const gain = (metric: Measured['metric'], title: string) => ({
    title, key: metric, align: 'right' as const,
    render: (_: unknown, row: LayerRow) => <Gain of={find(row, metric)} name={layerName(row.layer, t)} open={(of) => setWhy({ of, name: layerName(row.layer, t) })} />,
  });
  const whyOf = (row: LayerRow) => layerWhy(row, layerName(row.layer, t), report, t, format);
  const columns: TableColumnsType<LayerRow> = [
    { title: t('reports.layer'), key: 'layer', fixed: 'left', render: (_, row) => <strong>{layerName(row.layer, t)}</strong> },
    { title: t('experiment.members'), key: 'members', align: 'right', render: (_, row) => <Opens of={whyOf(row).members}>{format.whole(row.members)}</Opens> },
    { title: t('reports.touchesPerMember'), key: 'touches', align: 'right', render: (_, row) => <><Opens of={whyOf(row).touches}>{row.touchesPerMember === null ? '—' : row.touchesPerMember.toFixed(2)}</Opens><div className="quiet">{t('reports.messages', { n: format.short(row.touches) })}</div></> },
    { title: t('reports.cost'), key: 'cost', align: 'right', render: (_, row) => <Opens of={whyOf(row).cost}>{format.shortMoney(row.cost)}</Opens> },
    { title: t('outcome.buyers'), key: 'conversion', align: 'right', render: (_, row) => <Opens of={whyOf(row).conversion}>{format.share(row.conversion)}</Opens> },
    { title: t('outcome.orders'), key: 'ordered', align: 'right', render: (_, row) => <Opens of={whyOf(row).orders}>{format.short(row.orders)}</Opens> },
    { title: t('outcome.gmv'), key: 'money', align: 'right', render: (_, row) => <Opens of={whyOf(row).gmv}>{format.shortMoney(row.gmv)}</Opens> },
    { title: t('outcome.retained'), key: 'retention', align: 'right', render: (_, row) => <Opens of={whyOf(row).retention}>{format.share(row.retention)}</Opens> },
    { title: t('reports.valuePerMember'), key: 'perMember', align: 'right', render: (_, row) => <Opens of={whyOf(row).value}>{format.money(row.valuePerMember)}</Opens> },
    { title: t('reports.scorePerMember'), key: 'score', align: 'right', render: (_, row) => <Opens of={whyOf(row).score}>{row.scorePerMember === null ? '—' : row.scorePerMember.toFixed(2)}</Opens> },
    ...(compared ? [gain('buyers', t('reports.more.buyers')), gain('orders', t('reports.more.orders')), gain('gmv', t('reports.more.gmv')), gain('value', t('reports.more.value')), gain('retained', t('reports.more.retained')), gain('score', t('reports.more.score'))] : []),
  ];
  const branches = report.rows.filter((row) => row.layer !== 'ALL').flatMap((row) => {
    const of = find(row, 'gmv');
    return of === undefined || of.effect === null ? [] : [{
      name: layerName(row.layer, t), middle: of.effect.difference, low: of.effect.interval.low, high: of.effect.interval.high, certain: (of.verdict.kind === 'helped' || of.verdict.kind === 'harmed') && (of.qValue ?? 1) < CERTAIN, good: of.effect.difference > 0,
      lines: [[t('experiment.difference'), format.money(of.effect.difference)], [t('experiment.interval'), `${format.money(of.effect.interval.low)} … ${format.money(of.effect.interval.high)}`], ['p', of.effect.pValue.toFixed(4)], ['q', (of.qValue ?? 1).toFixed(4)]] as [string, string][],
    }];
  });
  const cardRows = report.rows.map((row) => {
    const of = find(row, 'gmv');
    return {
      name: layerName(row.layer, t),
      words: of === undefined ? `${t('outcome.buyers')} ${format.share(row.conversion)} · ${t('outcome.retained')} ${format.share(row.retention)}` : said(of.verdict, 'gmv', t, format),
      figure: of === undefined ? format.shortMoney(row.gmv) : `${t('reports.more.gmv')} ${total('gmv', of.total, format)}`,
      behind: `${format.whole(row.members)} · ${t('reports.messages', { n: format.short(row.touches) })} · ${t('reports.cost')} ${format.shortMoney(row.cost)}`,
      color: of === undefined ? drawing.palette.ink : colorOf(of.verdict, drawing),
    };
  });
  const title = t('reports.view.layers');
  const rows = report.rows.filter((row) => row.members > 0 || row.measured.length > 0);
  const span = `${report.from} – ${report.until}`;
  return (
    <>
      <MadeAnew kind="layers" parameters={{ from: report.from, until: report.until }} of={report} />
      <Panel
        title={title}
        note={t('reports.layers.note', { from: report.from, until: report.until, days: report.retentionDays })}
        tools={
          <>
            <Button size="small" icon={<PictureOutlined />} onClick={() => void saveAsPicture(title, sheet(title, span, cardRows, drawing))}>{t('experiment.card')}</Button>
            <Button size="small" icon={<DownloadOutlined />} href={reportFile('layers', { from: report.from, until: report.until })} download="layers.csv">CSV</Button>
          </>
        }
      >
        <Trust against={report.against} findings={report.findings} />
        {rows.length === 0 ? <Nothing title={t('reports.nobody')} /> : <Table className="below" size="middle" rowKey="layer" columns={columns} dataSource={rows} pagination={false} scroll={{ x: 'max-content' }} />}
      </Panel>
      {branches.length > 0 && (
        <Panel title={t('reports.forest')} note={t('experiment.segments.note.q')} figures={{ columns: [t('reports.layer'), t('experiment.difference'), t('experiment.low'), t('experiment.high')], rows: branches.map((it) => [it.name, it.middle, it.low, it.high]) }}>
          <Picture option={forest(branches, format.money, drawing)} height={60 + 32 * branches.length} label={t('reports.forest')} />
        </Panel>
      )}
      {why !== null && <MeasuredWhy of={why.of} name={why.name} close={() => setWhy(null)} />}
    </>
  );
}
