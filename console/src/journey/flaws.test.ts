import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { JourneyGraph } from '../api/model';
import { flaws as en } from '../text/en/flaws';
import { journeys } from '../text/zh/journeys';
import { flaws } from '../text/zh/flaws';
import { fieldOf, nodeOf, sayFault } from './flaws';
import type { SayJourney } from './words';

const SERVER = '../server/src/main/java/io/guanxi/journey/graph/Flaw.java';
const t: SayJourney = (key, values = {}) => (({ ...journeys, ...flaws } as Record<string, string>)[key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
const graph: JourneyGraph = { name: 'T+3', entry: { kind: 'api' }, start: '欢迎', nodes: [{ kind: 'message', key: '欢迎', template: 99 }] };

describe('what is wrong with a journey', () => {
  it('has words for all that the server can find, with the values it gives', () => {
    const found = [...readFileSync(SERVER, 'utf8').matchAll(/^ {4}([A-Z_]+)\("((?:[^"\\]|\\.)*)"\)/gm)].map(([, name = '', words = '']) => [`flaw.${name.toLowerCase().replaceAll('_', '-')}`, words] as const);
    const given = new Map(found.map(([key, words]) => [key, [...words.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)]));
    expect(found.length).toBeGreaterThan(30);
    expect([...given.keys()].sort()).toEqual(Object.keys(flaws).sort());
    for (const [key, names] of given) {
      for (const words of [flaws, en] as Record<string, string>[]) expect([...(words[key] ?? '').matchAll(/\{(\w+)\}/g)].map(([, name]) => name).filter((name) => !names.includes(name))).toEqual([]);
    }
  });

  it('is said in words, at its node and field', () => {
    const fault = { field: '/nodes/0/template', message: 'there is no template with the number 99', code: 'journey.template-unknown', values: { number: '99' } };
    expect([nodeOf(fault, graph), fieldOf(fault, t), sayFault(fault, t)]).toEqual(['欢迎', '消息模板', '没有编号为 99 的消息模板']);
  });

  it('keeps the words of the server where it has none of its own', () => {
    expect([fieldOf({ field: '/nodes/0/values/x', message: 'm' }, t), sayFault({ field: '/x', message: 'no such thing', code: 'journey.new' }, t)]).toEqual(['values/x', 'no such thing']);
  });
});
