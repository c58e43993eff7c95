import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseIsoDay } from '../../src/domain/calendar';
import { buildFacts } from '../../src/facts/build';
import { scopeOf } from '../../src/facts/scope';
import { keyComparator } from '../../src/domain/keys';
import { ntile5 } from '../../src/facts/quintiles';
import { summarise } from '../../src/facts/summary';
import { arbitraryLines, datasetOf, type Line } from '../support/histories';

const on = (text: string) => parseIsoDay(text)!;
const summaryOf = (lines: readonly Line[]) => {
  const facts = buildFacts(datasetOf(lines));
  return summarise(facts, scopeOf(facts, []));
};
const purchases = (lines: readonly Line[]) => summaryOf(lines).purchases;
const sale = { customer: 'ann', day: on('2024-03-01'), order: 'o1', amount: 10 };

test('an order is a purchase unless it is wholly returned within the order', () => {
  expect(purchases([sale])).toBe(1);
  expect(purchases([sale, { ...sale, amount: -4 }])).toBe(1);
  expect(purchases([sale, { ...sale, amount: -10 }])).toBe(0);
  expect(purchases([sale, { ...sale, amount: -10, order: 'o2' }])).toBe(1);
});

test('a zero-priced sale is a purchase, a return alone is none', () => {
  expect(purchases([{ ...sale, amount: 0 }])).toBe(1);
  expect(purchases([{ ...sale, amount: -10 }])).toBe(0);
});

test('a cancelled line counts once in gross and once in returned, and makes no purchase', () => {
  const summary = summaryOf([{ ...sale, kind: 'void', amount: 25 }]);
  expect(summary).toMatchObject({ gross: 250_000, returned: 250_000, net: 0, purchases: 0, return_lines: 0 });
});

test('the same order id of two customers is two orders; without an id a day is an order', () => {
  expect(purchases([sale, { ...sale, customer: 'bob' }])).toBe(2);
  const bare = { customer: 'ann', amount: 5 };
  expect(
    purchases([
      { ...bare, day: 1 },
      { ...bare, day: 1 },
      { ...bare, day: 2 },
    ]),
  ).toBe(2);
});

test('an order is dated on its first sale line, not on an earlier return', () => {
  const facts = buildFacts(
    datasetOf([
      { ...sale, day: on('2024-03-05') },
      { ...sale, day: on('2024-03-02'), amount: -3 },
      { ...sale, day: on('2024-03-09') },
    ]),
  );
  expect(Array.from(facts.orders.day)).toEqual([on('2024-03-05')]);
  expect(facts.customers.firstDay[0]).toBe(on('2024-03-05'));
});

test('lines without a customer are in the money, and outside purchases and customers', () => {
  const summary = summaryOf([sale, { ...sale, customer: null, amount: 7 }]);
  expect(summary).toMatchObject({
    customers: 1,
    purchases: 1,
    transaction_lines: 2,
    gross: 170_000,
    unknown_customer: { lines: 1, net: 70_000 },
  });
});

test('moved before the last record, the end of observation leaves later lines out', () => {
  const lines = [sale, { ...sale, order: 'o2', day: on('2024-05-01') }];
  const facts = buildFacts(datasetOf(lines), { until: on('2024-04-30') });
  expect(facts.observed?.until).toBe(on('2024-04-30'));
  expect(facts.orders.count).toBe(1);
});

test('the order of rows is irrelevant', () => {
  fc.assert(
    fc.property(arbitraryLines, fc.infiniteStream(fc.nat()), (lines, random) => {
      const shuffled = lines
        .map((line) => ({ line, at: random.next().value as number }))
        .sort((a, b) => a.at - b.at)
        .map(({ line }) => line);
      expect(summaryOf(shuffled)).toEqual(summaryOf(lines));
    }),
  );
});

test('keys sort numerically if all are integers, else by UTF-8 bytes', () => {
  const sorted = (keys: string[]) => keys.sort(keyComparator(keys));
  expect(sorted(['10', '9', '1'])).toEqual(['1', '9', '10']);
  expect(sorted(['10', '9', 'a'])).toEqual(['10', '9', 'a']);
  expect(sorted(['\u{1F600}', '\uFF5E', 'z'])).toEqual(['z', '\uFF5E', '\u{1F600}']);
});

test('fifths are NTILE(5): the first n mod 5 are one larger, ties by position', () => {
  const everyone = new Uint8Array(7).fill(1);
  expect(Array.from(ntile5(Float64Array.of(7, 6, 5, 4, 3, 2, 1), everyone))).toEqual([1, 1, 2, 2, 3, 4, 5]);
  expect(Array.from(ntile5(new Float64Array(7), everyone))).toEqual([1, 1, 2, 2, 3, 4, 5]);
  expect(Array.from(ntile5(Float64Array.of(1, 9), Uint8Array.of(1, 0)))).toEqual([1, 0]);
});

test('a filter may name every column: one that is blank throughout, and the one that holds the names', () => {
  const facts = buildFacts(
    datasetOf([
      { ...sale, attributes: { Region: null, 'Customer Name': 'Ann' } },
      { ...sale, customer: 'bob', attributes: { Region: null, 'Customer Name': 'Bob' } },
    ]),
  );
  const inView = (field: string, value: string) =>
    Array.from(scopeOf(facts, [{ kind: 'customer', field, values: [value] }]).customer);
  expect(inView('Region', '')).toEqual([1, 1]);
  expect(inView('Region', 'N')).toEqual([0, 0]);
  expect(inView('Customer Name', 'Bob')).toEqual([0, 1]);
  expect(() => inView('Shop', '')).toThrow('unknown-filter-field');
});
