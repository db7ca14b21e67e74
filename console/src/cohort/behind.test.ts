import { expect, it } from 'vitest';
import { flowOf, membersOf } from '../community/behind';
import { membersOfDay } from '../overview/activity';
import { membersOfRfm, rfmFigures } from '../value/portrait';
import { LIGHT } from '../shell/palette';
import { formatFor } from '../text/format';
import { sayIn } from '../text/language';
import { membersOfCell, membersOfGap } from './pictures';

const cell = { month: '2026-11-01', monthsSince: 3, members: 40, active: 8, buyers: 2, retention: 0.2 };
const audience = (address: string | null) => JSON.parse(new URLSearchParams(address?.split('?')[1]).get('expression') ?? 'null') as unknown;

it('opens a cell of the cohorts as exactly those it counts, also across the year', () => {
  expect(membersOfCell(cell, 'active', 'store')).toBe('/members?joinedFrom=2026-11-01&joinedTo=2026-11-30&channel=store&activeMonth=2027-02');
  expect(membersOfCell({ ...cell, monthsSince: 0 }, 'buyers', undefined)).toBe('/members?joinedFrom=2026-11-01&joinedTo=2026-11-30&boughtMonth=2026-11');
});

it('opens a bar of the first order as a list, one between orders as an audience', () => {
  expect(membersOfGap('FIRST', 0)).toBe('/members?minFirstOrderDays=0&maxFirstOrderDays=6');
  expect(membersOfGap('FIRST', 26)).toBe('/members?minFirstOrderDays=182');
  expect(audience(membersOfGap('NEXT', 1))).toEqual({ kind: 'sequence', first: { name: 'Order Completed' }, then: { name: 'Order Completed' }, withinDays: 13, during: { kind: 'ever' } });
  expect(membersOfGap('NEXT', 26)).toBeNull();
});

it('opens a day by what is drawn of it', () => {
  const day = { day: '2026-11-05', active: 3, orders: 2, spend: 9, newMembers: 1 };
  expect([membersOfDay(day, 'active'), membersOfDay(day, 'newMembers')]).toEqual(['/members?activeOn=2026-11-05', '/members?joinedFrom=2026-11-05&joinedTo=2026-11-05']);
  expect(audience(membersOfDay(day, 'spend'))).toMatchObject({ kind: 'did', event: { name: 'Order Completed' }, during: { from: '2026-11-05', to: '2026-11-05' } });
});

it('opens a cell of RFM by its place, and a row of its figures by all three', () => {
  expect([membersOfRfm(0), membersOfRfm(9), membersOfRfm(24)]).toEqual(['/members?r=1&f=1', '/members?r=2&f=5', '/members?r=5&f=5']);
  const figures = rfmFigures({ no: 1, median: null, cells: [{ r: 3, f: 2, m: 5, members: 4, monetary: 10 }] }, { t: sayIn('en'), format: formatFor('en', 'Asia/Shanghai', 'CNY'), palette: LIGHT });
  expect(figures.links?.[0]?.[3]).toBe('/members?r=3&f=2&m=5');
});

it('opens a community as an audience, and a week of it as who came or went', () => {
  expect(audience(membersOf('c1'))).toEqual({ kind: 'community', in: ['c1'] });
  expect(audience(membersOf('c1', true))).toEqual({ kind: 'all', of: [{ kind: 'community', in: ['c1'] }, { kind: 'mark', mark: 'HIGH_VALUE' }] });
  expect(audience(flowOf('c1', 'Community Left', '2026-11-30'))).toMatchObject({ event: { name: 'Community Left', where: [{ column: 'COMMUNITY', is: { in: ['c1'] } }] }, during: { from: '2026-11-30', to: '2026-12-06' } });
});
