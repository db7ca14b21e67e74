import { describe, expect, it } from 'vitest';
import type { JourneyGraph } from '../api/model';
import { insertAfter, replace, stops, without } from './graph';

const graph: JourneyGraph = {
  name: 'T+3', entry: { kind: 'api' }, start: 'hello',
  nodes: [
    { kind: 'message', key: 'hello', template: 1, next: 'day 3' },
    { kind: 'wait', key: 'day 3', until: { kind: 'day', day: 3, at: '10:00' }, next: 'bought?' },
    { kind: 'branch', key: 'bought?', audience: { kind: 'everyone' }, yes: 'thanks', no: 'wait' },
    { kind: 'wait', key: 'wait', until: { kind: 'for', days: 2 }, next: 'thanks' },
    { kind: 'message', key: 'thanks', template: 2 },
  ],
};

describe('the spine', () => {
  it('puts every node on the day on which a member comes there first', () => {
    expect(stops(graph).map((stop) => [stop.node.key, stop.day, stop.main])).toEqual([
      ['hello', 0, true], ['day 3', 3, true], ['bought?', 3, true], ['thanks', 3, true], ['wait', 5, false],
    ]);
  });

  it('keeps its ways when a node comes in between, goes, or is renamed', () => {
    const more = insertAfter(graph, 'hello', { kind: 'goal', key: 'new' });
    expect(more.nodes.slice(0, 2)).toEqual([{ kind: 'message', key: 'hello', template: 1, next: 'new' }, { kind: 'goal', key: 'new', next: 'day 3' }]);
    expect(without(more, 'new')).toEqual(graph);
    const renamed = replace(graph, 'thanks', { kind: 'message', key: 'thank you', template: 2 });
    expect(renamed.nodes[2]).toMatchObject({ yes: 'thank you' });
    expect(renamed.nodes[3]).toMatchObject({ next: 'thank you' });
  });
});
