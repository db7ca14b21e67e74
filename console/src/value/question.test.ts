import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { bound, columnsOf, exportedColumns, filtersOf, rememberColumns, USUAL } from './question';

const kept = new Map<string, string>();

beforeEach(() => vi.stubGlobal('localStorage', { getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, value: string) => kept.set(name, value) }));
afterEach(() => {
  kept.clear();
  vi.unstubAllGlobals();
});

it('names bounds as the API does', () => {
  expect([bound('min', 'value'), bound('max', 'consumption')]).toEqual(['minValue', 'maxConsumption']);
  expect(filtersOf((name) => (name === 'maxSpend' ? '9' : undefined))).toMatchObject({ maxSpend: '9', q: undefined, joinedFrom: undefined });
});

it('takes the columns of a link, else those chosen last, else the usual ones', () => {
  expect(columnsOf(undefined)).toEqual(USUAL);
  rememberColumns(['spend', 'value']);
  expect(columnsOf(undefined)).toEqual(['value', 'spend']);
  expect(columnsOf('joined,nonsense')).toEqual(['joined']);
  expect(columnsOf('nonsense')).toEqual(USUAL);
});

it('says in a file who they are and every score behind a column', () => {
  expect(exportedColumns(['value', 'rfm'])).toBe('no,name,phone,identifiers,value,r,f,m');
  expect(exportedColumns(['dimensions', 'social']), 'each once').toBe('no,name,phone,identifiers,consumption,content,interaction,social');
  expect(columnsOf('social,content'), 'a dimension by itself').toEqual(['content', 'social']);
});
