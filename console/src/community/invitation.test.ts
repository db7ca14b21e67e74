import { expect, test } from 'vitest';
import { invited } from './invitation';

test('who is there already is not invited again, and counts apart', () => {
  const { inviting, there } = invited('quiet', 'lively', 20);
  const worth = [{ kind: 'community', in: ['quiet'] }, { kind: 'score', figure: 'VALUE', is: { moreThan: 20 } }];
  expect(inviting).toEqual({ kind: 'all', of: [...worth, { kind: 'not', of: { kind: 'community', in: ['lively'] } }] });
  expect(there).toEqual({ kind: 'all', of: [...worth, { kind: 'community', in: ['lively'] }] });
});
