import { Button, Drawer, Progress, Table, type TableColumnsType } from 'antd';
import { useSearchParams } from 'react-router';
import type { LifetimeExplanation, Member, MemberLifetime } from '../api/model';
import { Panel } from '../chart/Panel';
import { useLook } from '../shell/look';
import { Answer, Nothing } from '../shell/states';
import { useText } from '../text/language';
import './lifetime.css';
import { useLifetimeOf } from './lifetime';
import { AHEAD, type Ahead } from './pictures';
import { useLifetimeText } from './words';

/** Whether a member is still with the brand, and what is to come of them. */
export default function MemberLifetimePanel({ member }: { member: Member }) {
  const say = useLifetimeText();
  const { format } = useText();
  const [parameters, setParameters] = useSearchParams();
  const show = (wanted: boolean) => {
    const next = new URLSearchParams(parameters);
    if (wanted) next.set('expected', '1');
    else next.delete('expected');
    setParameters(next);
  };
  const { lifetime } = member;
  const orderValue = lifetime?.orderValue ?? null;
  return (
    <Panel
      title={say('ahead')}
      note={orderValue === null ? say('ahead.note') : say('ahead.value', { money: format.money(orderValue) })}
      tools={lifetime === null ? undefined : <Button size="small" type="primary" ghost onClick={() => show(true)} data-testid="why-lifetime">{say('why')}</Button>}
    >
      {lifetime === null ? <Nothing title={member.orders === 0 ? say('not-ordered') : say('no-model')} /> : <Expected of={lifetime} />}
      <Drawer open={parameters.has('expected')} onClose={() => show(false)} title={say('why.title')} size={760} destroyOnHidden>
        <Reasons no={String(member.no)} />
      </Drawer>
    </Panel>
  );
}

function Expected({ of }: { of: MemberLifetime }) {
  const say = useLifetimeText();
  const { format } = useText();
  const { palette } = useLook();
  const columns: TableColumnsType<{ ahead: Ahead }> = [
    { title: say('ahead.days'), dataIndex: 'ahead', render: (n: Ahead) => say('days', { n }) },
    { title: say('orders'), key: 'orders', align: 'right', render: (_, { ahead }) => of[`expectedOrders${ahead}`].toFixed(2) },
    { title: say('spend'), key: 'spend', align: 'right', render: (_, { ahead }) => format.money(of[`expectedSpend${ahead}`]) },
  ];
  return (
    <>
      <div className="quiet">{say('ahead.alive')}</div>
      <Progress percent={Math.round(of.pAlive * 1000) / 10} strokeColor={palette.accent} aria-label={say('ahead.alive')} data-testid="p-alive" />
      <Table size="small" rowKey="ahead" columns={columns} dataSource={AHEAD.map((ahead) => ({ ahead }))} pagination={false} />
    </>
  );
}

function Reasons({ no }: { no: string }) {
  return <Answer of={useLifetimeOf(no, true)}>{(data) => <Explained of={data} />}</Answer>;
}

function Explained({ of }: { of: LifetimeExplanation }) {
  const say = useLifetimeText();
  const { format } = useText();
  const { inputs } = of;
  if (inputs === null || of.kind === null) return <Nothing title={of.standing === 'NOT_ORDERED' ? say('not-ordered') : say('no-model')} />;
  const known: [string, string][] = [
    [say('why.first'), inputs.firstOrder], [say('why.last'), inputs.lastOrder], [say('why.repeats'), format.whole(inputs.repeats)],
    [say('why.lastWeeks'), inputs.lastWeeks.toFixed(2)], [say('why.ageWeeks'), inputs.ageWeeks.toFixed(2)], [say('why.repeatSpend'), format.money(inputs.repeatSpend)],
  ];
  return (
    <div role="group" aria-label={say('why.title')} tabIndex={0} data-testid="lifetime-explanation">
      <p className="quiet">{say('why.model', { kind: say(of.kind), version: of.version ?? '—', day: of.asOf ?? '—' })}</p>
      <dl className="lifetime-inputs">{known.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
      {of.steps.map((step) => (
        <section key={`${step.what}${step.days ?? ''}`} className="why-part">
          <h3>{say(`step.${step.what}`, { n: step.days ?? '' })}</h3>
          <pre className="formula">{step.formula}{'\n'}{step.numbers}</pre>
        </section>
      ))}
      {of.spendRefused !== null && <p className="quiet" lang="en">{of.spendRefused.detail}</p>}
    </div>
  );
}
