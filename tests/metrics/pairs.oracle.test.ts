import { describe, expect, test } from 'vitest';
import type { Facts } from '../../src/facts/facts';
import type { TableRow } from '../../src/metrics/metric';
import { sharedData } from '../support/shared-data';
import { ask, rowsIn } from './support/ask';
import { differencesFrom, factsOfFile, LINES, readRows, writtenRows, type Row } from './support/real-data';

const close = (value: unknown, expected: string, tolerance: number) =>
  Math.abs(Number(value) - Number(expected)) <= tolerance * Math.max(1, Math.abs(Number(expected)));

/** Every difference between pairs of an answer and ours; `inf` there is empty here. */
function pairDifferences(expected: readonly Row[], found: readonly TableRow[], tolerance: number): string[] {
  const byNames = new Map(found.map((row) => [`${row['from']}\n${row['to']}`, row]));
  return expected.flatMap((row) => {
    const ours = byNames.get(`${row['antecedent']}\n${row['consequent']}`);
    if (!ours) return Number(row['n_both']) === 0 ? [] : [`${row['antecedent']}, ${row['consequent']}: missing`];
    const counts = { n_both: row['n_both'], n_from: row['n_a'], n_to: row['n_b'] };
    const wrong = Object.entries(counts).filter(([name, count]) => ours[name] !== Number(count));
    const measures = ['support', 'confidence', 'lift', 'leverage', 'conviction'].filter((name) => {
      const infinite = row[name] === '' || row[name].toLowerCase().startsWith('inf');
      return infinite ? !Number.isNaN(ours[name]) : !close(ours[name], row[name], tolerance);
    });
    return [...wrong.map(([name]) => name), ...measures].map(
      (name) => `${row['antecedent']}, ${row['consequent']}: ${name}`,
    );
  });
}
const pairsAt = (facts: Facts, level: string, item: string) =>
  rowsIn(ask('cross_sell', facts, [], { item }).table).filter((row) => row['level'] === level);

describe('superstore 2011 to 2014', () => {
  const rows = sharedData('superstore_us/derived/orders_de_semicolon_cp1252.csv');
  const categories = factsOfFile(rows, LINES.superstore_us_de, 'latin1');
  const subcategories = factsOfFile(
    rows,
    (row) => ({ ...LINES.superstore_us_de(row), category: row['Sub-Category'] }),
    'latin1',
  );
  test.each([
    ['customer', 'customer_category_pairs', categories],
    ['basket', 'order_category_pairs', categories],
    ['customer', 'customer_subcategory_pairs', subcategories],
    ['basket', 'order_subcategory_pairs', subcategories],
  ])('%s level: %s', (level, answer, facts) => {
    const expected = readRows(sharedData(`superstore_us/oracle/xls2011_2014/${answer}.csv`));
    const found = pairsAt(facts, level, 'category');
    expect(found.length).toBe(expected.filter((row) => Number(row['n_both']) > 0).length);
    expect(pairDifferences(expected, found, 1e-7)).toEqual([]);
  });
});

describe('superstore 2019 to 2022', () => {
  const facts = factsOfFile(sharedData('superstore_us/Sample - Superstore.csv'), LINES.superstore_us_csv);
  // By basket the answer differs by definition: it takes an order id of two customers for one order.
  test('customer level: customer_category_pairs', () => {
    const expected = readRows(sharedData('superstore_us/oracle/csv2019_2022/customer_category_pairs.csv'));
    expect(pairDifferences(expected, pairsAt(facts, 'customer', 'category'), 1e-7)).toEqual([]);
  });
});

describe('groceries', () => {
  const facts = factsOfFile(sharedData('groceries/groceries_long.csv'), LINES.groceries);
  const found = pairsAt(facts, 'basket', 'category');
  test('all pairs', () => {
    const expected = readRows(sharedData('groceries/oracle/item_pairs.csv'));
    expect(found.length).toBe(expected.filter((row) => Number(row['n_both']) > 0).length);
    expect(pairDifferences(expected, found, 1e-7)).toEqual([]);
  });
  test('rules of arules, to the digits that it carries', () => {
    const expected = readRows(sharedData('groceries/oracle/pair_rules_supp0.001_all.csv')).map((row) => {
      const [antecedent, consequent] = row['rules'].split(' => ').map((side) => side.slice(1, -1));
      return { ...row, antecedent, consequent };
    });
    const byNames = new Map(found.map((row) => [`${row['from']}\n${row['to']}`, row]));
    const differing = expected.filter((row: Row) => {
      const ours = byNames.get(`${row['antecedent']}\n${row['consequent']}`);
      return (
        !ours ||
        ours['n_both'] !== Number(row['count']) ||
        !['support', 'confidence', 'lift', 'leverage', 'conviction'].every((name) =>
          close(ours[name], row[name], 1e-12),
        )
      );
    });
    expect(expected.length).toBeGreaterThan(5_000);
    expect(differing).toEqual([]);
  });
});

describe('online retail, the 30 items most bought', () => {
  const expected = readRows(sharedData('reference/online_retail_eu/extra/cross_sell__top30.csv'));
  const items = new Set(expected.map((row) => row['from']));
  // Other items are blanked, not filtered out: orders and customers stay as they are.
  const facts = factsOfFile(sharedData('online_retail_eu/online_retail_non_uk.csv'), (row) => ({
    ...LINES.online_retail_eu(row),
    product: items.has(row['StockCode']) ? row['StockCode'] : null,
  }));
  test('every column', () => {
    expect(items.size).toBe(30);
    expect(differencesFrom(expected, writtenRows(ask('cross_sell', facts, [], { item: 'product' })))).toEqual([]);
  });
});
