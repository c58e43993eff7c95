import { describe, expect, test } from 'vitest';
import type { Filter } from '../../../src/domain/filter';
import { indicatorNamed, INDICATORS, LEVELS, STAGES } from '../../../src/metrics/scorecard/indicators';
import { datasetOf, type Line } from '../../support/histories';
import { withSpendAndSurveys, withStages, withTargets } from '../support/arbitrary';
import { ask, rowsIn } from '../support/ask';

const END = 21_000;
const bought = (customer: string, ago: number, more: Partial<Line> = {}): Line => ({
  customer,
  day: END - ago,
  order: `${customer}${ago}`,
  category: 'tea',
  amount: 10,
  ...more,
});
/** Ann in three years, Bob in the first two, Cat new in the last. */
const LINES = [
  bought('ann', 0),
  bought('ann', 300, { category: 'cups' }),
  bought('ann', 400),
  bought('ann', 1_094),
  bought('bob', 800),
  bought('bob', 500),
  bought('cat', 5),
];
const data = withSpendAndSurveys(
  withStages(datasetOf(LINES), [], [{ customer: 'cat', day: END - 9, stage: null, channel: 'radio' }]),
  [
    { day: END - 10, amount: 300_000 },
    { day: END - 700, amount: 90_000 },
  ],
  [
    { customer: 'ann', day: END - 1, score: 10 },
    { customer: 'bob', day: END - 1, score: 3 },
    { customer: 'cat', day: END - 1, score: 9 },
  ],
);
const rowOf = (metric: string, set = data, filter: Filter = []) =>
  rowsIn(ask('scorecard', set, filter).table).find((row) => row['metric'] === metric);

describe('the year up to the end, and the year before', () => {
  test.each([
    ['new_customers', 1, 0],
    ['cac', 30, NaN],
    ['known_contact', 1, NaN],
    ['active_customers', 2, 2],
    ['kept', 0.5, 1],
    ['nps', 100 / 3, NaN],
    ['net_sales', 30, 20],
    ['net_per_customer', 15, 10],
    ['categories_per_customer', 1.5, 1],
  ])('%s', (metric, value, previous) => {
    const row = rowOf(metric)!;
    expect(row['value']).toBeCloseTo(value, 12);
    expect(row['previous']).toEqual(Number.isNaN(previous) ? NaN : expect.closeTo(previous, 12));
  });
  test('of a file shorter than two years there is no year before, and nobody was kept', () => {
    const short = withTargets(datasetOf(LINES.filter(({ day }) => day > END - 500)), []);
    expect(rowOf('active_customers', short)).toMatchObject({ value: 2, previous: NaN });
    expect(rowOf('kept', short)).toBeUndefined();
  });
  test('the end of a window is the end of the year; once customers are chosen nobody knows their share of the spend', () => {
    expect(rowOf('active_customers', data, [{ kind: 'window', from: null, until: END - 366 }])).toMatchObject({
      value: 2,
    });
    const chosen: Filter = [{ kind: 'customer', field: 'customer', values: ['cat'] }];
    expect(rowOf('new_customers', data, chosen)).toMatchObject({ value: 1 });
    expect(rowOf('cac', data, chosen)).toBeUndefined();
  });
  test('each figure opens its customers', () => {
    const asked = ask('scorecard', data);
    const names = (metric: string) =>
      [
        ...asked.members(
          rowsIn(asked.table).find((row) => row['metric'] === metric)!,
          'people',
        ),
      ].map((c) => asked.facts.customers.ids[c]);
    expect(names('kept')).toEqual(['ann']);
    expect(names('new_customers')).toEqual(['cat']);
    expect(names('nps')).toEqual(['ann', 'bob', 'cat']);
  });
});

describe('targets', () => {
  const aimed = (...aims: Parameters<typeof withTargets>[1]) => withTargets(data, aims);
  test('are met at the target or better; of a cost less is better; a share may be in per cent', () => {
    expect(rowOf('cac', aimed({ metric: 'CAC', target: 30 }))).toMatchObject({ status: 'met' });
    expect(rowOf('cac', aimed({ metric: 'cac', target: 29 }))).toMatchObject({ status: 'missed' });
    expect(rowOf('kept', aimed({ metric: 'Retention rate', target: 50 }))).toMatchObject({
      target: 0.5,
      status: 'met',
    });
    expect(rowOf('nps', aimed({ metric: 'Net Promoter Score', target: 40 }))).toMatchObject({ status: 'missed' });
    expect(rowOf('net_sales', aimed({ metric: 'umsatz', target: NaN }))).toMatchObject({ status: 'no_target' });
  });
  test('stand in the stage and level that the file states; what is not measured stays in the list', () => {
    const set = aimed(
      { metric: 'nps', target: 10, stage: 'Wachstum', level: 'Management', owner: 'Dora' },
      { metric: 'Joy', target: 3, stage: 'Customer selection', level: 'operations' },
    );
    expect(rowOf('nps', set)).toMatchObject({ stage: 'growth', level: 'management', owner: 'Dora' });
    expect(rowOf('Joy', set)).toMatchObject({ stage: 'selection', value: NaN, target: 3, status: 'not_measured' });
  });
});

test('the portfolio has nine cells; a target takes its cell; readiness is what the files bring of what it takes', () => {
  const cells = rowsIn(ask('capability_portfolio', datasetOf(LINES)).table);
  expect(cells.map(({ level, stage }) => `${level} ${stage}`)).toEqual(
    LEVELS.flatMap((level) => STAGES.map((stage) => `${level} ${stage}`)),
  );
  expect(cells.find(({ metric }) => metric === 'cac')).toMatchObject({ lacking: 'spend.amount', value: NaN });
  const aimed = withTargets(data, [{ metric: 'Joy', target: 1, stage: 'growth', level: 'management', owner: 'Dora' }]);
  const joy = rowsIn(ask('capability_portfolio', aimed).table).find(({ metric }) => metric === 'Joy');
  expect(joy).toMatchObject({ data_readiness: 0, owner: 'Dora', status: 'not_measured' });
});

test('no two indicators share a word', () => {
  for (const [code, { id, label, words }] of INDICATORS.entries())
    for (const word of [id, label, ...words]) expect(indicatorNamed(word), word).toBe(code);
});
