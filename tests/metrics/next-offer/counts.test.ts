import { expect, test } from 'vitest';
import type { MetricOptions, MetricTable } from '../../../src/metrics/metric';
import Chart from '../../../src/metrics/next-offer/Chart.svelte';
import type { nextOffer } from '../../../src/metrics/next-offer/definition';
import { finding } from '../../../src/metrics/next-offer/finding';
import { campaignRows } from '../../../src/metrics/next-offer/offers';
import type { Line } from '../../support/histories';
import { context, drawn, format, wordsOf } from '../../visual/drawn';
import { said } from '../../visual/said';
import { ask, rowsIn } from '../support/ask';

const holding = (customer: number, ...categories: string[]): Line[] =>
  categories.map((category) => ({
    customer: `c${String(customer).padStart(3, '0')}`,
    day: 100,
    order: `o${customer}`,
    category,
    amount: category === 'lamp' ? 50 : 10,
    profit: category === 'vase' ? -5 : category === 'lamp' ? 20 : 4,
  }));
/** Twenty hold tea and cups, fifteen of them a lamp, twelve a vase; ten hold tea alone, forty milk. */
const lines = [
  ...Array.from({ length: 20 }, (_, at) =>
    holding(at, 'tea', 'cups', ...(at < 15 ? ['lamp'] : []), ...(at < 12 ? ['vase'] : [])),
  ),
  ...Array.from({ length: 10 }, (_, at) => holding(20 + at, 'tea')),
  ...Array.from({ length: 40 }, (_, at) => holding(30 + at, 'milk')),
].flat();
const asked = ask('next_offer', lines, [], { offers: 5 });
const rows = rowsIn(asked.table);
const of = (customer: string, from = rows) => from.filter((row) => row['customer'] === customer);

test('what customers alike hold and this one does not, the likeliest first; a loss never', () => {
  expect(of('c025').map((row) => [row['rank'], row['offer'], row['because']])).toEqual([
    [1, 'cups', 'tea'],
    [2, 'lamp', 'tea'],
  ]);
  const [cups, lamp] = of('c025');
  expect(cups['confidence']).toBeCloseTo(20 / 30, 12);
  expect(lamp['confidence']).toBe(0.5);
  expect(lamp['lift']).toBeCloseTo(0.5 / (15 / 70), 12);
  expect(Number(lamp['expected_profit'])).toBeCloseTo(0.5 * 200_000, 6);
  // Cups tell more than tea.
  expect(of('c017').map((row) => [row['offer'], row['because']])).toEqual([['lamp', 'cups']]);
});
test('by profit, what is expected to bring most first', () => {
  const dear = rowsIn(ask('next_offer', lines, [], { rank_by: 'profit' }).table);
  expect(of('c025', dear).map((row) => row['offer'])).toEqual(['lamp', 'cups']);
});
test('pairs that fewer than five hold are no reason', () => {
  const few = [...lines, ...Array.from({ length: 4 }, (_, at) => holding(30 + at, 'pot')).flat()];
  expect(of('c040', rowsIn(ask('next_offer', few).table))).toEqual([]);
});
test('who holds what leads nowhere gets no offer, nor does anybody for something held', () => {
  expect(of('c040')).toEqual([]);
  for (const row of rows)
    expect(lines.some((line) => line.customer === row['customer'] && line.category === row['offer'])).toBe(false);
});
test('without cost the offers bring net sales', () => {
  const bare = lines.map(({ profit: _, ...line }) => line);
  expect(Number(of('c025', rowsIn(ask('next_offer', bare).table))[0]['expected_profit'])).toBeCloseTo(
    (20 / 30) * 100_000,
    6,
  );
});

const table = asked.table as unknown as MetricTable<typeof nextOffer>;
const options = asked.options as MetricOptions<typeof nextOffer>;
test.each([
  ['wide', 800],
  ['narrow', 358],
])('%s: the picture', (_, width) => {
  const html = drawn(Chart, { table, options, width });
  expect(html).not.toMatch(/NaN|undefined|Infinity/);
  expect(wordsOf(html)).toContain('lamp');
});
test('the finding', () => {
  expect(said(finding(table, context, format))).toBe(
    'cups would be the first offer for 10 customers, most often since they hold tea. [n = 15]',
  );
});
test('the list of a campaign: every customer once, by offer, the likeliest first', () => {
  const chosen = campaignRows(table);
  const firsts = rows.filter((row) => row['rank'] === 1);
  expect(chosen.map((row) => table.customer[row]).sort()).toEqual(firsts.map((row) => row['customer']).sort());
  const offers = chosen.map((row) => table.offer[row]);
  expect(offers).toEqual([...new Set(offers)].flatMap((offer) => offers.filter((one) => one === offer)));
  chosen.slice(1).forEach((row, at) => {
    if (table.offer[row] === table.offer[chosen[at]])
      expect(table.confidence[row]).toBeLessThanOrEqual(table.confidence[chosen[at]]);
  });
});
