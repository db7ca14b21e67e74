import type { JourneyEntry, JourneyNode, Until } from '../api/model';
import { eventInWords } from '../value/EventName';
import type { JourneyKey, SayJourney } from './words';
import type { Choice, Choices } from './journeys';

const name = (choices: Choice[], id: number | undefined) => (id === undefined ? '…' : choices.find((it) => it.value === id)?.label ?? `#${id}`);
const at = (time: string) => time.slice(0, 5);

/** A node in a few words. */
export function sayNode(node: JourneyNode, t: SayJourney, choices: Choices): string {
  switch (node.kind) {
    case 'wait': return sayUntil(node.until, t);
    case 'branch': return node.audience.kind === 'audience' ? t('node.in', { audience: name(choices.audiences, node.audience.id) }) : t('node.asked');
    case 'reply': return node.answers.map((answer) => answer.is.join(' / ')).join(' · ');
    case 'split': return node.arms.map((arm) => `${arm.percent}%`).join(' : ');
    case 'experiment': return name(choices.experiments, node.experiment);
    case 'message': {
      const template = name(choices.templates, node.template);
      return node.within === undefined ? template : t('node.within.say', { template, span: saySpan(node.within, t) });
    }
    case 'tag': return [...(node.add ?? []).map((tag) => `+ ${name(choices.tags, tag)}`), ...(node.remove ?? []).map((tag) => `− ${name(choices.tags, tag)}`)].join(', ');
    case 'points': return node.points === undefined ? '…' : t('node.points.say', { n: (node.points > 0 ? '+' : '') + String(node.points) });
    case 'webhook': return node.url === undefined || node.url === '' ? '…' : hostOf(node.url);
    case 'journey': return name(choices.journeys, node.journey);
    case 'goal': case 'exit': return '';
  }
}

function hostOf(url: string): string {
  return /^https?:\/\/([^/?#]+)/.exec(url)?.[1] ?? url;
}

export function sayUntil(until: Until, t: SayJourney): string {
  switch (until.kind) {
    case 'for': return saySpan(until, t);
    case 'day': return `T+${until.day} ${at(until.at)}`;
    case 'time': return t('until.say.time', { at: at(until.at) });
    case 'date': return t('until.say.date', { trait: until.trait, days: until.days ?? 0, at: at(until.at) });
    case 'event': {
      const waits = t('until.say.event', { event: eventInWords(until.event.name ?? '…', t), span: saySpan(until.within, t) });
      return (until.keyColumn ?? until.keyProperty ?? null) === null ? waits : t('until.say.key', { until: waits });
    }
  }
}

function saySpan(span: { days?: number; hours?: number; minutes?: number }, t: SayJourney): string {
  const parts: [JourneyKey, number | undefined][] = [['span.days', span.days], ['span.hours', span.hours], ['span.minutes', span.minutes]];
  return parts.filter(([, n]) => n !== undefined && n > 0).map(([key, n]) => t(key, { n: n ?? 0 })).join(' ');
}

export function sayEntry(entry: JourneyEntry, t: SayJourney, choices: Choices): string {
  switch (entry.kind) {
    case 'event': return t('entry.say.event', { event: eventInWords(entry.event.name ?? '…', t) });
    case 'audience': return t(entry.change === 'LEFT' ? 'entry.say.left' : 'entry.say.entered', { audience: name(choices.audiences, entry.audience) });
    case 'schedule': {
      const days = entry.days ?? [];
      const words = { audience: name(choices.audiences, entry.audience), at: at(entry.at) };
      return days.length === 0 ? t('entry.say.schedule', words) : t('entry.say.schedule.days', { ...words, days: days.map((day) => t(`day.${day}`)).join(t('day.and')) });
    }
    case 'api': return t('entry.say.api');
  }
}

export function sayOutcome(outcome: string, t: SayJourney): string {
  const arm = /^arm-(\d+)$/.exec(outcome)?.[1];
  if (arm !== undefined) return t('outcome.arm', { n: arm });
  const answer = /^answer-(\d+)$/.exec(outcome)?.[1];
  if (answer !== undefined) return t('outcome.answer', { n: answer });
  return OUTCOMES.includes(outcome as (typeof OUTCOMES)[number]) ? t(`outcome.${outcome as (typeof OUTCOMES)[number]}`) : outcome;
}

const OUTCOMES = ['passed', 'missed', 'yes', 'no', 'outside', 'completed', 'left', 'goal', 'stopped', 'moved', 'merged', 'otherwise', 'held-out'] as const;
