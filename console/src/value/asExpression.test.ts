import { expect, it } from 'vitest';
import { asExpression } from './asExpression';

const asked = (filters: Record<string, string>) => asExpression((name) => filters[name]);

it('says one filter as one condition, several as all of them', () => {
  expect(asked({ layer: 'NEW,ACTIVE' })).toEqual({ expression: { kind: 'layer', in: ['NEW', 'ACTIVE'] }, unsaid: [] });
  expect(asked({ stage: 'LOYALTY', tag: '7,9', minSpend: '100', maxRecency: '30', r: '4,5', topSpender: 'false', joinedFrom: '2026-01-01', lastSeenTo: '2026-02-01', trait: 'city:上海' }).expression).toEqual({
    kind: 'all',
    of: [
      { kind: 'stage', in: ['LOYALTY'] },
      { kind: 'tag', in: [7, 9] },
      { kind: 'score', figure: 'SPEND', is: { atLeast: 100 } },
      { kind: 'score', figure: 'RECENCY_DAYS', is: { atMost: 30 } },
      { kind: 'any', of: [{ kind: 'score', figure: 'R', is: { atLeast: 4, atMost: 4 } }, { kind: 'score', figure: 'R', is: { atLeast: 5, atMost: 5 } }] },
      { kind: 'joined', during: { kind: 'between', from: '2026-01-01' } },
      { kind: 'did', event: {}, during: { kind: 'between', to: '2026-02-01' }, measure: 'LAST', is: { atLeast: 1 } },
      { kind: 'not', of: { kind: 'mark', mark: 'TOP_SPENDER' } },
      { kind: 'trait', name: 'city', is: { in: ['上海'] } },
    ],
  });
});

it('names what an audience has no word for', () => {
  expect(asked({ q: '138', layer: 'NEW', minPAlive: '0.5' }).unsaid).toEqual(['q', 'minPAlive']);
  expect(asked({})).toEqual({ expression: null, unsaid: [] });
});
