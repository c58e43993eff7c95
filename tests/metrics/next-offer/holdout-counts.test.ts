import { expect, test } from 'vitest';
import type { MetricOptions, MetricTable } from '../../../src/metrics/metric';
import Chart from '../../../src/metrics/next-offer/Holdout.svelte';
import type { nextOfferHoldout } from '../../../src/metrics/next-offer/definition';
import { finding } from '../../../src/metrics/next-offer/holdout-finding';
import type { Line } from '../../support/histories';
import { context, drawn, format, wordsOf } from '../../visual/drawn';
import { said } from '../../visual/said';
import { ask, rowsIn } from '../support/ask';

const bought = (customer: number, day: number, category: string): Line => ({
  customer: `c${customer}`,
  day,
  order: `${customer} ${day}`,
  category,
  amount: 10,
});
/** Planters lead to compost, everybody holds bread; afterwards ten take up compost and four bread. */
const lines = [
  ...Array.from({ length: 20 }, (_, at) => [bought(at, 1, 'planters'), bought(at, 1, 'compost')]).flat(),
  ...Array.from({ length: 10 }, (_, at) => [bought(20 + at, 2, 'planters'), bought(20 + at, 90, 'compost')]).flat(),
  ...Array.from({ length: 50 }, (_, at) => bought(30 + at, 3, 'bread')),
  ...Array.from({ length: 4 }, (_, at) => bought(at, 90, 'bread')),
];
const asked = ask('next_offer_holdout', lines);
const table = asked.table as unknown as MetricTable<typeof nextOfferHoldout>;
const options = asked.options as MetricOptions<typeof nextOfferHoldout>;

test('hits of offers learnt before, of those who took up something new, against the most held', () => {
  expect(rowsIn(asked.table)[0]).toMatchObject({ k: 1, customers: 14, hits: 10, popular_hits: 4 });
  expect(rowsIn(asked.table)[1]).toMatchObject({ k: 3, hits: 10, popular_hits: 14 });
  expect(asked.members(rowsIn(asked.table)[0], 'hits')).toHaveLength(10);
});
test('what happens after the calibration changes no offer', () => {
  const more = [...lines, ...Array.from({ length: 30 }, (_, at) => bought(30 + at, 90, 'compost'))];
  expect(rowsIn(ask('next_offer_holdout', more).table)[0]).toMatchObject({ customers: 44, hits: 10 });
});
test('the picture and the finding', () => {
  const html = drawn(Chart, { table, options, width: 500 });
  expect(html).not.toMatch(/NaN|undefined|Infinity/);
  expect(wordsOf(html)).toEqual(expect.arrayContaining(['first offer', '71.4%', '28.6%']));
  expect(said(finding(table, context, format))).toBe(
    'The first offer would have been right for 71.4%, the most held item for 28.6%. [n = 14 customers who took up something new]',
  );
});
