import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { oracle, sharedData } from '../support/shared-data';
import { parseTable, reportOf, type Row } from '../support/report';

// Answers of established implementations (pandas, arules) on real files, read without any mapping: what is guessed must be right.

const answers = (path: string) => readFileSync(sharedData(path), 'utf8');
/** Texts are trimmed (rule 12): one published item ends in a blank. */
const answerRows = (path: string) =>
  parseTable(answers(path)).map((row): Row =>
    Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cell.trim()])),
  );
const answerJson = (path: string) => JSON.parse(answers(path)) as Record<string, never>;
interface Summary {
  readonly customers: number;
  readonly customers_with_purchases: number;
  readonly purchases: number;
  readonly transaction_lines: number;
  readonly return_lines: number;
  readonly net: number;
  readonly gross: number;
  readonly top20_share: number;
  readonly unknown_customer: { readonly lines: number; readonly net: number };
  readonly not_written: Readonly<Record<string, readonly string[]>>;
}
const summaryOf = (report: Readonly<Record<string, string>>) => JSON.parse(report['summary.json']) as Summary;
const tableOf = (report: Readonly<Record<string, string>>, name: string) => parseTable(report[`${name}.csv`]);

/** One row of a triangle as the published ones write it: active customers by period. */
const triangleRow = (rows: readonly Row[], cohort: string) =>
  rows.filter((row) => row['cohort'] === cohort).map((row) => Number(row['active']));
const publishedTriangle = (path: string) =>
  answerRows(path).map(({ cohort, ...cells }) => ({
    cohort,
    active: Object.values(cells)
      .filter((cell) => cell !== '')
      .map(Number),
  }));

oracle('CDNOW: customers, net, all cohort rows, size-weighted rates and the best fifth', async () => {
  const report = await reportOf({ role: 'transactions', file: sharedData('cdnow_sample/cdnowElog.csv') });
  expect(summaryOf(report)).toMatchObject({
    customers: 2357,
    net: 244091.94,
    purchases: 6696,
    transaction_lines: 6919,
  });
  expect(summaryOf(report).top20_share).toBeCloseTo(0.67455, 5);
  const triangle = tableOf(report, 'cohort_retention');
  expect(triangleRow(triangle, '1997-01').slice(0, 5)).toEqual([781, 124, 95, 70, 65]);
  for (const { cohort, active } of publishedTriangle('cdnow_sample/oracle/cohort_monthly_customers.csv'))
    expect(triangleRow(triangle, cohort), cohort).toEqual(active);
  const results = answerJson('cdnow_sample/oracle/pandas_results.json') as unknown as {
    cohort_monthly: { size_weighted_retention_by_period: Record<string, number> };
  };
  const pooled = Object.fromEntries(
    tableOf(report, 'retention_curve').map((row) => [row['period'], Number(row['rate'])]),
  );
  for (const [period, rate] of Object.entries(results.cohort_monthly.size_weighted_retention_by_period))
    expect(pooled[period], period).toBeCloseTo(rate, 12);
});

oracle(
  'Online Retail: lines without customer, returns, cohorts and purchases; each difference has its rule',
  async () => {
    const report = await reportOf({
      role: 'transactions',
      file: sharedData('online_retail_eu/online_retail_non_uk.csv'),
    });
    const summary = summaryOf(report);
    const published = answerJson('online_retail_eu/oracle/pandas_results.json') as unknown as {
      missing_customer_rows: number;
      negative_qty_rows: number;
      sum_amount_all_rows: number;
      gross: { invoices: number; customers: number };
      net: { customers: number; revenue: number };
    };
    expect(summary.unknown_customer).toEqual({ lines: 1480, net: 27749.15 });
    expect(summary.unknown_customer.lines).toBe(published.missing_customer_rows);
    expect(summary.return_lines).toBe(published.negative_qty_rows);
    // Rule 9: the summary's net holds the lines of nobody; the published net of customers does not.
    expect(summary.net).toBe(published.sum_amount_all_rows);
    expect(Math.round((summary.net - summary.unknown_customer.net) * 100) / 100).toBe(published.net.revenue);
    expect([summary.customers, summary.customers_with_purchases]).toEqual([
      published.net.customers,
      published.gross.customers,
    ]);
    // Rule 4: an order with nothing but zero-priced lines is a purchase; the published count drops lines without a price.
    expect(summary.purchases).toBe(published.gross.invoices + 1);

    const triangle = tableOf(report, 'cohort_retention');
    expect(triangleRow(triangle, '2010-12').slice(0, 4)).toEqual([70, 35, 23, 36]);
    for (const { cohort, active } of publishedTriangle('online_retail_eu/oracle/cohort_monthly_customers.csv'))
      expect(triangleRow(triangle, cohort), cohort).toEqual(active);
    // Rule 7: December 2011 ends on the 9th, so its cells are in no average; the published rates hold them.
    const month1 = tableOf(report, 'retention_curve').find((row) => row['period'] === '1')!;
    expect([month1['active'], month1['eligible']]).toEqual(['99', '385']);
    expect(Number(month1['rate'])).toBeCloseTo(0.2571, 4);
    expect(triangle.filter((row) => row['cohort'] === '2011-11' && row['period'] === '1')[0]).toMatchObject({
      active: '1',
      complete: 'false',
    });
  },
);

const superstore = {
  role: 'transactions',
  file: sharedData('superstore_us/derived/Sample - Superstore (LibreOffice).xlsx'),
  sheet: 'Orders',
  // The answers are by the broader level of categories; the guess takes the finer one.
  map: sharedData('reference/superstore_us_xlsx/mapping.json'),
} as const;
const german = {
  role: 'transactions',
  file: sharedData('superstore_us/derived/orders_de_semicolon_cp1252.csv'),
  map: sharedData('reference/superstore_us_de/mapping.json'),
} as const;
const superstoreAnswers = 'superstore_us/oracle/xls2011_2014';

for (const [name, request] of Object.entries({ 'a workbook': superstore, 'a German CSV': german })) {
  oracle(`Superstore as ${name}: totals, fifths by profit and by sales, category matrices`, async () => {
    const report = await reportOf(request);
    expect(summaryOf(report)).toMatchObject({
      transaction_lines: 9994,
      customers: 793,
      purchases: 5009,
      net: 2297200.8603,
    });
    sameFifths(tableOf(report, 'value_quintiles'), 'profit', `${superstoreAnswers}/profit_quintiles.csv`);
    const byNet = await reportOf({ ...request, set: ['value_quintiles.by=net'] });
    sameFifths(tableOf(byNet, 'value_quintiles'), 'net', `${superstoreAnswers}/sales_quintiles.csv`);
    const pairs = tableOf(report, 'cross_sell');
    samePairs(pairs, 'customer', answerRows(`${superstoreAnswers}/customer_category_pairs.csv`), 1e-7);
    samePairs(pairs, 'basket', answerRows(`${superstoreAnswers}/order_category_pairs.csv`), 1e-7);
  });
}

function sameFifths(rows: readonly Row[], column: string, path: string): void {
  const published = answerRows(path);
  expect(rows.map((row) => [row['quintile'], row['customers']])).toEqual(
    published.map((row) => [row['quintile'], row['size']]),
  );
  published.forEach((row, at) => {
    expect(Number(rows[at][column])).toBeCloseTo(Number(row['sum']), 3);
    expect(Number(rows[at][`share_of_${column}`])).toBeCloseTo(Number(row['share']), 5);
  });
}

/** Counts equal exactly; measures to a share of themselves. The published pairs stand in one direction. */
function samePairs(rows: readonly Row[], level: string, published: readonly Row[], tolerance: number): void {
  const found = new Map(
    rows.filter((row) => row['level'] === level).map((row) => [`${row['from']}|${row['to']}`, row]),
  );
  for (const row of published) {
    const ours = found.get(`${row['antecedent']}|${row['consequent']}`);
    const name = `${row['antecedent']} -> ${row['consequent']}`;
    if (row['n_both'] === '0') {
      expect(ours, name).toBeUndefined();
      continue;
    }
    expect([ours?.['n_both'], ours?.['n_from'], ours?.['n_to']], name).toEqual([row['n_both'], row['n_a'], row['n_b']]);
    for (const measure of ['support', 'confidence', 'lift', 'leverage', 'conviction'])
      sameMeasure(name, measure, row[measure], ours![measure], tolerance);
  }
}

function sameMeasure(name: string, measure: string, published: string, ours: string, tolerance: number): void {
  if (ours === '') expect(published, `${name} ${measure}`).toMatch(/^(|inf|Inf)$/);
  else
    expect(
      Math.abs(Number(ours) - Number(published)),
      `${name} ${measure}: ${ours} for ${published}`,
    ).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(Number(published))));
}

oracle('Superstore: 155 customers brought a loss', async () => {
  const totals = answerRows(`${superstoreAnswers}/customer_totals.csv`);
  expect(totals.filter((row) => Number(row['Profit']) < 0)).toHaveLength(155);
  const report = await reportOf({
    ...german,
    set: [
      `filter.customer.customer=${totals
        .filter((row) => Number(row['Profit']) < 0)
        .map((row) => row['Customer ID'])
        .join(';')}`,
    ],
  });
  const losses = tableOf(report, 'value_quintiles').filter((row) => Number(row['customers']) > 0);
  expect(losses.reduce((sum, row) => sum + Number(row['customers']), 0)).toBe(155);
});

oracle(
  'Groceries: basket pairs alone, equal to published counts and to arules; the rest says what it wants',
  async () => {
    const file = sharedData('groceries/groceries_long.csv');
    const map = { transactions: { order: 'transaction', product: 'item' } };
    const report = await reportOf({ role: 'transactions', file, map, set: ['cross_sell.item=product'] });
    const pairs = tableOf(report, 'cross_sell');
    expect(new Set(pairs.map((row) => row['level']))).toEqual(new Set(['basket']));
    samePairs(pairs, 'basket', answerRows('groceries/oracle/item_pairs.csv'), 1e-6);
    const rules = answerRows('groceries/oracle/pair_rules_supp0.001_all.csv').map(
      ({ rules: rule, count, ...measures }): Row => {
        const [, antecedent, consequent] = /^\{(.*?) *\} => \{(.*?) *\}$/.exec(rule)!;
        return { antecedent, consequent, n_both: count, ...measures };
      },
    );
    const found = new Map(pairs.map((row) => [`${row['from']}|${row['to']}`, row]));
    expect(rules.length).toBe(5962);
    for (const rule of rules) {
      const ours = found.get(`${rule['antecedent']}|${rule['consequent']}`)!;
      expect(ours['n_both']).toBe(rule['n_both']);
      for (const measure of ['support', 'confidence', 'lift', 'leverage', 'conviction'])
        sameMeasure(`${rule['antecedent']} -> ${rule['consequent']}`, measure, rule[measure], ours[measure], 1e-12);
    }
    expect(summaryOf(report).not_written['cohort_retention']).toEqual(['transactions.customer', 'transactions.date']);
    expect(report['cohort_retention.csv']).toBeUndefined();
  },
);

oracle('airport survey: NPS with its error, by day, by columns of the survey, and weighted', async () => {
  const file = sharedData('nps_sfo2017/fact_survey.csv');
  const fields = { score: 'NETPRO', date: 'inferred_date' };
  const feedback = async (set: readonly string[], more: object = {}) =>
    tableOf(await reportOf({ role: 'surveys', file, map: { surveys: { ...fields, ...more } }, set }), 'feedback');
  interface Counted {
    readonly n: number;
    readonly promoters: number;
    readonly passives: number;
    readonly detractors: number;
    readonly nps: number;
  }
  const results = answerJson('nps_sfo2017/oracle/results.json') as unknown as {
    readonly overall: Counted & { readonly se: number };
    readonly weighted_nps: number;
    readonly by_gender: Readonly<Record<string, Counted>>;
    readonly by_purpose: Readonly<Record<string, Counted>>;
    readonly by_age: Readonly<Record<string, Counted>>;
  };
  const same = (row: Row | undefined, { n, promoters, passives, detractors, nps }: Counted) => {
    expect([row?.['responders'], row?.['promoters'], row?.['passives'], row?.['detractors']].map(Number)).toEqual([
      n,
      promoters,
      passives,
      detractors,
    ]);
    expect(Number(row?.['nps'])).toBeCloseTo(nps, 9);
  };
  const [all] = await feedback([]);
  same(all, results.overall);
  expect(Number(all['se'])).toBeCloseTo(results.overall.se, 9);
  for (const [column, answer] of [
    ['Q20GENDER_LBL', results.by_gender],
    ['Q2PURP1_LBL', results.by_purpose],
    ['Q19AGE_LBL', results.by_age],
  ] as const) {
    const rows = new Map((await feedback([`feedback.by=${column}`])).map((row) => [row['group'], row]));
    for (const [group, counted] of Object.entries(answer)) same(rows.get(group), counted);
  }
  // The survey numbers its days within the year.
  const dayOfYear = (date: string) => String((Date.parse(date) - Date.parse('2017-01-01')) / 86_400_000 + 1);
  const byDay = new Map((await feedback(['feedback.by=date_sk'])).map((row) => [row['group'], row]));
  for (const { inferred_date: date, ...counted } of answerRows('nps_sfo2017/oracle/nps_by_day.csv')) {
    const { n, promoters, passives, detractors, nps } = counted;
    same(byDay.get(dayOfYear(date)), {
      n: Number(n),
      promoters: Number(promoters),
      passives: Number(passives),
      detractors: Number(detractors),
      nps: Number(nps),
    });
  }
  const [weighted] = await feedback([], { weight: 'WEIGHT' });
  expect(Number(weighted['nps'])).toBeCloseTo(results.weighted_nps, 9);
  expect(Number(weighted['responders'])).toBe(results.overall.n);
});
