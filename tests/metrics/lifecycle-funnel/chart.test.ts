import { expect, test } from 'vitest';
import Chart from '../../../src/metrics/lifecycle-funnel/Chart.svelte';
import type { lifecycleFunnel } from '../../../src/metrics/lifecycle-funnel/definition';
import { finding } from '../../../src/metrics/lifecycle-funnel/finding';
import type { MetricTable } from '../../../src/metrics/metric';
import { context, drawn, format, wordsOf } from '../../visual/drawn';
import { said } from '../../visual/said';

type Table = MetricTable<typeof lifecycleFunnel>;
type Step = readonly [stage: string, customers: number, days?: number];
const options = { window_days: null, steps: '', by: '' } as const;

function funnel(steps: readonly Step[], groups: readonly string[] = ['']): Table {
  const rows = groups.flatMap((group) =>
    ['reached', 'in_order'].flatMap((reading) =>
      steps.map(([stage, customers, days = NaN], i) => ({
        group,
        reading,
        stage,
        customers,
        days,
        before: i > 0 ? steps[i - 1][1] : NaN,
        first: steps[0][1],
      })),
    ),
  );
  const column = (of: (row: (typeof rows)[number]) => number) => Float64Array.from(rows, of);
  const named = groups.length > 1 ? { group: rows.map(({ group }) => group) } : {};
  return {
    ...named,
    reading: rows.map(({ reading }) => reading),
    stage: rows.map(({ stage }) => stage),
    customers: column(({ customers }) => customers),
    share_of_first: column(({ customers, first }) => customers / first),
    share_of_previous: column(({ customers, before }) => (before > 0 ? customers / before : NaN)),
    ci_low: column(({ customers, before }) => Math.max(0, customers / before - 0.02)),
    ci_high: column(({ customers, before }) => Math.min(1, customers / before + 0.02)),
    median_days_from_previous: column(({ days }) => days),
  } as Table;
}
const usual = funnel([
  ['aware', 3560],
  ['considers', 2906, 14],
  ['customer', 2563, 7.5],
  ['repeat_customer', 1556, 110],
  ['grown', 1193, 0],
]);
const bought = funnel([
  ['customer', 804],
  ['repeat_customer', 731, 210],
]);
const four = funnel([
  ['customer', 4],
  ['repeat_customer', 1, 3],
]);
const none = funnel([['customer', 0]]);

test.each([
  ['funnel', usual, 720],
  ['funnel-narrow', usual, 358],
  [
    'funnel-groups',
    funnel(
      [
        ['customer', 12],
        ['repeat_customer', 6, 3],
      ],
      ['North', 'South'],
    ),
    520,
  ],
])('%s', async (name, table, width) => {
  await expect(drawn(Chart, { table, options, width })).toMatchFileSnapshot(`drawn/${name}.html`);
});
test('missing stages are named', () => {
  expect(wordsOf(drawn(Chart, { table: bought, options, width: 900 }))).toContain(
    'No column tells of awareness, understanding, consideration, pre-sale, evaluation and a new category.',
  );
});
test('hardly anybody is drawn without a fall', () => {
  for (const table of [four, none]) expect(drawn(Chart, { table, options })).not.toMatch(/NaN|undefined|Infinity/);
});
test('the finding', () => {
  const find = (table: Table) => said(finding(table, context, format));
  expect(find(usual)).toBe(
    'Of the 2,563 who bought, 60.7% bought again, half of them within 110 days: the narrowest step. [n = 3,560]',
  );
  expect(find(bought)).toBe('Of the 804 who bought, 90.9% bought again, half of them within 210 days. [n = 804]');
  expect(find(four)).toBe('4 customers are too few for a finding. [n = 4]');
  expect(find(none)).toBeNull();
  expect(find(funnel([['customer', 20]]))).toBeNull();
  expect(
    find(
      funnel([
        ['customer', 20],
        ['repeat_customer', 20],
      ]),
    ),
  ).toBe('All 20 took every step. [n = 20]');
  expect(
    find(
      funnel(
        [
          ['customer', 12],
          ['repeat_customer', 6],
        ],
        ['North', 'South'],
      ),
    ),
  ).toBeNull();
});
