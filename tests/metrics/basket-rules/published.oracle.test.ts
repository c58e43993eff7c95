import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { leastCount } from '../../../src/domain/decimal';
import { frequentItemsets } from '../../../src/statistics/frequent-itemsets';
import { oracle, sharedData } from '../../support/shared-data';
import { parseTable, type Row } from '../../support/report';
import { ask, rowsIn } from '../support/ask';
import { factsOfFile, LINES } from '../support/real-data';

// Answers of arules 1.7.13 on Groceries.

/** Texts are trimmed (METRICS rule 12): one item ends in a blank. */
const facts = factsOfFile(sharedData('groceries/groceries_long.csv'), (row) =>
  LINES.groceries({ ...row, item: row['item'].trim() }),
);
const answers = (name: string) => parseTable(readFileSync(sharedData(`groceries/oracle/${name}.csv`), 'utf8'));
const rules = (min_support: string, min_confidence: string, max_items = 10) =>
  rowsIn(ask('basket_rules', facts, [], { min_support, min_confidence, max_items }).table);

/** `{a,b} => {c}` as both sides; no item of this file has a comma. */
function sidesOf({ rules: text }: Row): string {
  const [, from, to] = /^\{(.*)\} => \{(.*)\}$/.exec(text)!;
  const items = from.split(',').map((item) => item.trim());
  return `${items.sort().join(';')} => ${to.trim()}`;
}

oracle.each([
  ['0.01', '0.5', 15],
  ['0.001', '0.8', 410],
  ['0.001', '0.5', 5668],
  ['0.01', '0.25', 170],
])('support %s, confidence %s: %i rules', (support, confidence, count) => {
  expect(rules(support, confidence)).toHaveLength(count);
});

oracle.each([
  ['rules_supp0.01_conf0.5', '0.01', '0.5'],
  ['rules_supp0.001_conf0.8', '0.001', '0.8'],
])('%s: every rule, each measure to 1e-12', (name, support, confidence) => {
  const expected = answers(name);
  const found = new Map(
    rules(support, confidence).map((row) => [`${String(row['antecedent'])} => ${String(row['consequent'])}`, row]),
  );
  expect(found.size).toBe(expected.length);
  for (const row of expected) {
    const ours = found.get(sidesOf(row));
    expect(ours, row['rules']).toBeDefined();
    expect(ours!['count']).toBe(Number(row['count']));
    for (const measure of ['support', 'confidence', 'lift', 'leverage', 'conviction']) {
      // Infinite there at confidence 1, empty here.
      if (row[measure].startsWith('Inf')) expect(ours![measure]).toBeNaN();
      else {
        const want = Number(row[measure]);
        expect(Math.abs(Number(ours![measure]) - want)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(want)));
      }
    }
  }
});

oracle('333 frequent itemsets at .01: 88 items, 213 pairs, 32 triples, each with its count', () => {
  const { base, facts: asked } = ask('basket_rules', facts);
  const names = asked.lines.product!.values;
  const found = frequentItemsets(
    base as unknown as { basket: Float64Array; item: Float64Array },
    leastCount('0.01', base['n'][0]),
    10,
    1_000,
  );
  expect([1, 2, 3, 4].map((size) => found.filter(({ items }) => items.length === size).length)).toEqual([
    88, 213, 32, 0,
  ]);
  const ours = Object.fromEntries(
    found.map(({ items, count }) => [
      items
        .map((code) => names[code].trim())
        .sort()
        .join(),
      count,
    ]),
  );
  const expected = answers('frequent_itemsets_supp0.01').map(({ items, count }) => [
    items
      .slice(1, -1)
      .split(',')
      .map((item) => item.trim())
      .sort()
      .join(),
    Number(count),
  ]);
  expect(ours).toEqual(Object.fromEntries(expected));
});

oracle('13,492 itemsets at .001', () => {
  const { base } = ask('basket_rules', facts);
  const holdings = base as unknown as { basket: Float64Array; item: Float64Array };
  expect(frequentItemsets(holdings, leastCount('0.001', base['n'][0]), 10, 100_000)).toHaveLength(13_492);
});
