import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { beforeEach, expect, it, vi } from 'vitest';
import type { ValueModel } from '../api/model';
import { showPages } from '../testing/page';
import { RuleFields } from './RuleFields';

const level = { influence: 10, content: 0, interaction: 0, social: 0 };
const MODEL: ValueModel = {
  highValueAbove: 20, dimensions: { consumption: { weight: 0.4, scale: 600 }, content: { weight: 0.2, scale: 30 }, interaction: { weight: 0.25, scale: 40 }, social: { weight: 0.15, scale: 20 } },
  events: [], passive: [],
  stages: { interest: { months: 3, events: [] }, purchase: { months: 12 }, loyalty: { months: 12, orders: 2, withinDays: 365, advocacy: [] } },
  layers: { activeDays: 4, withinDays: 30, orders: 2, ordersWithinDays: 180 },
  levels: { influence: { content: 0.5, interaction: 0.2, social: 0.3 }, engaged: level, advocate: level, koc: { ...level, topShare: 0.01 } },
  rfm: { method: 'QUINTILES', windowDays: null, recencyDays: null, frequency: null, monetary: null },
  topSpenders: { share: 0.1, days: 365, monthDays: 30 },
};

function Editing() {
  const [model, edit] = useState(MODEL);
  return <><RuleFields model={model} edit={edit} /><output>{String(model.rfm.windowDays)}</output></>;
}

beforeEach(() => vi.stubGlobal('fetch', () => Promise.resolve(new Response('{"items":[],"next":null}'))));

it('bounds the orders of RFM to a window, and takes it away again', async () => {
  showPages({ '/': <Editing /> });
  const field = await screen.findByLabelText<HTMLInputElement>('RFM window (days)');
  expect([field.value, field.placeholder]).toEqual(['', 'empty: all orders']);
  fireEvent.change(field, { target: { value: '365' } });
  expect(screen.getByText('365', { selector: 'output' })).toBeTruthy();
  fireEvent.change(field, { target: { value: '' } });
  expect(screen.getByText('null', { selector: 'output' })).toBeTruthy();
});
