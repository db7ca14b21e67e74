import type { Expression } from '../audience/expression';

/** Of a community's members above a value: who is to be invited to another one, and who is there already. */
export function invited(from: string, to: string, above: number): { inviting: Expression; there: Expression } {
  const worth: Expression[] = [{ kind: 'community', in: [from] }, { kind: 'score', figure: 'VALUE', is: { moreThan: above } }];
  const other: Expression = { kind: 'community', in: [to] };
  return { inviting: { kind: 'all', of: [...worth, { kind: 'not', of: other }] }, there: { kind: 'all', of: [...worth, other] } };
}
