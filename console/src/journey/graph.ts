import type { JourneyGraph, JourneyNode, Target, Until } from '../api/model';

export const given = <T,>(it: T | null | undefined): it is T => it !== null && it !== undefined;

export const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;

export interface Way {
  outcome: string;
  next: Target;
  /** What it is called where the outcome's own words do not say it. */
  label?: string;
}

/** The ways out of a node, as the server names them. */
export function waysOf(node: JourneyNode): Way[] {
  switch (node.kind) {
    case 'wait':
      return node.until.kind === 'event' || node.until.kind === 'date'
        ? [{ outcome: 'passed', next: node.next }, { outcome: 'missed', next: node.otherwise }]
        : [{ outcome: 'passed', next: node.next }];
    case 'branch': return [{ outcome: 'yes', next: node.yes }, { outcome: 'no', next: node.no }];
    case 'reply': return [...node.answers.map((answer, i) => ({ outcome: `answer-${i + 1}`, next: answer.next })), { outcome: 'otherwise', next: node.otherwise }];
    case 'split': return node.arms.map((arm, i) => ({ outcome: `arm-${i + 1}`, next: arm.next }));
    case 'experiment': return [...node.arms.map((arm, i) => ({ outcome: `arm-${i + 1}`, next: arm.next, label: arm.arm })), { outcome: 'outside', next: node.otherwise }];
    case 'message': case 'tag': case 'points': case 'webhook': case 'journey': case 'goal': return [{ outcome: 'passed', next: node.next }];
    case 'exit': return [];
  }
}

/** The same node with one of its ways leading elsewhere. */
export function lead(node: JourneyNode, outcome: string, next: string | undefined): JourneyNode {
  switch (node.kind) {
    case 'wait': return outcome === 'missed' ? { ...node, otherwise: next } : { ...node, next };
    case 'branch': return outcome === 'yes' ? { ...node, yes: next } : { ...node, no: next };
    case 'reply': return outcome === 'otherwise' ? { ...node, otherwise: next } : { ...node, answers: node.answers.map((answer, i) => (outcome === `answer-${i + 1}` ? { ...answer, next } : answer)) };
    case 'split': return { ...node, arms: node.arms.map((arm, i) => (outcome === `arm-${i + 1}` ? { ...arm, next } : arm)) };
    case 'experiment': return outcome === 'outside' ? { ...node, otherwise: next } : { ...node, arms: node.arms.map((arm, i) => (outcome === `arm-${i + 1}` ? { ...arm, next } : arm)) };
    case 'message': case 'tag': case 'points': case 'webhook': case 'journey': case 'goal': return { ...node, next };
    case 'exit': return node;
  }
}

export interface Stop {
  node: JourneyNode;
  /** T+N: the earliest day on which a member can stand here. */
  day: number;
  /** On the spine: reached by the first way of every node before it. */
  main: boolean;
}

/** Where each node stands: on which day, and on the spine or on a bone of it. Nodes that no way leads to come last. */
export function stops(graph: JourneyGraph): Stop[] {
  const nodes = new Map(graph.nodes.map((node) => [node.key, node]));
  const days = new Map<string, number>();
  const order: string[] = [];
  const ahead: { key: string; day: number }[] = [{ key: graph.start, day: 0 }];
  for (let at = ahead.shift(); at !== undefined; at = ahead.shift()) {
    const node = nodes.get(at.key);
    if (node === undefined || days.has(at.key)) continue;
    // A wait stands on the day on which it is over: that is the day operators plan by.
    const day = node.kind === 'wait' ? over(node.until, at.day) : at.day;
    days.set(at.key, day);
    order.push(at.key);
    for (const way of waysOf(node)) if (given(way.next)) ahead.push({ key: way.next, day });
  }
  const main = new Set<string>();
  for (let key: Target = graph.start; given(key) && nodes.has(key) && !main.has(key);) {
    main.add(key);
    const node = nodes.get(key);
    key = node === undefined ? undefined : waysOf(node).find((way) => given(way.next))?.next;
  }
  const lost = graph.nodes.filter((node) => !days.has(node.key));
  return [...order.flatMap((key) => nodes.get(key) ?? []), ...lost].map((node) => ({ node, day: days.get(node.key) ?? 0, main: main.has(node.key) }));
}

function over(until: Until, day: number): number {
  switch (until.kind) {
    case 'for': return day + (until.days ?? 0) + Math.floor((until.hours ?? 0) / 24);
    case 'day': return Math.max(day, until.day);
    case 'event': return day + (until.within.days ?? 0);
    case 'time': case 'date': return day;
  }
}

/** Members' numbers in a text, apart by spaces, commas or lines; null where something else stands in it. */
export function numbersIn(text: string): number[] | null {
  const words = text.split(/[\s,;，；、#]+/).filter((word) => word !== '');
  return words.every((word) => /^[1-9]\d{0,8}$/.test(word)) ? [...new Set(words.map(Number))] : null;
}

/** A name that no node has yet. */
export function freeKey(graph: JourneyGraph, wanted: string): string {
  const taken = new Set(graph.nodes.map((node) => node.key));
  let key = wanted;
  for (let n = 2; taken.has(key); n++) key = `${wanted} ${n}`;
  return key;
}

/** Puts a node between another one and where that led; at the end where none is named. */
export function insertAfter(graph: JourneyGraph, after: string | null, node: JourneyNode): JourneyGraph {
  if (after === null) return { ...graph, start: node.key, nodes: [lead(node, firstWay(node), graph.nodes.length === 0 ? undefined : graph.start), ...graph.nodes] };
  const nodes = graph.nodes.flatMap((it) => {
    if (it.key !== after) return [it];
    const way = waysOf(it).find((one) => !given(one.next)) ?? waysOf(it)[0];
    if (way === undefined) return [it, node];
    return [lead(it, way.outcome, node.key), lead(node, firstWay(node), way.next ?? undefined)];
  });
  return { ...graph, nodes };
}

function firstWay(node: JourneyNode): string {
  return waysOf(node)[0]?.outcome ?? '';
}

/** Takes a node out; what led to it leads to where its first way led. */
export function without(graph: JourneyGraph, key: string): JourneyGraph {
  const gone = graph.nodes.find((node) => node.key === key);
  const next = gone === undefined ? undefined : waysOf(gone).find((way) => given(way.next) && way.next !== key)?.next ?? undefined;
  const nodes = graph.nodes.filter((node) => node.key !== key)
    .map((node) => waysOf(node).filter((way) => way.next === key).reduce((it, way) => lead(it, way.outcome, next), node));
  return { ...graph, start: graph.start === key ? next ?? nodes[0]?.key ?? '' : graph.start, nodes };
}

/** A node under another form or name; ways that led to its old name follow. */
export function replace(graph: JourneyGraph, key: string, node: JourneyNode): JourneyGraph {
  const nodes = graph.nodes.map((it) => (it.key === key ? node : it))
    .map((it) => waysOf(it).filter((way) => way.next === key).reduce((led, way) => lead(led, way.outcome, node.key), it));
  return { ...graph, start: graph.start === key ? node.key : graph.start, nodes };
}

export const FRESH: Record<JourneyNode['kind'], (key: string) => JourneyNode> = {
  wait: (key) => ({ kind: 'wait', key, until: { kind: 'day', day: 1, at: '10:00' } }),
  message: (key) => ({ kind: 'message', key }),
  branch: (key) => ({ kind: 'branch', key, audience: { kind: 'everyone' } }),
  reply: (key) => ({ kind: 'reply', key, answers: [{ is: ['1'] }, { is: ['2'] }] }),
  split: (key) => ({ kind: 'split', key, arms: [{ percent: 50 }, { percent: 50 }] }),
  experiment: (key) => ({ kind: 'experiment', key, arms: [] }),
  tag: (key) => ({ kind: 'tag', key, add: [] }),
  points: (key) => ({ kind: 'points', key, points: 10 }),
  webhook: (key) => ({ kind: 'webhook', key }),
  journey: (key) => ({ kind: 'journey', key }),
  goal: (key) => ({ kind: 'goal', key }),
  exit: (key) => ({ kind: 'exit', key }),
};

export const EMPTY: JourneyGraph = { name: '', entry: { kind: 'api' }, reentry: { kind: 'never' }, start: '', nodes: [] };
