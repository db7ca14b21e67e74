import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import type { Design } from '../api/model';
import { Panel } from '../chart/Panel';
import { Refusal } from '../collect/Refusal';
import { PowerWhy } from './Inputs';
import { useExperimentText } from './words';
import { useBaseline, usePower } from './experiments';
import { number, percent } from './verdict';

/** How many members and days it takes, from what the first figure was lately; the plan is then made for so many. */
export function PowerPanel({ of, plan }: { of: Design; plan: (units: number) => void }) {
  const { t, format } = useExperimentText();
  const [perDay, setPerDay] = useState<number | null>(200);
  const [size, setSize] = useState<number | null>(100);
  const [alike, setAlike] = useState<number | null>(0.02);
  const [why, setWhy] = useState(false);
  const communities = of.unit === 'COMMUNITY';
  const baseline = useBaseline();
  const power = usePower();
  const metric = of.metrics.find((it) => !it.guardRail) ?? of.metrics[0];
  const unready = metric === undefined || perDay === null || (communities && (size === null || alike === null));
  const ask = () => {
    if (metric === undefined || perDay === null) return;
    baseline.mutate({ metric, audience: of.audience }, {
      onSuccess: ({ mean, variance, rate, removed }) => {
        const whole = of.arms.reduce((sum, arm) => sum + arm.weight, 0);
        power.mutate({ mean, variance: rate ? null : variance, lift: of.smallestLift, controlShare: (of.arms[0]?.weight ?? 1) / whole, treatmentShare: (of.arms[1]?.weight ?? 1) / whole, perDay, windowDays: metric.windowDays, removed, clusterSize: communities ? size : null, alike: communities ? alike : null, arms: of.arms.length }, { onSuccess: (needed) => plan(needed.communities ?? needed.members) });
      },
    });
  };
  return (
    <Panel title={t('power.title')} note={t('power.note')}>
      <div className="power">
        <InputNumber min={1} value={perDay} prefix={t('power.perDay')} aria-label={t('power.perDay')} onChange={setPerDay} />
        {communities && (
          <>
            <InputNumber min={1} max={100_000} value={size} prefix={t('power.size')} aria-label={t('power.size')} onChange={setSize} />
            <InputNumber min={0} max={1} step={0.01} value={alike} prefix={t('power.alike')} aria-label={t('power.alike')} onChange={setAlike} />
            <p className="quiet">{t('power.alike.note')}</p>
          </>
        )}
        <Button onClick={ask} disabled={unready} loading={baseline.isPending || power.isPending} data-testid="power">{t('power.ask')}</Button>
        {baseline.isError && <Refusal error={baseline.error} />}
        {power.isError && <Refusal error={power.error} />}
        {baseline.data !== undefined && power.data !== undefined && (
          <dl className="formula-lines">
            <div><dt>{t('power.baseline')}</dt><dd>{baseline.data.rate ? percent(baseline.data.mean) : number(baseline.data.mean, format)}</dd></div>
            <div><dt>{t('power.removed')}</dt><dd>{format.share(baseline.data.removed)}</dd></div>
            <div><dt>{t('power.members')}</dt><dd data-testid="power-members">{format.whole(power.data.members)}</dd></div>
            {power.data.communities !== null && (
              <>
                <div><dt>{t('power.designEffect')}</dt><dd>× {number(power.data.designEffect, format)}</dd></div>
                <div><dt>{t('power.communities')}</dt><dd data-testid="power-communities">{format.whole(power.data.communities)}</dd></div>
              </>
            )}
            <div><dt>{t('power.days')}</dt><dd>{t('power.nDays', { n: format.whole(power.data.days) })}</dd></div>
            <div><dt>{t('power.month')}</dt><dd>{percent(power.data.detectableIn30Days)}</dd></div>
          </dl>
        )}
        {power.data !== undefined && <Button type="link" size="small" onClick={() => setWhy(true)}>{t('formula.power')}</Button>}
        {why && power.data !== undefined && <PowerWhy question={power.variables} answer={power.data} members={baseline.data?.members ?? null} close={() => setWhy(false)} />}
        {of.plannedUnits !== null && <p className="quiet">{t(communities ? 'power.takenCommunities' : 'power.taken', { n: format.whole(of.plannedUnits) })}</p>}
      </div>
    </Panel>
  );
}
