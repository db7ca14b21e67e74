import type { Measured } from '../api/model';
import { Formula } from './Formula';
import { metricOf, total } from './measured';
import { useExperimentText } from './words';

/** How one figure of the reports was worked out: what it means, the formula, every number in it. */
export function MeasuredWhy({ of, name, close }: { of: Measured; name: string; close: () => void }) {
  const { t, format } = useExperimentText();
  const metric = metricOf(of, t);
  const ends = of.totalInterval;
  return (
    <Formula
      metric={{ ...metric, name: `${name} · ${metric.name}` }}
      comparison={{ arm: of.reached.arm, verdict: of.verdict, effect: of.effect, qValue: of.qValue, unwinsorised: null, unwinsorisedInputs: null, overTime: [], segments: [], uplift: null }}
      report={{ alpha: 0.05, clusters: false, once: true, health: { arms: [of.heldOut, of.reached] } }}
      note={t(`outcome.${of.metric}.meaning`)}
      more={ends === null ? [] : [[t('reports.total.how', { n: format.whole(of.reached.units) }), `${total(of.metric, of.total, format)} (${total(of.metric, ends.low, format)} … ${total(of.metric, ends.high, format)})`]]}
      close={close}
    />
  );
}
