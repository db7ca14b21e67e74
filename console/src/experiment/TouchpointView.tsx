import { DownloadOutlined, PictureOutlined } from '@ant-design/icons';
import { Button, InputNumber, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useMay } from '../access/roles';
import type { ChannelRow, Measured, TouchpointReport } from '../api/model';
import { axis, tooltip, type Option } from '../chart/option';
import { Panel, Picture } from '../chart/Panel';
import { Refusal } from '../collect/Refusal';
import { Answer, Nothing } from '../shell/states';
import { channelInWords } from '../value/channels';
import { colorOf, saveAsPicture, sheet } from './card';
import { reportFile, useTouchCost, useTouchpointReport, type ReportDays } from './experiments';
import { Gain } from './Gain';
import { MadeAnew } from './MadeAnew';
import { said, total } from './measured';
import { MeasuredWhy } from './MeasuredWhy';
import { Opens, type Why } from './Opens';
import { Places } from './Places';
import { channelWhy } from './reportWhy';
import { Trust } from './Trust';
import { useDrawing, type ExperimentDrawing } from './words';

const STEPS = ['meant', 'reached', 'opened', 'clicked', 'ordered'] as const;

/** What each channel reached, and what came of it. */
export function TouchpointView({ days }: { days: ReportDays }) {
  const report = useTouchpointReport(days);
  return <Answer of={report}>{(it) => <Touchpoints report={it} />}</Answer>;
}

function Touchpoints({ report }: { report: TouchpointReport }) {
  const drawing = useDrawing();
  const { t, format } = drawing;
  const operator = useMay('OPERATOR');
  const price = useTouchCost();
  const [why, setWhy] = useState<{ of: Measured; name: string } | null>(null);
  const find = (row: ChannelRow, metric: string) => row.measured.find((it) => it.metric === metric);
  const whyOf = (row: ChannelRow) => channelWhy(row, report, t, format);
  const ofReached = (n: number, row: ChannelRow, why: Why) => <><Opens of={why}>{format.short(n)}</Opens><div className="quiet">{row.reached === 0 ? '—' : format.share(n / row.reached)}</div></>;
  const gain = (metric: 'orders' | 'gmv') => ({
    title: t(`reports.more.${metric}`), key: metric, align: 'right' as const,
    render: (_: unknown, row: ChannelRow) => <Gain of={find(row, metric)} name={channelInWords(row.channel, t)} open={(of) => setWhy({ of, name: channelInWords(row.channel, t) })} />,
  });
  const columns: TableColumnsType<ChannelRow> = [
    { title: t('reports.channel'), key: 'channel', fixed: 'left', render: (_, row) => <><strong>{channelInWords(row.channel, t)}</strong><div><Opens of={whyOf(row).messages}>{t('reports.messages', { n: format.short(row.messages) })}</Opens></div></> },
    { title: t('reports.step.meant'), key: 'meant', align: 'right', render: (_, row) => <Opens of={whyOf(row).meant}>{format.short(row.meant)}</Opens> },
    { title: t('reports.step.reached'), key: 'reached', align: 'right', render: (_, row) => <Opens of={whyOf(row).reached}>{format.short(row.reached)}</Opens> },
    { title: t('reports.step.opened'), key: 'opened', align: 'right', render: (_, row) => ofReached(row.opened, row, whyOf(row).opened) },
    { title: t('reports.step.clicked'), key: 'clicked', align: 'right', render: (_, row) => ofReached(row.clicked, row, whyOf(row).clicked) },
    { title: t('reports.step.ordered'), key: 'ordered', align: 'right', render: (_, row) => ofReached(row.ordered, row, whyOf(row).ordered) },
    { title: t('outcome.gmv'), key: 'money', align: 'right', render: (_, row) => <Opens of={whyOf(row).gmv}>{format.shortMoney(row.gmv)}</Opens> },
    {
      title: t('reports.costPerMessage'), key: 'price', align: 'right',
      render: (_, row) => (operator
        ? <InputNumber size="small" style={{ width: 96 }} min={0} max={1_000_000} step={0.01} {...(row.costPerMessage === null ? {} : { defaultValue: row.costPerMessage })} placeholder="—" aria-label={`${channelInWords(row.channel, t)} · ${t('reports.costPerMessage')}`} onBlur={({ target }) => { const wanted = target.value.trim() === '' ? null : Number(target.value); if (wanted !== row.costPerMessage && !Number.isNaN(wanted)) price.mutate({ channel: row.channel, cost: wanted }); }} />
        : format.money(row.costPerMessage)),
    },
    { title: t('reports.cost'), key: 'cost', align: 'right', render: (_, row) => <Opens of={whyOf(row).cost}>{format.shortMoney(row.cost)}</Opens> },
    ...(report.against === null ? [] : [gain('orders'), gain('gmv')]),
  ];
  const cardRows = report.rows.map((row) => {
    const of = find(row, 'orders');
    return {
      name: channelInWords(row.channel, t),
      words: of === undefined ? t('reports.messages', { n: format.short(row.messages) }) : said(of.verdict, 'orders', t, format),
      figure: of === undefined ? `${t('reports.step.ordered')} ${format.short(row.ordered)}` : `${t('reports.more.orders')} ${total('orders', of.total, format)}`,
      behind: STEPS.slice(1).map((step) => `${t(`reports.step.${step}`)} ${format.short(row[step])}`).join(' → '),
      color: of === undefined ? drawing.palette.ink : colorOf(of.verdict, drawing),
    };
  });
  const title = t('reports.view.touchpoints');
  return (
    <>
      <MadeAnew kind="touchpoints" parameters={{ from: report.from, until: report.until }} of={report} />
      <Panel
        title={title}
        note={t('reports.touchpoints.note', { from: report.from, until: report.until, days: report.orderDays })}
        tools={
          <>
            <Button size="small" icon={<PictureOutlined />} disabled={report.rows.length === 0} onClick={() => void saveAsPicture(title, sheet(title, `${report.from} – ${report.until}`, cardRows, drawing))}>{t('experiment.card')}</Button>
            <Button size="small" icon={<DownloadOutlined />} href={reportFile('touchpoints', { from: report.from, until: report.until })} download="touchpoints.csv">CSV</Button>
          </>
        }
      >
        <Trust against={report.against} findings={report.findings} />
        {report.against !== null && report.rows.length > 1 && <p className="quiet">{t('reports.touchpoints.together')}</p>}
        {price.isError && <Refusal error={price.error} />}
        {report.rows.length === 0 ? <Nothing title={t('reports.nothingSaid')} /> : <Table className="below" size="middle" rowKey="channel" columns={columns} dataSource={report.rows} pagination={false} scroll={{ x: 'max-content' }} />}
      </Panel>
      {report.rows.length > 0 && (
        <Panel title={t('reports.funnel')} note={t('reports.funnel.note')} figures={{ columns: [t('reports.channel'), ...STEPS.map((step) => t(`reports.step.${step}`))], rows: report.rows.map((row) => [channelInWords(row.channel, t), ...STEPS.map((step) => row[step])]) }}>
          <Picture option={funnel(report, drawing)} height={Math.max(220, 60 + 26 * STEPS.length * Math.min(2, report.rows.length))} label={t('reports.funnel')} />
        </Panel>
      )}
      {report.places.length > 0 && <Places report={report} />}
      {why !== null && <MeasuredWhy of={why.of} name={why.name} close={() => setWhy(null)} />}
    </>
  );
}

/** The steps below each other, a bar a channel. */
function funnel(report: TouchpointReport, { t, format, palette }: ExperimentDrawing): Option {
  const base = axis(palette);
  return {
    grid: { left: 12, right: 24, top: report.rows.length > 1 ? 34 : 8, bottom: 8, containLabel: true },
    ...(report.rows.length > 1 ? { legend: { top: 0, textStyle: { color: palette.faint } } } : {}),
    tooltip: { ...tooltip(palette), trigger: 'axis', axisPointer: { type: 'shadow' }, valueFormatter: (n) => format.whole(Number(n)) },
    xAxis: { ...base, type: 'value', axisLabel: { ...base.axisLabel, formatter: (n: number) => format.short(n), hideOverlap: true } },
    yAxis: { ...base, type: 'category', inverse: true, splitLine: { show: false }, data: STEPS.map((step) => t(`reports.step.${step}`)) },
    series: report.rows.map((row, i) => ({ type: 'bar', name: channelInWords(row.channel, t), data: STEPS.map((step) => row[step]), barMaxWidth: 18, itemStyle: { color: palette.accent, opacity: Math.max(0.25, 1 - i * 0.25) } })),
  };
}
