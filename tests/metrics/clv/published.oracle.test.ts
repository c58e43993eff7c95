import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseIsoDay } from '../../../src/domain/calendar';
import { historiesUntil, purchaseDays } from '../../../src/facts/purchase-days';
import { scopeOf } from '../../../src/facts/scope';
import type { AnyOptions } from '../../../src/metrics/metric';
import { discountedPurchases } from '../../../src/statistics/discounted-purchases';
import { bestOptimum } from '../../../src/statistics/nelder-mead';
import { bgNbdLikelihood, bgNbdOf } from '../../../src/statistics/bgnbd';
import { paretoNbdAlive, paretoNbdExpected } from '../../../src/statistics/pareto-nbd';
import { countHistories, DAYS_A_WEEK } from '../../../src/statistics/purchase-histories';
import { finish } from '../../../src/statistics/finish';
import { buyingFit, spendFit } from '../../../src/statistics/repeat-buying';
import { sharedData } from '../../support/shared-data';
import { parseTable } from '../../support/report';
import { ask, rowsIn } from '../support/ask';
import { factsOfFile, LINES } from '../support/real-data';

// CDNOW, calibrated on its first 39 weeks: answers of lifetimes, of BTYD, of BTYDplus (MBG/NBD) and of the authors' papers; the
// likelihood of MBG/NBD is that of its two terms added up by beta functions, with a second implementation.

const calibration_end = parseIsoDay('1997-09-30')!;
const facts = factsOfFile(sharedData('cdnow_sample/cdnowElog.csv'), (row) => ({
  ...LINES.cdnow_sample(row),
  customer: row['sampleid'],
}));
const published = parseTable(
  readFileSync(sharedData('cdnow_sample/oracle/lifetimes_customer_predictions.csv'), 'utf8'),
);
const json = (path: string) => JSON.parse(readFileSync(sharedData(path), 'utf8')) as Record<string, number[]>;
const histories = historiesUntil(purchaseDays(facts, scopeOf(facts, [])), calibration_end);

const parametersOf = (options: AnyOptions) =>
  Object.fromEntries(
    rowsIn(ask('clv_model', facts, [], { calibration_end, ...options }).table).map((row) => [
      `${row['model']} ${row['parameter']}`,
      { value: Number(row['value']), se: Number(row['se']) },
    ]),
  );

describe('parameters, to four digits and within a tenth of the standard error', () => {
  test.each([
    ['mbgnbd', ['r', 'alpha', 'a', 'b'], [0.52484, 6.18299, 0.89136, 1.614], -9582.1357],
    ['bgnbd', ['r', 'alpha', 'a', 'b'], [0.2426, 4.4136, 0.7929, 2.4259], -9582.429],
    ['paretonbd', ['r', 'alpha', 's', 'beta'], [0.5533, 10.578, 0.6062, 11.668], -9594.976],
  ])('%s', (model, names, values, likelihood) => {
    const found = parametersOf({ model });
    names.forEach((name, at) => {
      expect(Math.abs(found[`${model} ${name}`].value / values[at] - 1), name).toBeLessThan(1e-3);
    });
    expect(found[`${model} log_likelihood`].value).toBeCloseTo(likelihood, 3);
    expect(found[`${model} customers`].value).toBe(2357);
  });

  test('standard errors of BG/NBD; Gamma-Gamma over 946 customers', () => {
    const found = parametersOf({ model: 'bgnbd' });
    const errors = { r: 0.01255738, alpha: 0.3782241, a: 0.18573375, b: 0.70541385 };
    for (const [name, se] of Object.entries(errors))
      expect(Math.abs(found[`bgnbd ${name}`].se / se - 1), name).toBeLessThan(2e-3);
    const spend = { p: 6.2496, q: 3.7442, gamma: 15.4435 };
    for (const [name, value] of Object.entries(spend))
      expect(Math.abs(found[`gamma_gamma ${name}`].value / value - 1), name).toBeLessThan(2e-4);
    expect(found['gamma_gamma customers'].value).toBe(946);
    expect(Math.abs(found['gamma_gamma frequency_spend_correlation'].value)).toBeLessThan(0.3);
  });
});

test('from several starting points, the same optimum', () => {
  const counted = countHistories(histories);
  const likelihood = bgNbdLikelihood(counted);
  const found = [
    [1, 1, 1, 1],
    [0.1, 20, 0.2, 5],
    [3, 30, 2, 0.5],
    [0.01, 0.5, 5, 5],
  ].map((start) => {
    const objective = (point: readonly number[]) => -likelihood(bgNbdOf(point.map(Math.exp)));
    const { point, value } = finish(bestOptimum(objective, [start.map(Math.log)]));
    return { value, point: point.map(Math.exp) };
  });
  for (const { value, point } of found) {
    expect(value).toBeCloseTo(9582.4292, 4);
    [0.2426, 4.4136, 0.7929, 2.4259].forEach((want, at) => expect(Math.abs(point[at] / want - 1)).toBeLessThan(1e-3));
  }
});

test('every customer of lifetimes: history, chance, expectation, spend, each to the digits that parameters carry', () => {
  const rows = new Map(
    rowsIn(ask('clv', facts, [], { calibration_end, horizon_weeks: 39, model: 'bgnbd' }).table).map((row) => [
      row['customer'],
      row,
    ]),
  );
  expect(rows.size).toBe(2357);
  const near = (ours: unknown, want: string, tolerance: number) =>
    expect(Math.abs(Number(ours) - Number(want)), want).toBeLessThanOrEqual(
      tolerance * Math.max(0.1, Math.abs(Number(want))),
    );
  for (const row of published) {
    const ours = rows.get(row['id'])!;
    expect(ours['x']).toBe(Number(row['frequency']));
    near(ours['t_x'], row['recency'], 1e-6);
    near(ours['T'], row['T'], 1e-6);
    near(ours['p_alive'], row['bgnbd_palive'], 2e-4);
    near(ours['expected_purchases'], row['bgnbd_exp_39w'], 2e-4);
    if (row['gg_expected_avg'] !== '') near(Number(ours['expected_value']) / 10_000, row['gg_expected_avg'], 1e-3);
  }
});

test('E[Y(39) | 2, 30.43, 38.86] is 1.226; 1,653.4 and 1,665.5 expected in the hold-out, 1,882 came', () => {
  const fit = finish(buyingFit('bgnbd', histories));
  expect(fit.expected(2, 30.43, 38.86, 39)).toBeCloseTo(1.2259, 3);
  const sums = (model: string) => {
    const { table } = ask('clv_holdout', facts, [], { calibration_end, model });
    const sum = (name: string) => (table[name] as Float64Array).reduce((total, value) => total + value, 0);
    return { expected: sum('expected'), actual: sum('actual') };
  };
  expect(sums('bgnbd').expected).toBeCloseTo(1653.4, 0);
  expect(sums('paretonbd').expected).toBeCloseTo(1665.5, 0);
  expect(sums('bgnbd').actual).toBe(1882);
  const conditional = rowsIn(ask('clv_conditional', facts, [], { calibration_end, model: 'bgnbd' }).table);
  const total = (name: string) =>
    conditional.reduce((sum, row) => sum + Number(row[name]) * Number(row['customers']), 0);
  expect(total('expected')).toBeCloseTo(1653.4, 0);
  expect(total('actual')).toBeCloseTo(1882, 6);
});

test('Pareto/NBD at the answer’s own parameters and rounded times: every chance and expectation to 1e-6', () => {
  const [r, alpha, s, beta] = Object.values(
    (
      JSON.parse(readFileSync(sharedData('cdnow_sample/oracle/lifetimes_results.json'), 'utf8')) as Record<
        string,
        object
      >
    )['pareto_nbd_from_published_rounded_summary'],
  ) as number[];
  const model = { r, alpha, s, beta };
  const rounded = parseTable(
    readFileSync(sharedData('cdnow_sample/oracle/lifetimes_cdnow_customers_summary.csv'), 'utf8'),
  );
  rounded.forEach(({ frequency, recency, T }, at) => {
    const history = [Number(frequency), Number(recency), Number(T)] as const;
    const { pnbd_palive: alive, pnbd_exp_39w: expected } = published[at];
    expect(Math.abs(paretoNbdAlive(model, ...history) - Number(alive))).toBeLessThan(1e-6);
    expect(Math.abs(paretoNbdExpected(model, ...history, 39) / Number(expected) - 1)).toBeLessThan(1e-6);
  });
});

test('the value of twelve months at one per cent a month, as lifetimes sums it', () => {
  const buying = finish(buyingFit('bgnbd', histories));
  const spend = finish(spendFit(histories.x, histories.mean));
  const MONTH = 4.345;
  const yearly = 1.01 ** (365 / 7 / MONTH) - 1;
  const order = Array.from(histories.x.keys())
    .filter((i) => histories.x[i] > 0)
    .sort(
      (a, b) => Number(facts.customers.ids[histories.customer[a]]) - Number(facts.customers.ids[histories.customer[b]]),
    );
  const ours = order.map((i) => {
    const within = (weeks: number) =>
      buying.expected(histories.x[i], histories.tx[i] / DAYS_A_WEEK, histories.T[i] / DAYS_A_WEEK, weeks);
    return discountedPurchases(within, 12 * MONTH, yearly, MONTH) * spend.spend(histories.x[i], histories.mean[i]);
  });
  // The answer's column stands by position: in row i the value of the i-th repeat customer, counted from 0.
  const values = published.filter((row) => row['clv_12m_disc1pct'] !== '');
  expect(values).toHaveLength(945);
  for (const row of values) {
    const want = Number(row['clv_12m_disc1pct']);
    expect(Math.abs(ours[Number(row['id'])] / want - 1), row['id']).toBeLessThan(2e-3);
  }
});

test('Online Retail lies on the ridge where nobody stops: refused, with the reason', () => {
  const ridge = factsOfFile(sharedData('online_retail_eu/online_retail_non_uk.csv'), LINES.online_retail_eu);
  const { btyd_bgnbd: btyd } = json('online_retail_eu/oracle/BTYD_results.json');
  for (const model of ['mbgnbd', 'bgnbd', 'paretonbd']) {
    const { table } = ask('clv', ridge, [], { model });
    expect(Array.from(table['refusal'] as readonly string[]).every((code) => code === 'degenerate')).toBe(true);
    expect((table['p_alive'] as Float64Array).every(Number.isNaN)).toBe(true);
  }
  const parameters = rowsIn(ask('clv_model', ridge, [], { model: 'bgnbd' }).table);
  const valueOf = (name: string) => Number(parameters.find((row) => row['parameter'] === name)!['value']);
  // r, alpha and the likelihood are all that the ridge settles. The answer's customers are those without returned orders.
  expect(Math.abs(valueOf('r') / btyd[0] - 1)).toBeLessThan(0.05);
  expect(parameters.every((row) => row['model'] !== 'bgnbd' || Number.isNaN(row['se']))).toBe(true);
});
