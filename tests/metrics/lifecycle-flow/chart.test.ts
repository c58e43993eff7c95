import { expect, test } from 'vitest';
import Chart from '../../../src/metrics/lifecycle-flow/Chart.svelte';
import type { lifecycleFlow } from '../../../src/metrics/lifecycle-flow/definition';
import { finding, newCustomersFinding } from '../../../src/metrics/lifecycle-flow/finding';
import NewCustomers from '../../../src/metrics/lifecycle-flow/NewCustomers.svelte';
import { alternativeOptions, alternativeWords } from '../../../src/metrics/lifecycle-flow/alternatives';
import type { MetricTable } from '../../../src/metrics/metric';
import { context, drawn, format, wordsOf } from '../../visual/drawn';
import { said } from '../../visual/said';

type Table = MetricTable<typeof lifecycleFlow>;
const options = { unit: 'month', lapse_days: 90 } as const;

/** Months up to December 2022, where the observation ends. */
function flow(
  rows: readonly (readonly [fresh: number, returning: number, resurrecting: number, dormant: number, lost: number])[],
): Table {
  const column = (at: number) => Float64Array.from(rows, (row) => row[at]);
  return {
    month: Float64Array.from(rows, (_, i) => 2022 * 12 + 12 - rows.length + i),
    new: column(0),
    returning: column(1),
    resurrecting: column(2),
    dormant: column(3),
    lost: column(4),
    lapse_days: column(0).fill(90),
  };
}
const usual = flow(
  Array.from(
    { length: 26 },
    (_, i) =>
      [
        i < 2 ? 40 - 10 * i : 9 + ((i * 5) % 7),
        Math.min(30, 4 * i),
        Math.min(25, 2 * i),
        (i * 3) % 20,
        i > 3 ? (i * 2) % 9 : 0,
      ] as const,
  ),
);
const three = flow([
  [9, 0, 0, 0, 0],
  [4, 3, 0, 6, 0],
  [2, 1, 5, 4, 2],
]);
const four = flow([[4, 0, 0, 0, 0]]);
const none = flow([]);
const still = flow([
  [0, 0, 0, 0, 0],
  [0, 0, 0, 0, 0],
]);

test.each([
  ['flow', Chart, usual, 720],
  ['flow-three', Chart, three, 358],
  ['new-customers', NewCustomers, usual, 480],
])('%s', async (name, chart, table, width) => {
  await expect(drawn(chart, { table, options, width })).toMatchFileSnapshot(`drawn/${name}.html`);
});
test('nobody is drawn without a fall', () => {
  for (const chart of [Chart, NewCustomers]) {
    expect(wordsOf(drawn(chart, { table: none, options }))).toEqual([]);
    for (const table of [four, still]) expect(drawn(chart, { table, options })).not.toMatch(/NaN|undefined|Infinity/);
  }
});
test('the findings', () => {
  const find = (table: Table) => said(finding(table, context, format, options));
  const won = (table: Table) => said(newCustomersFinding(table, context, format, options));
  expect(find(usual)).toBe('70 customers bought in Dec 2022, 4 more than a year before. [n = 70]');
  expect(find(three)).toBe('8 customers bought in Dec 2022; 2 of them were new. [n = 8]');
  expect(find(four)).toBe('4 customers are too few for a finding. [n = 4]');
  expect(find(none)).toBeNull();
  expect(find(still)).toBeNull();
  expect(won(usual)).toMatchInlineSnapshot(
    `"144 new customers in the last 12 months, after 145 in the 12 months before, where the file begins. [n = 359]"`,
  );
  expect(won(three)).toBe('15 new customers since Oct 2022. [n = 15]');
  expect(won(four)).toBe('4 new customers are too few for a finding. [n = 4]');
  expect(won(still)).toBeNull();
});
test('a month that is not over is no finding', () => {
  const cut = { ...context, observed: { from: context.observed!.from, until: context.observed!.until - 1 } };
  expect(said(finding(usual, cut, format, options))).toContain('bought in Nov 2022');
});

test('the alternative: another number of days, and how many left by either in the last year of whole units', () => {
  expect(alternativeOptions(usual, options)).toEqual({ lapse_days: 365 });
  expect(alternativeOptions({ lapse_days: Float64Array.of(NaN) }, options)).toBeNull();
  const other = { ...usual, lost: usual.lost.map((lost) => lost + 1) };
  const others = { ...options, lapse_days: 45 };
  const last12 = usual.lost.slice(-12).reduce((sum, lost) => sum + lost, 0);
  expect(alternativeWords(other, format, others, {}, { table: usual, context })).toBe(
    `Where 45 days without a purchase mean gone, customers left ${last12 + 12} times from Jan 2022 on, in place of ${last12}.`,
  );
});
