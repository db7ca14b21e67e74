import { expect, it } from 'vitest';
import { difference } from './clauses';

const told = (before: string, after: string) => difference(before, after).map(({ text, is }) => `${is === 'new' ? '+' : is === 'gone' ? '-' : ''}${text}`);

it('says which clauses of a sentence came and went', () => {
  expect(told('阶段为购买，且关系层为活跃用户', '阶段为购买，且近30天做过“下单”，且关系层为活跃用户')).toEqual(['阶段为购买，', '+且近30天做过“下单”，', '且关系层为活跃用户']);
  expect(told('stage is purchase, and layer is active', 'stage is purchase')).toEqual(['stage is purchase', '-and layer is active']);
  expect(told('近30天做过“下单”，且（用户价值>20，或阶段为购买）', '用户价值>20，或阶段为购买')).toEqual(['-近30天做过“下单”，', '用户价值>20，', '或阶段为购买']);
  expect(told('everyone', 'is on list 2')).toEqual(['-everyone', '+is on list 2']);
});

it('finds nothing where nothing changed', () => {
  expect(difference('a, and b', 'a, and b').every((it) => it.is === 'same')).toBe(true);
});
