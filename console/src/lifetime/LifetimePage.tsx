import { InfoCircleOutlined } from '@ant-design/icons';
import { Alert, Button, Col, Progress, Row, Segmented, Tooltip } from 'antd';
import { useNavigate } from 'react-router';
import { useMay } from '../access/roles';
import type { Lifetime, LifetimeFound } from '../api/model';
import { useDrawing } from '../chart/drawing';
import { Panel, Picture } from '../chart/Panel';
import { useAddress } from '../shell/address';
import { Figure, PageHead } from '../shell/page';
import { Answer, Bone, Nothing } from '../shell/states';
import { isBusy } from '../shell/work';
import { useText } from '../text/language';
import { History, useChosen } from './History';
import './lifetime.css';
import { useCancelFit, useFit, useLifetime } from './lifetime';
import { AHEAD, distribution, distributionFigures, HEIGHT, toCome, toComeFigures } from './pictures';
import { Frequency, Models, Tracking } from './Quality';
import { codeWord, useLifetimeText } from './words';

export default function LifetimePage() {
  const say = useLifetimeText();
  const lifetime = useLifetime();
  const { data } = lifetime;
  const note = data === undefined || data.asOf === null || data.version === null ? say('question') : `${say('question')} · ${say('by', { day: data.asOf, version: data.version })}`;
  return (
    <>
      <PageHead title={say('title')} note={note}><FitNow of={data} /></PageHead>
      <Answer of={lifetime} skeleton={<Bone height={600} />}>{(it) => <Whole of={it} />}</Answer>
    </>
  );
}

/** Starts a fit and shows how it goes. */
function FitNow({ of }: { of: Lifetime | undefined }) {
  const say = useLifetimeText();
  const { t, format } = useText();
  const operator = useMay('OPERATOR');
  const fit = useFit();
  const cancel = useCancelFit();
  const latest = of?.latest ?? null;
  if (latest !== null && isBusy(latest.state)) {
    return (
      <div className="scoring" data-testid="fitting">
        <Progress percent={Math.floor(latest.percent ?? 0)} size="small" aria-label={say('fitting')} />
        <span className="quiet">{latest.secondsLeft === null ? say('fitting') : t('work.left', { time: format.duration(Math.ceil(latest.secondsLeft)) })}</span>
        {operator && <Button size="small" onClick={() => cancel.mutate(latest.id)}>{t('work.cancel')}</Button>}
      </div>
    );
  }
  return operator ? <Tooltip title={fit.error?.message}><Button type="primary" danger={fit.isError} loading={fit.isPending} onClick={() => fit.mutate()} data-testid="fit-now">{say('fit')}</Button></Tooltip> : null;
}

function Whole({ of }: { of: Lifetime }) {
  const say = useLifetimeText();
  const found = of.inForce?.found ?? null;
  const problem = of.latest?.state === 'FAILED' ? of.latest.problem : null;
  return (
    <>
      {problem !== null && <Alert className="lifetime-problem" type={problem.code.startsWith('lifetime.too-') ? 'info' : 'warning'} showIcon title={codeWord(say, 'failed', problem.code)} description={<span lang="en">{problem.detail}</span>} />}
      {found === null || of.all === null ? <section className="panel"><Nothing title={say('none')}><p className="quiet">{say('none.what')}</p></Nothing></section> : <Known of={of} found={found} />}
    </>
  );
}

function Known({ of, found }: { of: Lifetime; found: LifetimeFound }) {
  const say = useLifetimeText();
  const { format } = useText();
  const { chosen, choose } = useChosen(of.inForce);
  const shown = chosen?.found ?? found;
  const all = of.all;
  if (all === null) return null;
  const spend = (n: number | null) => (n === null ? say('spend.none') : format.shortMoney(n));
  return (
    <>
      <div className="figures figures-five">
        <Figure name="buyers" label={say('buyers')} exact={all.members} shown={format.short(all.members)} title={format.whole(all.members)} />
        <Figure name="alive" label={say('alive')} exact={all.alive} shown={format.short(all.alive)} title={format.whole(all.alive)} note={say('alive.of', { share: format.share(all.alive / all.members) })} />
        <Figure name="orders90" label={say('orders90')} exact={all.orders90} shown={format.short(all.orders90)} title={format.whole(all.orders90)} note={say('orders.per', { n: format.score(all.orders90 / all.members) })} />
        <Figure name="spend90" label={say('spend90')} exact={all.spend90} shown={spend(all.spend90)} title={format.money(all.spend90)} note={all.spend90 === null ? '' : say('spend.mean', { money: format.money(all.spend90 / Math.max(1, all.orders90)) })} />
        <Figure name="spend365" label={say('spend365')} exact={all.spend365} shown={spend(all.spend365)} title={format.money(all.spend365)} />
      </div>
      {of.otherCurrencies.length > 0 && <p className="quiet" data-testid="other-currencies"><InfoCircleOutlined /> {say('otherCurrency', { currency: of.currency, list: of.otherCurrencies.map((it) => say('otherCurrency.one', { n: format.whole(it.events), currency: it.currency, members: format.whole(it.members) })).join(' · ') })}</p>}
      {found.orders.kind === 'NBD' && <Alert className="lifetime-problem" type="info" showIcon title={say('nobody-leaves')} description={say('nobody-leaves.what')} data-testid="nobody-leaves" />}
      <Row gutter={[16, 16]}>
        <Col xs={24} xl={10}><Distribution of={of} /></Col>
        <Col xs={24} xl={14}><ToCome of={of} /></Col>
        {chosen !== null && chosen.id !== of.inForce?.id && (
          <Col span={24}><Alert type="info" showIcon title={say('history.shown', { version: chosen.version ?? '—', day: chosen.asOf })} action={<Button size="small" onClick={() => choose(null)}>{say('history.back')}</Button>} /></Col>
        )}
        <Col xs={24} xl={14}><Tracking found={shown} /></Col>
        <Col xs={24} xl={10}><Frequency found={shown} /></Col>
        <Col span={24}><Models found={shown} /></Col>
        <Col span={24}><History chosen={chosen?.id ?? null} inForce={of.inForce?.id ?? null} choose={choose} /></Col>
      </Row>
    </>
  );
}

function Distribution({ of }: { of: Lifetime }) {
  const say = useLifetimeText();
  const drawing = useDrawing();
  const navigate = useNavigate();
  const choose = (i: number) => {
    const it = of.alive[i];
    if (it !== undefined) void navigate(`/members?minPAlive=${it.from}&maxPAlive=${it.to}&sort=-expectedSpend365`);
  };
  return (
    <Panel title={say('distribution')} note={say('distribution.note')} figures={distributionFigures(of.alive, say)}>
      <Picture option={distribution(of.alive, say, drawing)} height={HEIGHT} label={say('distribution')} onChoose={choose} />
    </Panel>
  );
}

function ToCome({ of }: { of: Lifetime }) {
  const say = useLifetimeText();
  const drawing = useDrawing();
  const { at, set } = useAddress('');
  const by = at('by') === 'layer' ? 'layer' : 'stage';
  const ahead = AHEAD.find((it) => String(it) === at('ahead')) ?? 90;
  const classes = by === 'layer' ? of.layers : of.stages;
  return (
    <Panel
      title={say('come')}
      note={say('come.note')}
      figures={toComeFigures(classes, say, drawing)}
      tools={
        <div className="lifetime-tools">
          <Segmented size="small" value={by} onChange={(value) => set({ by: value })} options={(['stage', 'layer'] as const).map((value) => ({ value, label: say(value) }))} />
          <Segmented size="small" value={ahead} onChange={(value) => set({ ahead: String(value) })} options={AHEAD.map((value) => ({ value, label: say('days', { n: value }) }))} />
        </div>
      }
    >
      <Picture option={toCome(classes, ahead, say, drawing)} height={HEIGHT} label={say('come')} />
    </Panel>
  );
}
