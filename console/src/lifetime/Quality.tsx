import { Table, Tag, Tooltip, type TableColumnsType } from 'antd';
import type { LifetimeFound, LifetimeTrial } from '../api/model';
import { useDrawing } from '../chart/drawing';
import { Panel, Picture } from '../chart/Panel';
import { Wide } from '../shell/Wide';
import { useText } from '../text/language';
import { frequency, frequencyFigures, HEIGHT, tracking, trackingFigures } from './pictures';
import { codeWord, useLifetimeText, type SayLifetime } from './words';

/** Predicted orders against actual, week by week. */
export function Tracking({ found }: { found: LifetimeFound }) {
  const say = useLifetimeText();
  const drawing = useDrawing();
  return (
    <Panel title={say('tracking')} note={say('tracking.note')} figures={trackingFigures(found.tracking, say)}>
      <Picture option={tracking(found.tracking, say, drawing)} height={HEIGHT} label={say('tracking')} />
    </Panel>
  );
}

/** Predicted orders against actual in the held-back period, by how often buyers had come back. */
export function Frequency({ found }: { found: LifetimeFound }) {
  const say = useLifetimeText();
  const drawing = useDrawing();
  return (
    <Panel title={say('frequency')} note={say('frequency.note')} figures={frequencyFigures(found.frequency, say)}>
      <Picture option={frequency(found.frequency, say, drawing)} height={HEIGHT} label={say('frequency')} />
    </Panel>
  );
}

const GREEK: Record<string, string> = { alpha: 'α', beta: 'β' };
const ORDER = ['r', 'alpha', 'a', 'b', 's', 'beta'];

function parameters(of: Record<string, number>): string {
  return ORDER.flatMap((name) => (of[name] === undefined ? [] : [`${GREEK[name] ?? name} ${Number(of[name].toPrecision(4))}`])).join(' · ');
}

/** The models as they were fitted, with their errors in the held-back period, and the one of spend. */
export function Models({ found }: { found: LifetimeFound }) {
  const say = useLifetimeText();
  const { format } = useText();
  const { periods, orders, spend, spendRefused } = found;
  const columns: TableColumnsType<LifetimeTrial> = [
    { title: say('models.kind'), dataIndex: 'kind', render: (kind: LifetimeTrial['kind']) => <>{say(kind)} {kind === orders.kind && <Tag>{say('models.chosen')}</Tag>}</> },
    { title: say('models.parameters'), dataIndex: 'parameters', render: (_, it) => (it.refused === null ? <>{parameters(it.parameters)}{it.atEdge && <div className="quiet">{say('models.edge')}</div>}</> : <Tooltip title={it.refused.detail}><span>{codeWord(say, 'refused.model', it.refused.code)}</span></Tooltip>) },
    { title: say('models.frequencyError'), dataIndex: 'frequencyError', align: 'right', render: format.share },
    { title: say('models.totalError'), dataIndex: 'totalError', align: 'right', render: format.share },
    { title: say('models.starts'), dataIndex: 'agreeing', align: 'right', render: (_, it) => (it.starts === 0 ? '—' : `${it.agreeing} / ${it.starts}`) },
  ];
  return (
    <Panel title={say('models')} note={<>{say('models.note', { from: periods.from, to: periods.calibrationTo, end: periods.heldBackTo })}{periods.every > 1 && ` · ${say('models.every', { n: periods.every })}`}</>}>
      <Wide label={say('models')}><Table size="small" rowKey="kind" columns={columns} dataSource={found.trials} pagination={false} /></Wide>
      <p className="quiet">{say('models.errors')}</p>
      <dl className="reasons lifetime-spend">
        <dt>{say('models.orders')}</dt>
        <dd>{say(orders.kind)}: {parameters(orders.parameters)} <span className="quiet">{say('models.orders.note', { buyers: format.whole(orders.buyers), made: orders.histories === null || orders.steps === null ? '' : say('models.orders.made', { histories: format.whole(orders.histories), steps: orders.steps }), height: format.score(orders.logLikelihood) })}{orders.atEdge && ` · ${say('models.edge')}`}{found.trials.some((it) => it.kind === orders.kind && it.refused !== null) && ` · ${say('models.by-now')}`}</span></dd>
        <dt>{say('models.spend')}</dt>
        <dd><Spend spend={spend} refused={spendRefused} say={say} /></dd>
      </dl>
    </Panel>
  );
}

function Spend({ spend, refused, say }: { spend: LifetimeFound['spend']; refused: LifetimeFound['spendRefused']; say: SayLifetime }) {
  const { format } = useText();
  if (spend === null) return refused === null ? '—' : <>{codeWord(say, 'refused', refused.code)} <span className="quiet" lang="en">{refused.detail}</span></>;
  return <>p {Number(spend.p.toPrecision(4))} · q {Number(spend.q.toPrecision(4))} · v {Number(spend.v.toPrecision(4))} <span className="quiet">{say('models.spend.note', { buyers: format.whole(spend.buyers), correlation: spend.correlation === null ? '—' : spend.correlation.toFixed(2) })}</span></>;
}
