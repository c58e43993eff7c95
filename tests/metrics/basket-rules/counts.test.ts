import { expect, test } from 'vitest';
import Chart from '../../../src/metrics/basket-rules/Chart.svelte';
import type { basketRules } from '../../../src/metrics/basket-rules/definition';
import { finding } from '../../../src/metrics/basket-rules/finding';
import { firstRules } from '../../../src/metrics/basket-rules/rules';
import type { MetricOptions, MetricTable } from '../../../src/metrics/metric';
import type { Line } from '../../support/histories';
import { context, drawn, format, wordsOf } from '../../visual/drawn';
import { said } from '../../visual/said';
import { ask, rowsIn } from '../support/ask';

const baskets = (...all: readonly (readonly string[])[]): Line[] =>
  all.flatMap((items, at) =>
    items.map((product) => ({ order: `o${at}`, day: 1, customer: `c${at}`, product, amount: 1 })),
  );
const repeat = (times: number, items: readonly string[]) => Array.from({ length: times }, () => items);

test('a set at exactly the minimum support is kept: seven baskets of a hundred at 0.07', () => {
  const lines = baskets(...repeat(7, ['tea', 'cups']), ...repeat(93, ['milk']));
  const at = (min_support: string) => rowsIn(ask('basket_rules', lines, [], { min_support }).table).length;
  expect(at('0.07')).toBe(2);
  expect(at('0.0701')).toBe(0);
});

test('quantity does not matter, returns and blanks do not count, wholly returned orders are no baskets', () => {
  const lines: Line[] = [
    ...baskets(['tea', 'tea', 'cups'], ['tea', 'cups']),
    { order: 'o1', day: 2, customer: 'c1', product: 'milk', amount: -1 },
    { order: 'o9', day: 1, customer: 'c9', product: 'tea', amount: 5 },
    { order: 'o9', day: 1, customer: 'c9', product: 'tea', amount: -5 },
    { order: 'o8', day: 1, customer: null, product: null, amount: 5 },
  ];
  const [rule, ...more] = rowsIn(ask('basket_rules', lines).table);
  expect(rule).toMatchObject({ antecedent: 'cups', consequent: 'tea', count: 2, n: 3, n_antecedent: 2 });
  expect(more).toHaveLength(1);
});

test('items that hold a semicolon still list their baskets', () => {
  const asked = ask('basket_rules', baskets(['a;b', 'c'], ['a;b', 'c'], ['b', 'c']));
  const row = rowsIn(asked.table).find((one) => one['antecedent'] === '"a;b"')!;
  expect(asked.members(row, 'count')).toHaveLength(2);
});

test('more sets than can be held are refused with a sentence, not held', () => {
  const wide = baskets(Array.from({ length: 20 }, (_, at) => `p${at}`));
  expect(() => ask('basket_rules', wide, [], { max_items: 20 })).toThrow('rules-too-many');
});

const lines = baskets(
  ...repeat(20, ['tea', 'cups']),
  ...repeat(10, ['tea', 'cups', 'honey']),
  ...repeat(10, ['tea']),
  ...repeat(60, ['milk']),
);
const table = ask('basket_rules', lines).table as unknown as MetricTable<typeof basketRules>;
const options = ask('basket_rules', lines).options as MetricOptions<typeof basketRules>;

test('what is shown adds something and is beyond chance, unless all is asked for', () => {
  const wanted = { order: 'lift', sides: 'all', kept: 'useful' } as const;
  const useful = firstRules(table, wanted, 99);
  expect(useful.length).toBeLessThan(table.count.length);
  for (const { redundant, lift, q } of useful) expect([redundant, lift > 1, q <= 0.05]).toEqual([false, true, true]);
  expect(firstRules(table, { ...wanted, kept: 'all' }, 99)).toHaveLength(table.count.length);
  const many = firstRules(table, { ...wanted, kept: 'all', sides: 'many' }, 99);
  expect(many.every(({ antecedent }) => antecedent.length > 1)).toBe(true);
});

test.each([
  ['wide', 900],
  ['narrow', 358],
])('%s: rules are drawn with both sides', (_, width) => {
  const html = drawn(Chart, { table, options, width });
  expect(html).not.toMatch(/NaN|undefined|Infinity/);
  expect(wordsOf(html)).toEqual(expect.arrayContaining(['→ cups', 'tea']));
});

test('the finding', () => {
  expect(said(finding(table, context, format))).toMatch(
    /^\d+\.\d% of the baskets with .+ hold .+ too, against \d+\.\d% of all baskets\. \[n = \d+ baskets\]$/,
  );
  const chance = ask('basket_rules', baskets(['tea', 'cups'], ['tea', 'milk'], ['milk', 'cups'], ['tea']));
  expect(finding(chance.table as unknown as MetricTable<typeof basketRules>, context, format)).toBeNull();
});
