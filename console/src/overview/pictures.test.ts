import { describe, expect, it } from 'vitest';
import type { Aipl, LayerTable } from '../api/model';
import { LIGHT } from '../shell/palette';
import { formatFor } from '../text/format';
import { sayIn } from '../text/language';
import { weekly } from './activity';
import { chosenFlow, flow, flowFigures } from './flow';
import { layers, layersFigures, membersOfCell } from './layers';

const drawing = { t: sayIn('en'), format: formatFor('en', 'Asia/Shanghai', 'CNY'), palette: LIGHT };

const aipl: Aipl = {
  months: ['2026-10', '2026-11'],
  stages: [{ month: '2026-11', stage: 'INTEREST', members: 12 }],
  flows: [
    { month: '2026-11', from: 'AWARENESS', to: 'INTEREST', members: 7 },
    { month: '2026-11', from: null, to: 'INTEREST', members: 5 },
    { month: '2026-10', from: null, to: 'AWARENESS', members: 9 },
  ],
};

describe('the AIPL flow', () => {
  it('runs from the month before, and newcomers join from below; what came before the first month is left out', () => {
    const series = (flow(aipl, drawing) as { series: { links: unknown[]; data: { name: string; depth: number }[] }[] }).series[0];
    expect(series?.links).toMatchObject([
      { source: '2026-10 AWARENESS', target: '2026-11 INTEREST', value: 7 },
      { source: '2026-10 JOINED', target: '2026-11 INTEREST', value: 5 },
    ]);
    expect(series?.data.map((it) => [it.name, it.depth])).toEqual([['2026-10 AWARENESS', 0], ['2026-10 JOINED', 0], ['2026-11 INTEREST', 1]]);
  });

  it('lists every flow as a figure', () => {
    expect(flowFigures(aipl, drawing).rows[1]).toEqual(['2026-11', 'Joined', 'Interest', 5]);
  });

  it('opens a flow as the audience of those who moved so', () => {
    const asked = (edge: number) => JSON.parse(new URLSearchParams(chosenFlow(aipl, edge)?.split('?')[1]).get('expression') ?? 'null') as unknown;
    expect(asked(0)).toEqual({ kind: 'all', of: [{ kind: 'stage', in: ['AWARENESS'], monthsAgo: 1 }, { kind: 'stage', in: ['INTEREST'], monthsAgo: 0 }] });
    expect(asked(1)).toEqual({ kind: 'all', of: [{ kind: 'joined', during: { kind: 'between', from: '2026-11-01', to: '2026-11-30' } }, { kind: 'stage', in: ['INTEREST'], monthsAgo: 0 }] });
    expect(chosenFlow(aipl, 2)).toBeNull();
  });
});

describe('the layer table', () => {
  const table: LayerTable = {
    rows: ['NEW', 'LOYAL'],
    columns: [{ key: '0-1', fromWeek: 0, toWeek: 1 }, { key: '26+', fromWeek: 26, toWeek: null }],
    cells: [{ layer: 'NEW', weeks: '0-1', members: 30 }, { layer: 'LOYAL', weeks: '0-1', members: 10 }, { layer: 'LOYAL', weeks: '26+', members: 8 }],
  };

  it('colours a cell by its share of those who joined then', () => {
    const series = (layers(table, drawing) as { series: { data: { value: number[] }[] }[] }).series[0];
    expect(series?.data.map((it) => it.value)).toEqual([[0, 0, 0.75], [0, 1, 0.25], [1, 1, 1]]);
  });

  it('has a row a layer, with nought where nobody is', () => {
    expect(layersFigures(table, null, drawing)).toEqual({
      columns: ['Relationship layer', '0–1', '≥ 26'], rows: [['New', 30, 0], ['Loyal', 10, 8]], links: [[null, null, null], [null, null, null]],
    });
  });

  it('leads from a cell to those who joined so many full weeks before the day of the scores', () => {
    expect(membersOfCell(table, 'NEW', '0-1', '2026-11-28')).toBe('/members?layer=NEW&joinedTo=2026-11-28&joinedFrom=2026-11-15');
    expect(membersOfCell(table, 'LOYAL', '26+', '2026-11-28')).toBe('/members?layer=LOYAL&joinedTo=2026-05-30');
  });
});

it('takes the mean over the last seven days, over fewer at the beginning', () => {
  expect(weekly([7, 1, 1, 1, 1, 1, 2, 14])).toEqual([7, 4, 3, 2.5, 2.2, 2, 2, 3]);
});
