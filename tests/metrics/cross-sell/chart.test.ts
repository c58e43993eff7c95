import { describe, expect, test } from 'vitest';
import Chart from '../../../src/metrics/cross-sell/Chart.svelte';
import type { crossSell } from '../../../src/metrics/cross-sell/definition';
import { finding } from '../../../src/metrics/cross-sell/finding';
import { matrixOf, shownItems } from '../../../src/metrics/cross-sell/matrix';
import { orderByLikeness } from '../../../src/metrics/cross-sell/order';
import { readPairs } from '../../../src/metrics/cross-sell/pairs';
import type { MetricTable } from '../../../src/metrics/metric';
import { context, drawn, format, wordsOf } from '../../visual/drawn';
import { said } from '../../visual/said';

type Table = MetricTable<typeof crossSell>;
const options = { item: 'category', level: 'basket', levels: 'both', items: 2_000 } as const;

/** Pairs both ways round; those beyond chance by the sign of `q`. */
function pairTable(
  n: number,
  held: Readonly<Record<string, number>>,
  both: readonly (readonly [a: string, b: string, together: number, q: number])[],
  level = 'basket',
): Table {
  const ways = both.flatMap(([a, b, together, q]) => [
    { a, b, together, q },
    { a: b, b: a, together, q },
  ]);
  const rows = ways.sort((p, q) => (p.a < q.a ? -1 : p.a > q.a ? 1 : p.b < q.b ? -1 : 1));
  const column = (of: (row: (typeof rows)[number]) => number) => Float64Array.from(rows, of);
  const empty = rows.map(() => NaN);
  return {
    level: rows.map(() => level),
    from: rows.map(({ a }) => a),
    to: rows.map(({ b }) => b),
    n: column(() => n),
    n_from: column(({ a }) => held[a]),
    n_to: column(({ b }) => held[b]),
    n_both: column(({ together }) => together),
    support: column(({ together }) => together / n),
    confidence: column(({ a, together }) => together / held[a]),
    lift: column(({ a, b, together }) => (together * n) / (held[a] * held[b])),
    leverage: Float64Array.from(empty),
    conviction: Float64Array.from(empty),
    zhang: Float64Array.from(empty),
    p_value: column(({ q }) => q),
    q_value: column(({ q }) => q),
    from_first: column(() => 0),
    to_first: column(() => 0),
    items: column(() => Object.keys(held).length),
    items_paired: column(() => Object.keys(held).length),
  };
}
const held = { milk: 400, bread: 300, beer: 200, crisps: 150, soap: 90 };
const usual = pairTable(1000, held, [
  ['milk', 'bread', 190, 0.0001],
  ['beer', 'crisps', 80, 0.0001],
  ['milk', 'beer', 30, 1],
  ['bread', 'beer', 61, 0.4],
  ['milk', 'crisps', 58, 0.6],
  ['bread', 'crisps', 46, 0.5],
  ['milk', 'soap', 36, 0.5],
  ['bread', 'soap', 27, 0.5],
  ['beer', 'soap', 18, 0.5],
]);
const chance = pairTable(1000, { a: 500, b: 500 }, [['a', 'b', 250, 0.5]]);
const slight = pairTable(100_000, { a: 90_000, b: 90_000 }, [['a', 'b', 81_900, 0.0001]], 'customer');
const four = pairTable(4, { a: 3, b: 3 }, [['a', 'b', 3, 1]]);
const none = pairTable(0, {}, []);

test.each([
  ['matrix', usual, 1100],
  ['matrix-narrow', usual, 358],
])('%s', async (name, table, width) => {
  await expect(drawn(Chart, { table, options, width })).toMatchFileSnapshot(`drawn/${name}.html`);
});
test('within chance a cell has no colour; never together can be beyond it', () => {
  const html = drawn(Chart, { table: usual, options, width: 1100 });
  expect(html.match(/fill="var\(--div-\d\)"/g)!.length - 7).toBe(4);
});
test('nobody, and one item alone, are drawn without a fall', () => {
  expect(wordsOf(drawn(Chart, { table: none, options }))).toEqual([]);
  for (const table of [four, chance, slight])
    expect(drawn(Chart, { table, options })).not.toMatch(/NaN|undefined|Infinity/);
});

describe('the order by likeness', () => {
  const pairs = readPairs(usual, 'basket')!;
  const names = pairs.items.map(({ name }) => name);
  const { names: ordered, blocks } = orderByLikeness(pairs, names);
  test('keeps every item', () => expect([...ordered].sort()).toEqual([...names].sort()));
  test('puts together what is bought together, and outlines it', () => {
    for (const [a, b] of [
      ['milk', 'bread'],
      ['beer', 'crisps'],
    ])
      expect(Math.abs(ordered.indexOf(a) - ordered.indexOf(b))).toBe(1);
    expect(blocks.map(({ first, last }) => ordered.slice(first, last + 1).sort())).toEqual(
      expect.arrayContaining([
        ['beer', 'crisps'],
        ['bread', 'milk'],
      ]),
    );
  });
});
test('confidence has both ways round, the others one', () => {
  const pairs = readPairs(usual, 'basket')!;
  const names = shownItems(pairs, 18, 1100, false);
  expect(matrixOf(pairs, names, 'lift', 'size', 1100).cells).toHaveLength(10);
  expect(matrixOf(pairs, names, 'confidence', 'size', 1100).cells).toHaveLength(20);
});
test('the pair of the finding is shown on a phone too', () => {
  const many = Object.fromEntries(Array.from({ length: 18 }, (_, i) => [`i${i}`, 900 - 10 * i]));
  const table = pairTable(5000, many, [
    ['i9', 'i17', 400, 0.0001],
    ...Array.from({ length: 17 }, (_, i) => [`i${i}`, `i${i + 1}`, 130, 0.5] as const),
  ]);
  const shown = shownItems(readPairs(table, 'basket')!, 18, 358, false);
  expect(shown).toHaveLength(10);
  expect(shown).toEqual(expect.arrayContaining(['i9', 'i17']));
});
test('the finding', () => {
  const find = (table: Table) => said(finding(table, context, format, options));
  expect(find(usual)).toBe(
    'Beer and crisps share a basket 2.7 times as often as chance (80 of 1,000 baskets). [n = 1,000 baskets]',
  );
  expect(find(chance)).toBe(
    'No two of the 2 most bought go together more often than chance would have it. [n = 1,000 baskets]',
  );
  expect(find(slight)).toBe(
    'No two of the 2 most bought go together more than 1.01 times as often as chance would have it. [n = 100,000 customers]',
  );
  expect(find(four)).toBe('4 baskets are too few for a finding. [n = 4 baskets]');
  expect(find(none)).toBeNull();
});
