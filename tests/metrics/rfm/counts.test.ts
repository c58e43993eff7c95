import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RFM_SEGMENTS } from '../../../src/domain/rfm-segments';
import { rfmSegments } from '../../../src/facts/rfm';
import { arbitraryLines, type Line } from '../../support/histories';
import { ask, factsOf, rowsIn } from '../support/ask';

const purchase = (customer: string, day: number, amount = 10): Line => ({
  customer,
  day,
  order: `${customer} ${day}`,
  amount,
});
const scores = (lines: readonly Line[], options = {}) =>
  Object.fromEntries(
    rowsIn(ask('rfm', lines, [], options).table).map((row) => [row['customer'], [row['r'], row['f'], row['m']]]),
  );

test('a value equal to a quantile does not lie above it, so equal customers score alike', () => {
  // Five customers: quantiles lie at positions 0.8, 1.6, 2.4, 3.2 of the sorted values.
  const lines = ['a', 'b', 'c', 'd', 'e'].map((customer, at) => purchase(customer, 100, [10, 10, 10, 20, 30][at]));
  expect(scores(lines)).toEqual({ a: [5, 1, 1], b: [5, 1, 1], c: [5, 1, 1], d: [5, 1, 4], e: [5, 1, 5] });
});

test('returns are never activity, and take their money back', () => {
  const lines = [purchase('a', 10, 40), purchase('b', 10, 30), { ...purchase('a', 90, -15), order: 'back' }];
  const rows = rowsIn(ask('rfm', lines).table);
  expect(rows[0]).toMatchObject({ customer: 'a', recency_days: 80, frequency: 1, monetary: 250_000 });
});

test('cuts of one’s own take the place of the quantiles; a cut between two whole values is the lower', () => {
  const lines = [purchase('a', 100), purchase('b', 90), purchase('c', 70), purchase('d', 10)];
  const byDays = scores(lines, { recency_cuts: '0;10.9;30;80' });
  expect(Object.values(byDays).map(([r]) => r)).toEqual([5, 4, 3, 1]);
  expect(() => scores(lines, { recency_cuts: '10;5;30;80' })).toThrow('cuts-invalid');
  expect(() => scores(lines, { recency_cuts: '10;20;30' })).toThrow('cuts-invalid');
  expect(() => scores(lines, { monetary_cuts: '1;2;3;soon' })).toThrow('cuts-invalid');
});

test('the standing of an earlier day knows nothing of what came later', () => {
  const early = [purchase('a', 100, 50), purchase('b', 110, 20), purchase('c', 120, 30)];
  const later = [purchase('a', 480, 500), purchase('d', 500, 10)];
  const before = rowsIn(ask('rfm', early).table).map(({ customer, r, fm, segment }) => [customer, r, fm, segment]);
  const rows = rowsIn(ask('rfm', [...early, ...later], [], { since: 120 }).table);
  expect(rows.map((row) => [row['customer'], row['r_before'], row['fm_before'], row['segment_before']])).toEqual([
    ...before,
    ['d', 0, 0, ''],
  ]);
});

test('a window drops days from the figures, and moves nobody to another segment', () => {
  const lines = [purchase('a', 10), purchase('a', 50, 90), purchase('b', 20), purchase('c', 60)];
  const all = rowsIn(ask('rfm', lines).table);
  const cut = rowsIn(ask('rfm', lines, [{ kind: 'window', from: 0, until: 30 }]).table);
  expect(cut.map((row) => [row['customer'], row['recency_days'], row['frequency'], row['monetary']])).toEqual([
    ['a', 50, 1, 100_000],
    ['b', 40, 1, 100_000],
  ]);
  expect(cut.map((row) => row['segment'])).toEqual(all.slice(0, 2).map((row) => row['segment']));
});

test('the filter by segment keeps just those whom the metric puts there', () => {
  fc.assert(
    fc.property(arbitraryLines, fc.constantFrom(...RFM_SEGMENTS), (lines, segment) => {
      const facts = factsOf(lines);
      const all = rowsIn(ask('rfm', facts).table).filter((row) => row['segment'] === segment);
      const filter = [{ kind: 'customer' as const, field: 'rfm_segment', values: [segment] }];
      const kept = rowsIn(ask('rfm', facts, filter).table);
      expect(kept.map((row) => row['customer'])).toEqual(all.map((row) => row['customer']));
      expect(Array.from(rfmSegments(facts)).filter((code) => RFM_SEGMENTS[code] === segment)).toHaveLength(all.length);
    }),
  );
});
