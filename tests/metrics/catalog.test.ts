import { expect, test } from 'vitest';
import * as catalog from '../../src/metrics/catalog';
import * as computations from '../../src/metrics/computations';
import { views } from '../../src/metrics/views';

test('every metric stands under its own id in all three lists', () => {
  const ids = Object.values(catalog).map(({ id }) => id);
  expect(Object.keys(catalog).sort()).toEqual([...ids].sort());
  expect(Object.keys(computations).sort()).toEqual([...ids].sort());
  expect(Object.keys(views).sort()).toEqual([...ids].sort());
});

test('the tables of the report have each a place of its own, and leave none out', () => {
  const places = Object.values(catalog).flatMap(({ report }) => report ?? []);
  expect([...places].sort((a, b) => a - b)).toEqual(places.map((_, at) => at + 1));
});
