import { describe, expect, test } from 'vitest';
import { readLists } from '../../../src/metrics/cross-sell/lists';
import Lists from '../../../src/metrics/cross-sell/Lists.svelte';
import { listsFinding } from '../../../src/metrics/cross-sell/lists-finding';
import type { crossSellPairs } from '../../../src/metrics/cross-sell/definition';
import type { MetricTable } from '../../../src/metrics/metric';
import { uniform } from '../support/simulated-buyers';
import type { Line } from '../../support/histories';
import { context, drawn, format, wordsOf } from '../../visual/drawn';
import { said } from '../../visual/said';
import { ask, factsOf, rowsIn } from '../support/ask';

const ITEMS = 14;
/** Customers who hold at random, but 0 and 1 mostly together, and 2 never with 3. */
function holdings(count: number): Set<number>[] {
  const random = uniform(11);
  return Array.from({ length: count }, () => {
    const held = new Set(Array.from({ length: ITEMS }, (_, item) => item).filter(() => random() < 0.3));
    if (held.has(0) && random() < 0.8) held.add(1);
    if (held.has(2)) held.delete(3);
    return held.size === 0 ? new Set([4]) : held;
  });
}
const name = (item: number) => `item ${String(item).padStart(2, '0')}`;
const linesOf = (people: readonly Set<number>[]): Line[] =>
  people.flatMap((held, who) =>
    [...held].map((item) => ({ customer: `c${who}`, day: 19_800, order: `o${who}`, category: name(item), amount: 1 })),
  );

/** Every pair, its tail summed by the ratio of neighbours from a table of logarithms, and Benjamini-Hochberg over all. */
function everyPair(people: readonly Set<number>[], side: 'together' | 'apart') {
  const n = people.length;
  const logs = [0];
  for (let i = 1; i <= n; i++) logs.push(logs[i - 1] + Math.log(i));
  const choose = (a: number, b: number) => (b < 0 || b > a ? -Infinity : logs[a] - logs[b] - logs[a - b]);
  const pairs = [];
  for (let from = 0; from < ITEMS; from++) {
    for (let to = from + 1; to < ITEMS; to++) {
      const [f, t] = [from, to].map((item) => people.filter((held) => held.has(item)).length);
      const both = people.filter((held) => held.has(from) && held.has(to)).length;
      let p = 0;
      for (let k = 0; k <= Math.min(f, t); k++)
        if (side === 'together' ? k >= both : k <= both)
          p += Math.exp(choose(f, k) + choose(n - f, t - k) - choose(n, t));
      pairs.push({ from: name(from), to: name(to), both, expected: (f * t) / n, p: Math.min(1, p), q: 1 });
    }
  }
  pairs.sort((a, b) => b.p - a.p);
  let least = 1;
  pairs.forEach((pair, at) => (pair.q = least = Math.min(least, (pair.p * pairs.length) / (pairs.length - at))));
  return pairs.filter(({ q }) => q <= 0.05);
}

describe('the lists', () => {
  const people = holdings(400);
  const asked = ask('cross_sell_pairs', linesOf(people));
  const lists = readLists(asked.table as MetricTable<typeof crossSellPairs>);
  test.each(['together', 'apart'] as const)('%s: every pair beyond chance, and no other', (side) => {
    const expected = everyPair(people, side).filter(({ both }) => side === 'apart' || both >= 5);
    const found = lists.find(({ kind }) => kind === side)!.pairs;
    const key = ({ from, to }: { from: string; to: string }) => `${from} ${to}`;
    expect(found.map(key).sort()).toEqual(expected.map(key).sort());
    for (const one of expected) {
      const ours = found.find((pair) => key(pair) === key(one))!;
      expect(ours.both).toBe(one.both);
      expect(ours.expected).toBeCloseTo(one.expected, 9);
      expect(ours.q / one.q).toBeCloseTo(1, 8);
    }
  });
  test('what was planted comes first', () => {
    expect(lists.map(({ kind, pairs: [first] }) => [kind, first.from, first.to])).toEqual([
      ['together', name(0), name(1)],
      ['apart', name(2), name(3)],
    ]);
  });
  test('q is that of the table of all pairs', () => {
    const all = rowsIn(ask('cross_sell', linesOf(people)).table);
    const planted = lists[0].pairs[0];
    const row = all.find(
      (one) => one['level'] === 'customer' && one['from'] === planted.from && one['to'] === planted.to,
    );
    expect(planted.q).toBe(row!['q_value']);
  });
  test('fewer are written where fewer are asked for; how many there are is still told', () => {
    const { table } = ask('cross_sell_pairs', linesOf(people), [], { most: 1 });
    expect(rowsIn(table).map((row) => [row['kind'], row['found']])).toEqual(
      lists.map(({ kind, found }) => [kind, found]),
    );
  });
});

test('nothing is written where chance explains all, and where there are no items', () => {
  const even = Array.from({ length: 40 }, (_, who) => new Set([who % 2, 2 + ((who >> 1) % 2)]));
  const across = rowsIn(ask('cross_sell_pairs', linesOf(even)).table).filter(
    ({ from, to }) => !['item 00item 01', 'item 02item 03'].includes(`${from}${to}`),
  );
  expect(across).toEqual([]);
  expect(rowsIn(ask('cross_sell_pairs', [{ customer: 'a', day: 1, order: '1', amount: 1 }]).table)).toEqual([]);
});
test('baskets stand in where nobody is known', () => {
  const lines = linesOf(holdings(200)).map((line) => ({ ...line, customer: null }));
  const { table } = ask('cross_sell_pairs', factsOf(lines));
  expect(new Set<unknown>(table['level'])).toEqual(new Set(['basket']));
});

describe('the panel', () => {
  const options = { item: 'category', level: 'customer', levels: 'both', items: 2_000, most: 100 } as const;
  const table = ask('cross_sell_pairs', linesOf(holdings(400))).table as MetricTable<typeof crossSellPairs>;
  test('the finding', () => {
    expect(said(listsFinding(table, context, format))).toBe(
      'Item 02 and item 03 are held together by nobody; by chance it would be 28. [n = 400 customers]',
    );
  });
  test('both lists, each figure a way to its customers', () => {
    const html = drawn(Lists, { table, options, width: 1100 });
    expect(wordsOf(html)).toEqual(
      expect.arrayContaining([
        'Together more than chance: 1 pair',
        'Pairs of all 14 items. q: of the pairs in a list, at most so large a share is a fluke.',
      ]),
    );
    expect(html).toContain('customers with item 02, without item 03');
    expect(html).not.toMatch(/NaN|undefined|Infinity/);
  });
});
