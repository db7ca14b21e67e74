import type { Report } from '../api/model';
import type { ExperimentKey, SayExperiment } from './words';

const PLACES = { journey: '/journeys/', template: '/messages/templates/', audience: '/audiences/' } as const;

type Kind = keyof typeof PLACES;

function kindOf(subject: string): Kind {
  const kind = subject.slice(0, subject.indexOf(':'));
  return kind === 'template' || kind === 'audience' ? kind : 'journey';
}

/** The word for the thing that a holdout is of, e.g. of `journey:12`. */
export function subjectOf(subject: string): ExperimentKey {
  return `subject.${kindOf(subject)}`;
}

/** Where that thing is. */
export function placeOf(subject: string): string {
  return PLACES[kindOf(subject)] + subject.slice(subject.indexOf(':') + 1);
}

/** An arm's name; those of a holdout are ours. */
export function armOf(arm: { key: string; name: string }, t: SayExperiment): string {
  return arm.name === arm.key && (arm.key === 'holdout' || arm.key === 'treated') ? t(`arm.${arm.key}`) : arm.name;
}

const METRICS: Record<string, ExperimentKey> = {
  buyers: 'metric.buyers', orders: 'metric.orders', spend: 'metric.spend', retained: 'metric.retained', 'opt-outs': 'guard.optOuts', complaints: 'guard.complaints', blocked: 'guard.blocked', touches: 'metric.touches',
};

/** A holdout's report in the reader's words: its arms and metrics are ours. */
export function named(report: Report, t: SayExperiment): Report {
  const metricOf = (name: string) => {
    const key = METRICS[name];
    return key === undefined ? name : t(key);
  };
  return {
    ...report,
    health: {
      ...report.health,
      arms: report.health.arms.map((arm) => ({ ...arm, name: armOf(arm, t) })),
      findings: report.health.findings.map((it) => (it.of === null ? it : { ...it, of: metricOf(it.of) })),
    },
    metrics: report.metrics.map((it) => ({ ...it, name: metricOf(it.name) })),
  };
}
