import { describe, expect, test } from 'vitest';
import Chart from '../../../src/metrics/clv/Chart.svelte';
import type { clv } from '../../../src/metrics/clv/definition';
import { finding } from '../../../src/metrics/clv/finding';
import type { MetricOptions, MetricTable } from '../../../src/metrics/metric';
import { finish } from '../../../src/statistics/finish';
import { fitSpend } from '../../../src/statistics/repeat-buying';
import { context, drawn, format, wordsOf } from '../../visual/drawn';
import { said } from '../../visual/said';
import { ask, factsOf, rowsIn } from '../support/ask';
import { simulatedBuyers, uniform } from '../support/simulated-buyers';

const facts = factsOf(simulatedBuyers(600, 730));
const asked = ask('clv', facts);
const table = asked.table as unknown as MetricTable<typeof clv>;
const options = asked.options as MetricOptions<typeof clv>;
const rows = rowsIn(asked.table);

test('chances lie between 0 and 1; a longer silence never makes a customer likelier to buy', () => {
  expect(rows.every(({ p_alive: p }) => Number(p) >= 0 && Number(p) <= 1)).toBe(true);
  const quiet = [...rows].filter(({ x }) => Number(x) === 3);
  quiet.sort((a, b) => Number(a['T']) - Number(a['t_x']) - (Number(b['T']) - Number(b['t_x'])));
  expect(Number(quiet[0]['p_alive'])).toBeGreaterThan(Number(quiet[quiet.length - 1]['p_alive']));
});

test('value is purchases times spend, less what waiting costs; without a discount nothing', () => {
  const undiscounted = rowsIn(ask('clv', facts, [], { yearly_discount: '0' }).table);
  undiscounted.forEach((row, at) => {
    const whole = Number(row['expected_purchases']) * Number(row['expected_value']);
    expect(Math.abs(Number(row['clv']) - whole)).toBeLessThanOrEqual(1e-9 * whole);
    expect(Number(rows[at]['clv'])).toBeLessThan(whole);
    expect(Number(rows[at]['clv'])).toBeGreaterThan(0.9 * whole);
  });
});

test('every tenth of chances opens its customers', () => {
  for (const row of rows.filter((_, at) => at % 50 === 0))
    expect(asked.members(row, 'in_tenth')).toHaveLength(Number(row['in_tenth']));
});

describe('refusals', () => {
  const why = (refused: ReturnType<typeof ask>) =>
    said(finding(refused.table as unknown as MetricTable<typeof clv>, context, format, options));
  test('fewer than 30 who bought again', () => {
    const few = ask('clv', simulatedBuyers(20, 300));
    expect(few.table['refusal'][0]).toBe('too_few');
    expect(why(few)).toContain('Fewer than 30 customers have bought again');
    expect((few.table['clv'] as Float64Array).every(Number.isNaN)).toBe(true);
  });
  test('nobody can be seen to stop', () => {
    const steady = Array.from({ length: 60 }, (_, one) =>
      Array.from({ length: 12 }, (__, at) => ({
        customer: `c${one}`,
        day: 19_000 + ((one * 7) % 30) + at * (20 + (one % 9)),
        order: `${one} ${at}`,
        amount: 20 + ((one * 13) % 40),
      })),
    ).flat();
    const refused = ask(
      'clv',
      steady.filter(({ day }) => day < 19_200),
    );
    expect(refused.table['refusal'][0]).toBe('degenerate');
    expect(why(refused)).toContain('No customer can be seen to stop');
  });
  test('spend that goes with frequency: chances are given, values are not', () => {
    const frequency = new Map<string, number>();
    for (const { customer } of simulatedBuyers(400, 730)) frequency.set(customer!, (frequency.get(customer!) ?? 0) + 1);
    const lines = simulatedBuyers(400, 730).map((line) => ({
      ...line,
      amount: 5 + 10 * frequency.get(line.customer!)!,
    }));
    const refused = ask('clv', lines);
    expect([refused.table['refusal'][0], refused.table['value_refusal'][0]]).toEqual(['', 'spend_by_frequency']);
    expect((refused.table['p_alive'] as Float64Array).some(Number.isNaN)).toBe(false);
    expect((refused.table['clv'] as Float64Array).every(Number.isNaN)).toBe(true);
  });
});

test('the spend model recovers what was planted', () => {
  const random = uniform(5);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  /** G. Marsaglia and W. W. Tsang, ACM Transactions on Mathematical Software 26 (2000); shapes from 1 on. */
  const gamma = (shape: number): number => {
    const d = shape - 1 / 3;
    for (;;) {
      const z = normal();
      const v = (1 + z / Math.sqrt(9 * d)) ** 3;
      if (v > 0 && Math.log(1 - random()) < 0.5 * z * z + d - d * v + d * Math.log(v)) return d * v;
    }
  };
  const [p, q, scale] = [6, 4, 15];
  const x = Float64Array.from({ length: 4_000 }, (_, i) => 1 + (i % 5));
  const mean = x.map((count) => {
    const rate = gamma(q) / scale;
    let sum = 0;
    for (let k = 0; k < count; k++) sum += gamma(p) / rate;
    return sum / count;
  });
  const { parameters, refusal } = finish(fitSpend(x, mean));
  expect(refusal).toBeNull();
  [p, q, scale].forEach((truth, at) =>
    expect(Math.abs(parameters[at].value - truth)).toBeLessThan(3 * parameters[at].se),
  );
});

test.each([
  ['wide', 800],
  ['narrow', 358],
])('%s: the picture', (_, width) => {
  const html = drawn(Chart, { table, options, width });
  expect(html).not.toMatch(/NaN|undefined|Infinity/);
  expect(wordsOf(html)).toContain('chance of buying again');
});
test('the finding', () => {
  expect(said(finding(table, context, format, options))).toMatch(
    /^About \d+ of 601 customers can be expected to buy again; all together they are expected to bring \$[\d,]+ within a year\. \[n = 601\]$/,
  );
});
