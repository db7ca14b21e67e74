import type { JourneyFault, JourneyGraph } from '../api/model';
import type { JourneyKey, SayJourney } from './words';
import { flaws } from '../text/zh/flaws';

/** The words of a form's fields, by the name they have in a definition. */
const FIELDS: Record<string, JourneyKey> = {
  name: 'journeys.name', entry: 'journey.entry', reentry: 'journey.reentry', goal: 'journey.goal', exitWhen: 'journey.exits', start: 'journey.add.first',
  key: 'node.key', until: 'node.until', at: 'until.at', within: 'until.within', audience: 'node.audience', template: 'node.template', add: 'node.add', remove: 'node.take',
  points: 'node.points', url: 'node.url', journey: 'node.journey', event: 'journey.event', arms: 'node.arms', experiment: 'node.trial', answers: 'node.reply', is: 'node.answer.is', next: 'node.leads', otherwise: 'outcome.missed', yes: 'outcome.yes', no: 'outcome.no',
};

/** The node at which something is wrong, where it is at one. */
export function nodeOf(fault: JourneyFault, graph: JourneyGraph): string | undefined {
  return graph.nodes[Number(/^\/nodes\/(\d+)/.exec(fault.field ?? '')?.[1] ?? -1)]?.key;
}

/** Which field is wrong, in words, from the outer to the inner; the pointer itself where it has none. */
export function fieldOf(fault: JourneyFault, t: SayJourney): string {
  const pointer = (fault.field ?? '').replace(/^\/nodes\/\d+/, '');
  const known = pointer.split('/').flatMap((it) => FIELDS[it] ?? []);
  return known.length === 0 ? pointer.slice(1) : known.map((key) => t(key)).join(' · ');
}

/** What is wrong, in the console's own words; the server's where it has none. */
export function sayFault(fault: JourneyFault, t: SayJourney): string {
  const code = fault.code?.replace(/^journey\./, '') ?? '';
  return `flaw.${code}` in flaws ? t(`flaw.${code}` as JourneyKey, fault.values ?? {}) : fault.message;
}
