import { describe, expect, it } from 'vitest';
import { begun, finished, KINDS, type Expression, type Leaf, type LeafKind } from './expression';
import { added, blank, changed, compile, contains, doubled, formOf, isGroup, moved, negated, nodeAt, placeOf, removed, ROOT, stepped, unwrapped, wrapped, type Form, type Node } from './form';

/** One of every kind, with every field. */
const LEAVES: Leaf[] = [
  { kind: 'trait', name: 'city', is: { in: ['杭州', '上海'] } },
  { kind: 'trait', name: 'city', is: { contains: '州' } },
  { kind: 'trait', name: 'city', is: { startsWith: '杭' } },
  { kind: 'trait', name: 'city', is: { known: false } },
  { kind: 'trait', name: 'birth_year', is: { moreThan: 1990, atMost: 2000 } },
  { kind: 'traitDay', name: 'birthday', during: { kind: 'next', days: 7 }, yearly: true },
  { kind: 'channel', in: ['live-code'] },
  { kind: 'joined', during: { kind: 'between', from: '2026-01-01' } },
  { kind: 'consent', channel: 'sms', granted: false },
  { kind: 'score', figure: 'VALUE', is: { atLeast: 20, lessThan: 60 } },
  { kind: 'mark', mark: 'TOP_SPENDER' },
  { kind: 'activeDays', within: 30, is: { atMost: 0 } },
  { kind: 'stage', in: ['PURCHASE', 'LOYALTY'], monthsAgo: 3 },
  { kind: 'moved', from: ['INTEREST'], to: ['PURCHASE'], months: 2 },
  { kind: 'moved', from: ['INTEREST'], to: ['PURCHASE'], days: 7 },
  { kind: 'layer', in: ['NEW'] },
  { kind: 'layer', in: ['NEW'], on: '2026-06-30' },
  { kind: 'layerMoved', from: ['ACTIVE'], to: ['ACTING'], days: 30 },
  { kind: 'stage', in: ['LOYALTY'], on: '2026-06-30' },
  { kind: 'community', roles: ['OWNER', 'ADMIN'] },
  { kind: 'level', in: ['KOC'] },
  { kind: 'did', event: { name: 'Order Completed', where: [{ property: 'coupon', is: { known: true } }, { column: 'AMOUNT', is: { moreThan: 100 } }], hours: { from: 20, to: 2 } }, during: { kind: 'ago', from: 60, to: 31 }, measure: 'AMOUNT', is: { atLeast: 500 } },
  { kind: 'did', event: {} },
  { kind: 'did', event: { name: 'Review Posted' }, measure: 'SUM', property: 'stars', is: { atLeast: 10 } },
  { kind: 'sequence', first: { name: 'Community Joined' }, then: { name: 'Order Completed' }, withinDays: 7, during: { kind: 'last', days: 90 } },
  { kind: 'community', in: ['club'], stages: ['GOLDEN'], past: true },
  { kind: 'tag', in: [3, 5] },
  { kind: 'audience', id: 4, on: '2026-11-01' },
  { kind: 'list', id: 2 },
  { kind: 'share', percent: 10, salt: 'autumn' },
];
const KINDS_ALL: LeafKind[] = Object.values(KINDS).flat();

function random(seed: number) {
  let state = seed;
  return (n: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

function anExpression(pick: (n: number) => number, depth: number): Expression {
  const what = depth === 0 ? 0 : pick(5);
  if (what === 1) return { kind: 'not', of: anExpression(pick, depth - 1) };
  if (what > 2) return { kind: what === 3 ? 'all' : 'any', of: Array.from({ length: 1 + pick(4) }, () => anExpression(pick, depth - 1)) };
  return LEAVES[pick(LEAVES.length)] ?? { kind: 'everyone' };
}

const ids = (node: Node): number[] => [node.id, ...(isGroup(node) ? node.of.flatMap(ids) : [])];

/** What a JSON pointer leads to. */
function at(expression: unknown, pointer: string): unknown {
  return pointer.split('/').slice(1).reduce<unknown>((it, step) => (it as Record<string, unknown>)[step], expression);
}

describe('the form of an expression', () => {
  it('has every kind of the language in its examples and its menu', () => {
    expect([...new Set([...LEAVES.map((it) => it.kind), 'everyone'])].sort()).toEqual([...KINDS_ALL].sort());
  });

  it.each(LEAVES)('gives back a $kind as it was', (leaf) => {
    expect(finished(leaf)).toBe(true);
    expect(compile(formOf(leaf)).expression).toEqual(leaf);
    expect(compile(formOf({ kind: 'not', of: { kind: 'any', of: [leaf, leaf] } })).expression).toEqual({ kind: 'not', of: { kind: 'any', of: [leaf, leaf] } });
  });

  it('gives back any expression as it was, and says where each part stands', () => {
    for (let seed = 1; seed <= 500; seed++) {
      const expression = anExpression(random(seed), 4);
      const form = formOf(expression);
      const { expression: written, places, unfinished } = compile(form);
      expect(written).toEqual(expression);
      expect(unfinished.size).toBe(0);
      expect(new Set(ids(form.root)).size).toBe(ids(form.root).length);
      for (const [id, { outer, inner }] of places) {
        const node = id === ROOT ? form.root : placeOf(form, id)?.node;
        if (node === undefined) throw new Error(`no node ${id}`);
        expect(at(expression, inner)).toMatchObject(isGroup(node) ? { kind: node.group } : node.leaf);
        if (node.nots > 0) expect(at(expression, outer)).toMatchObject({ kind: 'not' });
        expect(nodeAt(places, inner).id).toBe(id);
        expect(nodeAt(places, `${inner}/during/days`)).toEqual({ id, rest: '/during/days' });
      }
    }
  });

  it('leaves out what the server writes as null', () => {
    const kept = { kind: 'score', figure: 'R', is: { atLeast: 4, moreThan: null, atMost: null, lessThan: null } } as unknown as Expression;
    expect(compile(formOf(kept)).expression).toEqual({ kind: 'score', figure: 'R', is: { atLeast: 4 } });
  });

  it('is everybody where nothing is asked', () => {
    expect(compile(blank()).expression).toEqual({ kind: 'everyone' });
    expect(formOf({ kind: 'everyone' })).toEqual(blank());
    const nobody = negated(blank(), ROOT);
    expect(compile(nobody).expression).toEqual({ kind: 'not', of: { kind: 'everyone' } });
  });

  it.each(KINDS_ALL)('begins a %s that is unfinished or can be asked', (kind) => {
    const { form, id } = added(blank(), ROOT, begun(kind));
    const { expression, unfinished } = compile(form);
    expect(expression.kind).toBe(unfinished.has(id) ? 'everyone' : kind);
  });

  it('leaves out unfinished conditions and points past them', () => {
    const first = added(blank(), ROOT, begun('trait'));
    const second = added(first.form, ROOT, { kind: 'list', id: 2 });
    const group = added(second.form, ROOT, 'any');
    const compiled = compile(group.form);
    expect(compiled.expression).toEqual({ kind: 'all', of: [{ kind: 'list', id: 2 }] });
    expect(compiled.unfinished).toEqual(new Set([first.id, group.id]));
    expect(compiled.places.get(second.id)).toEqual({ outer: '/of/0', inner: '/of/0' });
  });
});

describe('moving about', () => {
  const start = formOf({ kind: 'all', of: [{ kind: 'list', id: 1 }, { kind: 'any', of: [{ kind: 'list', id: 2 }, { kind: 'list', id: 3 }] }, { kind: 'list', id: 4 }] });
  const written = (form: Form) => JSON.stringify(compile(form).expression).replaceAll(/"kind":"list","id":/g, '').replaceAll(/"kind":|"of":|"/g, '');
  const list = (form: Form, id: number) => ids(form.root).find((it) => { const node = placeOf(form, it)?.node; return node !== undefined && !isGroup(node) && node.leaf.kind === 'list' && node.leaf.id === id; }) ?? -1;

  it('takes a condition into a group, out of it, and past another', () => {
    const group = placeOf(start, list(start, 2))?.group ?? -1;
    expect(written(moved(start, list(start, 1), group, 1))).toBe('{all,[{any,[{2},{1},{3}]},{4}]}');
    expect(written(moved(start, list(start, 3), ROOT, 0))).toBe('{all,[{3},{1},{any,[{2}]},{4}]}');
    expect(written(moved(start, list(start, 1), ROOT, 3))).toBe('{all,[{any,[{2},{3}]},{4},{1}]}');
    expect(moved(start, group, group, 0)).toBe(start);
  });

  it('goes step by step through everything and back, losing nothing', () => {
    let form = start;
    for (let i = 0; i < 12; i++) form = stepped(form, list(form, 1), true);
    expect(written(form)).toBe('{all,[{any,[{2},{3}]},{4},{1}]}');
    for (let i = 0; i < 12; i++) form = stepped(form, list(form, 1), false);
    expect(written(form)).toBe(written(start));
  });

  it('keeps every condition once, however often things are moved', () => {
    const pick = random(7);
    let form = formOf({ kind: 'all', of: Array.from({ length: 6 }, (_, i): Expression => (i % 2 === 0 ? { kind: 'list', id: i + 1 } : { kind: 'any', of: [{ kind: 'list', id: 10 + i }, { kind: 'list', id: 20 + i }] })) });
    const before = [...ids(form.root)].sort((a, b) => a - b);
    for (let i = 0; i < 500; i++) {
      const all = ids(form.root);
      const what = all[1 + pick(all.length - 1)] ?? -1;
      const groups = all.filter((id) => id === ROOT || isGroup(placeOf(form, id)?.node ?? form.root));
      const into = groups[pick(groups.length)] ?? ROOT;
      const node = placeOf(form, what)?.node;
      const next = moved(form, what, into, pick(5));
      if (node !== undefined && contains(node, into)) expect(next).toBe(form);
      form = next;
      expect([...ids(form.root)].sort((a, b) => a - b)).toEqual(before);
    }
  });

  it('wraps, unwraps, doubles, removes and negates', () => {
    const one = list(start, 1);
    const inGroup = wrapped(start, one, 'any');
    expect(written(inGroup)).toBe('{all,[{any,[{1}]},{any,[{2},{3}]},{4}]}');
    expect(written(unwrapped(inGroup, placeOf(inGroup, one)?.group ?? -1))).toBe(written(start));
    expect(written(doubled(start, placeOf(start, list(start, 2))?.group ?? -1))).toBe('{all,[{1},{any,[{2},{3}]},{any,[{2},{3}]},{4}]}');
    expect(written(removed(start, one))).toBe('{all,[{any,[{2},{3}]},{4}]}');
    expect(written(negated(start, one))).toBe('{all,[{not,{1}},{any,[{2},{3}]},{4}]}');
    expect(written(negated(negated(start, one), one))).toBe(written(start));
    expect(written(changed(start, one, (it) => (isGroup(it) ? it : { ...it, leaf: { kind: 'list', id: 9 } })))).toContain('[{9}');
  });
});
