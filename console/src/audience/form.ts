import { finished, type Expression, type Leaf } from './expression';

/** A condition as it is edited: its number stays while it is moved about. `nots` are the negations around it. */
export interface LeafNode {
  id: number;
  nots: number;
  leaf: Leaf;
}

/** A group as it is edited. */
export interface GroupNode {
  id: number;
  nots: number;
  group: 'all' | 'any';
  of: Node[];
}

export type Node = LeafNode | GroupNode;

/** The outermost group; it was not written where it is `implied`, so that a single condition stays one. */
export interface Form {
  root: GroupNode;
  implied: boolean;
  next: number;
}

export const ROOT = 0;

export function isGroup(node: Node): node is GroupNode {
  return 'group' in node;
}

/** What the builder edits, of what the server keeps: a field that says nothing is left out. */
export function formOf(expression: Expression): Form {
  let next = 1;
  const node = (it: Expression, id: number): Node => {
    let nots = 0;
    let inner = it;
    while (inner.kind === 'not') {
      nots++;
      inner = inner.of;
    }
    if (inner.kind === 'all' || inner.kind === 'any') return { id, nots, group: inner.kind, of: inner.of.map((part) => node(part, next++)) };
    return { id, nots, leaf: stripped(inner) as Leaf };
  };
  if (expression.kind === 'everyone') return { root: empty(), implied: true, next };
  const whole = node(expression, ROOT);
  return isGroup(whole) ? { root: whole, implied: false, next } : { root: { ...empty(), of: [{ ...whole, id: next++ }] }, implied: true, next };
}

export function blank(): Form {
  return { root: empty(), implied: true, next: 1 };
}

function empty(): GroupNode {
  return { id: ROOT, nots: 0, group: 'all', of: [] };
}

/** Without nulls and what is undefined: the server writes fields without a meaning as null. */
export function stripped(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stripped);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([, it]) => it !== null && it !== undefined).map(([name, it]) => [name, stripped(it)]));
}

/** What a form asks, and where in it each condition stands, as JSON pointers: `outer` with its negations, `inner` without. */
export interface Compiled {
  expression: Expression;
  places: Map<number, { outer: string; inner: string }>;
  /** Conditions and groups that are left out, since something is missing there. */
  unfinished: Set<number>;
}

/** The expression of a form. Conditions that lack something, and groups of nothing else, are left out and named. */
export function compile({ root, implied }: Form): Compiled {
  const places = new Map<number, { outer: string; inner: string }>();
  const unfinished = new Set<number>();
  const ready = (node: Node): boolean => {
    const is = isGroup(node) ? node.of.map(ready).some(Boolean) : finished(node.leaf);
    if (!is) unfinished.add(node.id);
    return is;
  };
  const write = (node: Node, outer: string): Expression => {
    const inner = outer + '/of'.repeat(node.nots);
    places.set(node.id, { outer, inner });
    let expression: Expression = isGroup(node)
      ? { kind: node.group, of: node.of.filter((part) => !unfinished.has(part.id)).map((part, i) => write(part, `${inner}/of/${i}`)) }
      : (stripped(node.leaf) as Leaf);
    for (let i = 0; i < node.nots; i++) expression = { kind: 'not', of: expression };
    return expression;
  };
  root.of.forEach(ready);
  const parts = root.of.filter((it) => !unfinished.has(it.id));
  const [only] = parts;
  if (only === undefined) {
    // Nothing is asked: everybody, or nobody where that is negated.
    const everyone: Expression = { kind: 'everyone' };
    return { expression: root.nots % 2 === 1 ? { kind: 'not', of: everyone } : everyone, places, unfinished };
  }
  if (implied && parts.length === 1 && root.of.length === 1 && root.nots === 0) return { expression: write(only, ''), places, unfinished };
  return { expression: write(root, ''), places, unfinished };
}

/** Which node a pointer into the expression leads to, and what is left of it within that node. */
export function nodeAt(places: Compiled['places'], pointer: string): { id: number; rest: string } {
  let found = { id: ROOT, rest: pointer, depth: -1 };
  for (const [id, { inner }] of places) {
    if ((pointer === inner || pointer.startsWith(`${inner}/`)) && inner.length > found.depth) found = { id, rest: pointer.slice(inner.length), depth: inner.length };
  }
  return { id: found.id, rest: found.rest };
}

/** The form with one node changed. */
export function changed(form: Form, id: number, change: (node: Node) => Node): Form {
  const walk = (node: Node): Node => {
    if (node.id === id) return change(node);
    return isGroup(node) ? { ...node, of: node.of.map(walk) } : node;
  };
  return { ...form, root: walk(form.root) as GroupNode };
}

/** The form with a condition, or a group, put into a group. */
export function added(form: Form, group: number, what: Leaf | 'all' | 'any', at?: number): { form: Form; id: number } {
  const id = form.next;
  const node: Node = typeof what === 'string' ? { id, nots: 0, group: what, of: [] } : { id, nots: 0, leaf: what };
  return { form: put({ ...form, next: id + 1 }, group, at ?? Number.MAX_SAFE_INTEGER, node), id };
}

function put(form: Form, group: number, at: number, node: Node): Form {
  return changed(form, group, (it) => (isGroup(it) ? { ...it, of: [...it.of.slice(0, at), node, ...it.of.slice(at)] } : it));
}

export function removed(form: Form, id: number): Form {
  const walk = (node: Node): Node => (isGroup(node) ? { ...node, of: node.of.filter((part) => part.id !== id).map(walk) } : node);
  return { ...form, root: walk(form.root) as GroupNode };
}

/** A copy of a node right behind it. */
export function doubled(form: Form, id: number): Form {
  const place = placeOf(form, id);
  if (place === null) return form;
  let next = form.next;
  const copy = (node: Node): Node => {
    const own = next++;
    return isGroup(node) ? { ...node, id: own, of: node.of.map(copy) } : { ...node, id: own };
  };
  const twin = copy(place.node);
  return put({ ...form, next }, place.group, place.at + 1, twin);
}

/** A node put into a new group of its own, to which more can be added. */
export function wrapped(form: Form, id: number, group: 'all' | 'any'): Form {
  return { ...changed(form, id, (node) => ({ id: form.next, nots: 0, group, of: [node] })), next: form.next + 1 };
}

/** A group's parts put in its own place. */
export function unwrapped(form: Form, id: number): Form {
  const place = placeOf(form, id);
  if (place === null || !isGroup(place.node)) return form;
  const { of } = place.node;
  return changed(form, place.group, (it) => (isGroup(it) ? { ...it, of: [...it.of.slice(0, place.at), ...of, ...it.of.slice(place.at + 1)] } : it));
}

export function placeOf(form: Form, id: number): { group: number; at: number; node: Node; size: number } | null {
  const walk = (group: GroupNode): { group: number; at: number; node: Node; size: number } | null => {
    for (const [at, node] of group.of.entries()) {
      if (node.id === id) return { group: group.id, at, node, size: group.of.length };
      const deeper = isGroup(node) ? walk(node) : null;
      if (deeper !== null) return deeper;
    }
    return null;
  };
  return walk(form.root);
}

export function contains(node: Node, id: number): boolean {
  return node.id === id || (isGroup(node) && node.of.some((part) => contains(part, id)));
}

/** A node taken to a place: before what stands at `at` of a group now. Into itself nothing can go. */
export function moved(form: Form, id: number, group: number, at: number): Form {
  const from = placeOf(form, id);
  if (from === null || contains(from.node, group)) return form;
  const gap = from.group === group && from.at < at ? at - 1 : at;
  return put(removed(form, id), group, gap, from.node);
}

/** One step up or down for the keyboard: past a neighbour, into the end of a group beside it, or out of its own group. */
export function stepped(form: Form, id: number, down: boolean): Form {
  const place = placeOf(form, id);
  if (place === null) return form;
  const { group, at, size } = place;
  const siblings = group === ROOT ? form.root.of : childrenOf(form, group);
  const beside = siblings[down ? at + 1 : at - 1];
  if (beside !== undefined && isGroup(beside)) return moved(form, id, beside.id, down ? 0 : beside.of.length);
  if (beside !== undefined) return moved(form, id, group, down ? at + 2 : at - 1);
  const outer = placeOf(form, group);
  if (outer === null || size === 0) return form;
  return moved(form, id, outer.group, down ? outer.at + 1 : outer.at);
}

function childrenOf(form: Form, id: number): Node[] {
  const place = placeOf(form, id);
  return place !== null && isGroup(place.node) ? place.node.of : [];
}

export function negated(form: Form, id: number): Form {
  return changed(form, id, (node) => ({ ...node, nots: node.nots > 0 ? node.nots - 1 : 1 }));
}
