import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryFilter, arbitraryLines, type Line } from '../../support/histories';
import { duckEngine, sqlJsEngine } from '../../support/engines';
import { arbitraryOptions } from '../support/arbitrary';
import { ask, rowsIn } from '../support/ask';

const line = (customer: string | null, day: number, order: string, category: string | null, amount = 1): Line => ({
  customer,
  day,
  order,
  category,
  amount,
});
const pairOf = (lines: readonly Line[], level: string, from: string, to: string) =>
  rowsIn(ask('cross_sell', lines).table).find(
    (row) => row['level'] === level && row['from'] === from && row['to'] === to,
  );

test('orders without a customer count as baskets, until customers are filtered', () => {
  const lines = [
    line('ann', 1, 'a', 'tea'),
    line('ann', 1, 'a', 'cups'),
    line(null, 2, 'b', 'tea'),
    line(null, 2, 'b', 'cups'),
  ];
  expect(pairOf(lines, 'basket', 'cups', 'tea')).toMatchObject({ n: 2, n_both: 2 });
  expect(pairOf(lines, 'customer', 'cups', 'tea')).toMatchObject({ n: 1, n_both: 1 });
  const { table } = ask('cross_sell', lines, [{ kind: 'customer', field: 'customer', values: ['ann'] }]);
  expect(rowsIn(table).map((row) => [row['level'], row['n']])).toEqual([
    ['basket', 1],
    ['basket', 1],
    ['customer', 1],
    ['customer', 1],
  ]);
});

test('returns, blank items and wholly returned orders hold nothing; n counts every purchase', () => {
  const lines = [
    line('ann', 1, 'a', 'tea'), line('ann', 2, 'b', 'cups'), line('ann', 3, 'b', 'milk', -1), line('bob', 1, 'c', null),
    line('cat', 1, 'd', 'tea'), line('cat', 1, 'd', 'cups'), line('cat', 2, 'd', 'tea', -9),
  ]; // prettier-ignore
  expect(ask('cross_sell', lines).table['n']).toEqual(new Float64Array(0));
  expect(
    pairOf([...lines, line('bob', 4, 'e', 'tea'), line('bob', 4, 'e', 'cups')], 'customer', 'cups', 'tea'),
  ).toMatchObject({ n: 2, n_from: 1, n_to: 2 });
});

test('who held which first: days before, never within a day', () => {
  const lines = [
    line('ann', 1, 'a', 'tea'), line('ann', 2, 'b', 'cups'), line('ann', 3, 'c', 'tea'),
    line('bob', 5, 'd', 'cups'), line('bob', 9, 'e', 'tea'), line('cat', 1, 'f', 'tea'), line('cat', 1, 'g', 'cups'),
  ]; // prettier-ignore
  expect(pairOf(lines, 'customer', 'tea', 'cups')).toMatchObject({ n_both: 3, from_first: 1, to_first: 1 });
});

test('measures are empty where their denominator is 0', () => {
  const lines = [line('ann', 1, 'a', 'tea'), line('ann', 1, 'a', 'cups')];
  const row = pairOf(lines, 'basket', 'tea', 'cups')!;
  expect(row).toMatchObject({
    confidence: 1,
    lift: 1,
    leverage: 0,
    conviction: NaN,
    zhang: NaN,
    p_value: 1,
    q_value: 1,
    from_first: NaN,
  });
});

test('rows stand in the order of level and UTF-8 names', () => {
  const lines = ['😀', 'ﬀ', 'b', 'a'].map((name) => line('ann', 1, 'a', name));
  const baskets = rowsIn(ask('cross_sell', lines).table).filter((row) => row['level'] === 'basket');
  expect([...new Set(baskets.map((row) => row['from']))]).toEqual(['a', 'b', 'ﬀ', '😀']);
});

test('products take the place of categories where there are none', () => {
  const lines = [
    { ...line('ann', 1, 'a', null), product: 'green' },
    { ...line('ann', 1, 'a', null), product: 'black' },
  ];
  const withoutCategory = lines.map(({ category: _, ...rest }) => rest);
  expect(ask('cross_sell', withoutCategory).options['item']).toBe('product');
  expect(ask('cross_sell', withoutCategory).table['from']).toEqual(['black', 'green', 'black', 'green']);
});

test('a pair and its mirror agree, and no share leaves its range', () => {
  fc.assert(
    fc.property(arbitraryLines, arbitraryFilter, arbitraryOptions('cross_sell'), (lines, filter, options) => {
      const rows = rowsIn(ask('cross_sell', lines, filter, options).table);
      const key = (level: unknown, from: unknown, to: unknown) => JSON.stringify([level, from, to]);
      const found = new Map(rows.map((row) => [key(row['level'], row['from'], row['to']), row]));
      for (const row of rows) {
        const mirror = found.get(key(row['level'], row['to'], row['from']))!;
        expect(mirror).toMatchObject({
          n_both: row['n_both'],
          support: row['support'],
          lift: row['lift'],
          leverage: row['leverage'],
          p_value: row['p_value'],
          q_value: row['q_value'],
        });
        expect(mirror['to_first']).toBe(row['from_first']);
        for (const name of ['support', 'confidence', 'p_value', 'q_value']) {
          expect(Number(row[name])).toBeGreaterThanOrEqual(0);
          expect(Number(row[name])).toBeLessThanOrEqual(1);
        }
        expect(Number(row['q_value'])).toBeGreaterThanOrEqual(Number(row['p_value']));
        if (!Number.isNaN(row['zhang'])) expect(Math.abs(Number(row['zhang']))).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test(
  'of more than 2,000 items the most held are paired, ties by name, in kernel and SQL alike',
  { timeout: 120_000 },
  async () => {
    const name = (item: number) => `p${String(item).padStart(4, '0')}`;
    // Item 0 is held alone; items 1 to 2,004 once each in baskets of three, but 1 to 3 twice.
    const lines: Line[] = [{ customer: 'z', day: 1, order: 'alone', product: name(0), amount: 1 }];
    for (let item = 1; item <= 2_004; item++) {
      const basket = Math.floor((item - 1) / 3);
      lines.push({ customer: `c${basket}`, day: basket % 50, order: `o${basket}`, product: name(item), amount: 1 });
    }
    for (const item of [1, 2, 3]) lines.push({ customer: 'y', day: 9, order: 'again', product: name(item), amount: 1 });
    const asked = ask('cross_sell', lines, [], { item: 'product' });
    const baskets = rowsIn(asked.table).filter((row) => row['level'] === 'basket');
    expect(baskets[0]).toMatchObject({ from: name(1), to: name(2), n_both: 2, items: 2_005, items_paired: 2_000 });
    const { level, from_item, to_item } = asked.base;
    const paired = new Set(
      [...from_item]
        .filter((item, row) => level[row] === 0 && item === to_item[row])
        .map((item) => asked.facts.lines.product!.values[item]),
    );
    // Three twice, then by name from p0000 on.
    expect([paired.size, paired.has(name(0)), paired.has(name(1_999)), paired.has(name(2_000))]).toEqual([
      2_000,
      true,
      true,
      false,
    ]);
    for (const engine of [await sqlJsEngine(asked.facts), await duckEngine(asked.facts)]) {
      const { rows, columns } = await engine.run(asked.sql, [], asked.options);
      const both = columns.indexOf('n_both');
      expect(rows.length).toBe(asked.base['n_both'].length);
      expect(Float64Array.from(rows, (row) => row[both])).toEqual(asked.base['n_both']);
    }
  },
);
