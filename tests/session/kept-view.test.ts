import { expect, test } from 'vitest';
import type { LoadReport } from '../../src/domain/import';
import type { KeptView } from '../../src/domain/kept';
import { viewOver } from '../../src/session/kept-view';
import type { View } from '../../src/session/view-code';

const report = {
  facets: [{ kind: 'line', field: 'category', values: [{ value: 'Tea', count: 9 }], more: 0 }],
} as unknown as LoadReport;
const kept: KeptView = {
  filter: [
    { kind: 'customer', field: 'customer', values: ['k1'] },
    { kind: 'line', field: 'category', values: ['Tea'] },
    { kind: 'window', from: 1, until: 9 },
  ],
  options: { cross_sell: { item: 'product' } },
  choices: {},
};
const address: View = {
  page: 'growth',
  options: {},
  choices: {},
  filter: [{ kind: 'window', from: 3, until: null }],
};

test('without an address the view is as it was kept', () => {
  expect(viewOver(kept, null, report)).toEqual(kept);
});

test('an address decides on all that it can hold; chosen customers, which it may not hold, stay chosen', () => {
  expect(viewOver(kept, address, report)).toEqual({
    filter: [address.filter[0], kept.filter[0]],
    options: {},
    choices: {},
  });
});
