import { DownloadOutlined, PictureOutlined } from '@ant-design/icons';
import { Button, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Measured, ProgrammePart, ProgrammeReport, ProgrammeSum } from '../api/model';
import { Panel } from '../chart/Panel';
import { Figure } from '../shell/page';
import { Answer, Nothing } from '../shell/states';
import { colorOf, saveAsPicture, sheet } from './card';
import { reportFile, useProgramme } from './experiments';
import { Gain } from './Gain';
import { MadeAnew } from './MadeAnew';
import { said, total } from './measured';
import { MeasuredWhy } from './MeasuredWhy';
import { Opens } from './Opens';
import { costWhy } from './reportWhy';
import { SumWhy } from './SumWhy';
import { Trust } from './Trust';
import { useDrawing } from './words';
import { VerdictTag } from './VerdictTag';

/** What all that was done in a quarter brought. */
export function ProgrammeView({ quarter }: { quarter: string }) {
  const report = useProgramme(quarter);
  return <Answer of={report}>{(it) => <Programme report={it} />}</Answer>;
}

function Programme({ report }: { report: ProgrammeReport }) {
  const drawing = useDrawing();
  const { t, format } = drawing;
  const [why, setWhy] = useState<{ of: Measured; name: string } | null>(null);
  const [sumWhy, setSumWhy] = useState<ProgrammeSum | null>(null);
  const span = (part: ProgrammePart) => `${part.from} – ${part.until}`;
  const columns: TableColumnsType<ProgrammePart> = [
    { title: t('reports.part'), key: 'span', render: (_, part) => <>{span(part)}<div className="quiet">{t('reports.part.arms', { heldOut: format.whole(part.against.heldOut), reached: format.whole(part.against.reached) })}</div></> },
    ...(['buyers', 'orders', 'gmv', 'value', 'retained', 'score'] as const).map((metric) => ({
      title: t(`reports.more.${metric}`), key: metric, align: 'right' as const,
      render: (_: unknown, part: ProgrammePart) => <Gain of={part.measured.find((it) => it.metric === metric)} name={span(part)} open={(of) => setWhy({ of, name: span(part) })} />,
    })),
  ];
  const title = `${t('reports.view.programme')} ${report.quarter.replace('-', ' ')}`;
  const value = report.sums.find((it) => it.metric === 'value');
  const seen = value !== undefined && (value.verdict.kind === 'helped' || value.verdict.kind === 'harmed');
  const yields = seen && report.cost !== null && report.cost > 0 && !report.findings.some((it) => it.code === 'cost-unknown');
  const cardRows = report.sums.map((sum) => ({
    name: t(`reports.more.${sum.metric}`),
    words: sum.verdict.kind === 'tooEarly' ? said(sum.verdict, sum.metric, t, format) : t(`verdict.${sum.verdict.kind}`),
    figure: total(sum.metric, sum.total, format),
    behind: `${total(sum.metric, sum.interval.low, format)} … ${total(sum.metric, sum.interval.high, format)}`,
    color: colorOf(sum.verdict, drawing),
  }));
  const covered = t('reports.covered', { n: report.coveredDays, of: report.days });
  return (
    <>
      <MadeAnew kind="programme" parameters={{ quarter: report.quarter }} of={report} />
      <Panel
        title={title}
        note={t('reports.programme.note')}
        tools={
          <>
            <Button size="small" icon={<PictureOutlined />} disabled={report.sums.length === 0} onClick={() => void saveAsPicture(title, sheet(title, `${covered} · ${t('reports.messages', { n: format.short(report.touches) })} · ${t('reports.cost')} ${format.shortMoney(report.cost)}`, cardRows, drawing))}>{t('experiment.card')}</Button>
            <Button size="small" icon={<DownloadOutlined />} href={reportFile('programme', { quarter: report.quarter })} download={`${report.quarter}.csv`}>CSV</Button>
          </>
        }
      >
        {report.parts.length === 0 ? (
          <Nothing title={t('reports.noPart')}><Link to="/experiments?view=holdout"><Button>{t('experiments.view.holdout')}</Button></Link></Nothing>
        ) : (
          <>
            <div className="report-sums">
              {report.sums.map((sum) => (
                <Figure
                  key={sum.metric}
                  name={`sum-${sum.metric}`}
                  label={t(`reports.more.${sum.metric}`)}
                  exact={sum.total}
                  shown={total(sum.metric, sum.total, format)}
                  note={<>{total(sum.metric, sum.interval.low, format)} … {total(sum.metric, sum.interval.high, format)}<div><VerdictTag of={sum.verdict} /> {sum.verdict.kind === 'tooEarly' && <span style={{ whiteSpace: 'nowrap' }}>{said(sum.verdict, sum.metric, t, format)}</span>}</div><Button type="link" size="small" className="report-how" aria-label={`${t(`reports.more.${sum.metric}`)} · ${t('experiment.how')}`} onClick={() => setSumWhy(sum)}>{t('experiment.how')}</Button></>}
                />
              ))}
              <Figure label={t('reports.cost')} exact={report.cost} shown={format.shortMoney(report.cost)} note={<><Opens of={costWhy(report.quarter, report.cost, report.sent, t, format)}>{t('reports.messages', { n: format.short(report.touches) })}</Opens>{yields && <div>{t('reports.perCost', { n: (value.total / (report.cost ?? 1)).toFixed(1).replace('-', '−') })}</div>}</>} />
            </div>
            <p className="quiet">{covered}</p>
            {report.sums.length === 0 && <p>{t('reports.noSum')}</p>}
            <Table className="below" size="middle" rowKey="from" columns={columns} dataSource={report.parts} pagination={false} scroll={{ x: 'max-content' }} />
          </>
        )}
        {report.parts.length > 0 && report.parts.map((part, i) => <Trust key={part.from} against={part.against} findings={i === 0 ? report.findings : []} />)}
      </Panel>
      {sumWhy !== null && <SumWhy of={sumWhy} report={report} close={() => setSumWhy(null)} />}
      {why !== null && <MeasuredWhy of={why.of} name={why.name} close={() => setWhy(null)} />}
    </>
  );
}
