import { describe, expect, it } from 'vitest';
import type { Dimension, DimensionRule, ValueModel } from '../api/model';
import { changesBetween, faultsOf, spread } from './draft';

const level = { influence: 10, content: 0, interaction: 0, social: 0 };
const model: ValueModel = {
  highValueAbove: 20,
  dimensions: { consumption: { weight: 0.4, scale: 600 }, content: { weight: 0.2, scale: 30 }, interaction: { weight: 0.25, scale: 40 }, social: { weight: 0.15, scale: 20 } },
  events: [{ event: 'Order Completed', dimension: 'consumption', points: 10, pointsPerAmount: 1, halfLifeDays: 90, dailyCap: 5 }],
  passive: ['Signed Up'],
  stages: { interest: { months: 3, events: [] }, purchase: { months: 12 }, loyalty: { months: 12, orders: 2, withinDays: 365, advocacy: [] } },
  layers: { activeDays: 4, withinDays: 30, orders: 2, ordersWithinDays: 180 },
  levels: { influence: { content: 0.5, interaction: 0.2, social: 0.3 }, engaged: level, advocate: level, koc: { ...level, topShare: 0.01 } },
  rfm: { method: 'QUINTILES', windowDays: null, recencyDays: null, frequency: null, monetary: null },
  topSpenders: { share: 0.1, days: 365, monthDays: 30 },
};

const weighing = (...weights: [number, number, number, number]): Record<Dimension, DimensionRule> => ({
  consumption: { weight: weights[0], scale: 1 }, content: { weight: weights[1], scale: 1 }, interaction: { weight: weights[2], scale: 1 }, social: { weight: weights[3], scale: 1 },
});
const weights = (of: Record<Dimension, DimensionRule>) => [of.consumption.weight, of.content.weight, of.interaction.weight, of.social.weight];

describe('a draft of the value model', () => {
  it('has no fault when its weights make a whole', () => {
    expect(faultsOf(model)).toEqual([]);
  });

  it('names what does not add up or does not rise', () => {
    expect(faultsOf({
      ...model,
      dimensions: weighing(0.5, 0.2, 0.25, 0.15),
      layers: { ...model.layers, activeDays: 31 },
      levels: { ...model.levels, influence: { content: 0.5, interaction: 0.5, social: 0.5 } },
      rfm: { method: 'FIXED', windowDays: null, recencyDays: [90, 60, 30, 7], frequency: [1, 2, 2, 5], monetary: [10, 20, 30, 40] },
    })).toEqual(['weights', 'influence', 'activeDays', 'bounds']);
  });

  it('takes falling days and rising orders and money as bounds', () => {
    expect(changesBetween(model, { ...model, rfm: { ...model.rfm, windowDays: 365 } })).toEqual([{ field: 'rfm.windowDays', from: null, to: '365' }]);
    expect(faultsOf({ ...model, rfm: { method: 'FIXED', windowDays: 365, recencyDays: [90, 60, 30, 7], frequency: [1, 2, 3, 5], monetary: [10, 20, 30, 40] } })).toEqual([]);
  });

  it('tells what changed, entries of lists by their names', () => {
    const changed: ValueModel = {
      ...model,
      highValueAbove: 25,
      events: [{ event: 'Checked In', dimension: 'interaction', points: 1, pointsPerAmount: 0, halfLifeDays: 21, dailyCap: null }, ...model.events.map((it) => ({ ...it, points: 12 }))],
      passive: [],
    };
    expect(changesBetween(model, changed)).toEqual([
      { field: 'events[Checked In].dimension', from: null, to: 'interaction' },
      { field: 'events[Checked In].event', from: null, to: 'Checked In' },
      { field: 'events[Checked In].halfLifeDays', from: null, to: '21' },
      { field: 'events[Checked In].points', from: null, to: '1' },
      { field: 'events[Checked In].pointsPerAmount', from: null, to: '0' },
      { field: 'events[Order Completed].points', from: '10', to: '12' },
      { field: 'highValueAbove', from: '20', to: '25' },
      { field: 'passive', from: null, to: '[]' },
      { field: 'passive[Signed Up]', from: 'Signed Up', to: null },
    ]);
    expect(changesBetween(model, { ...model, events: [...model.events].reverse() })).toEqual([]);
  });
});

describe('weights brought to a whole', () => {
  it('keep their proportions in whole percents', () => {
    expect(weights(spread(weighing(0.6, 0.2, 0.25, 0.15)))).toEqual([0.5, 0.17, 0.21, 0.12]);
    expect(weights(spread(weighing(0, 0, 0, 0)))).toEqual([0.25, 0.25, 0.25, 0.25]);
  });

  it('always sum to one', () => {
    for (let a = 0; a <= 100; a += 7) for (let b = 0; b <= 100; b += 11) {
      const sum = weights(spread(weighing(a / 100, b / 100, 0.33, 0.01))).reduce((all, it) => all + Math.round(it * 100), 0);
      expect(sum).toBe(100);
    }
  });
});
