import type { Expression } from './expression';

/** Where an expression is opened as an audience that is not kept yet. */
export function asAudience(expression: Expression): string {
  return `/audiences/new?expression=${encodeURIComponent(JSON.stringify(expression))}`;
}
