import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CustomerListRequest } from '../../src/bridge/protocol';
import type { Dataset } from '../../src/domain/columns';
import type { CustomerPage, CustomerRow, CustomerSort } from '../../src/domain/customer-list';
import type { Filter } from '../../src/domain/filter';
import { customerPage } from '../../src/engine/customer-list';
import { customerStory } from '../../src/engine/customer-story';
import { summarise } from '../../src/facts/summary';
import { buildFacts } from '../../src/facts/build';
import { scopeOf } from '../../src/facts/scope';
import { arbitraryDataset, arbitraryFilter, datasetOf, type Line } from '../support/histories';

const everyone: CustomerListRequest = {
  filter: [],
  mark: null,
  search: '',
  sort: 'id',
  descending: false,
  offset: 0,
  limit: 1_000,
};

function page(
  dataset: Dataset,
  request: Partial<CustomerListRequest> = {},
  members: Int32Array | null = null,
): CustomerPage {
  const facts = buildFacts(dataset);
  return customerPage(facts, scopeOf(facts, request.filter ?? []), members, { ...everyone, ...request });
}
const ids = ({ rows }: CustomerPage) => rows.map(({ id }) => id).join(' ');

const lines: Line[] = [
  {
    customer: '2',
    day: 100,
    order: 'a',
    product: 'tea',
    category: 'drinks',
    amount: 10,
    profit: 4,
    attributes: { Name: 'Zoë <b>Ärger</b>', Email: 'ZOE@example.org' },
  },
  { customer: '2', day: 130, order: 'b', product: 'cups', category: 'ware', amount: 5, profit: -1 },
  { customer: '2', day: 131, order: 'b', product: 'cups', category: 'ware', amount: -5, profit: 1 },
  {
    customer: '10',
    day: 90,
    order: 'c',
    product: 'tea',
    category: 'drinks',
    amount: 30,
    profit: 20,
    attributes: { Name: 'Anna Müller' },
  },
  { customer: '10', day: 200, order: 'd', product: 'pot', category: 'ware', amount: 7, kind: 'void', profit: 7 },
  { customer: '1', day: 150, order: 'e', product: 'tea', category: 'drinks', amount: 0, profit: 0 },
  { customer: '1', day: 160, order: 'f', product: 'tea', category: 'drinks', amount: 2, profit: 2 },
];
const shop = datasetOf(lines);

test('figures of one customer: returned orders are no purchases, void lines leave nothing', () => {
  const { rows, total, net, profit } = page(shop);
  expect(rows.find(({ id }) => id === '2')).toEqual({
    id: '2', name: 'Zoë <b>Ärger</b>', email: '', purchases: 1, net: 100_000, profit: 40_000, first: 100, last: 100, quintile: 2,
    attributes: { Email: 'ZOE@example.org' },
  }); // prettier-ignore
  expect({ total, net, profit }).toEqual({ total: 3, net: 420_000, profit: 260_000 });
});

test.each<[CustomerSort, boolean, string]>([
  ['id', false, '1 2 10'],
  ['id', true, '10 2 1'],
  ['name', false, '10 2 1'],
  ['name', true, '2 10 1'],
  ['purchases', false, '2 10 1'],
  ['purchases', true, '1 2 10'],
  ['net', true, '10 2 1'],
  ['profit', false, '1 2 10'],
  ['first', false, '10 2 1'],
  ['last', true, '1 2 10'],
  ['quintile', false, '10 2 1'],
])('sorted by %s, descending %s: %s', (sort, descending, order) => {
  expect(ids(page(shop, { sort, descending }))).toBe(order);
});

test.each([
  ['muller', '10'],
  ['MÜLLER anna', '10'],
  ['<b>', '2'],
  ['1', '1 10'],
  [' ', '1 2 10'],
  ['nobody', ''],
])('looking for %j finds %j', (search, found) => {
  const answer = page(shop, { search });
  expect(ids(answer)).toBe(found);
  expect(answer.total).toBe(found === '' ? 0 : found.split(' ').length);
});

test('a filter changes the figures, and a line filter leaves out who has no line left', () => {
  const ware: Filter = [{ kind: 'line', field: 'category', values: ['ware'] }];
  const { rows } = page(shop, { filter: ware });
  expect(rows.map(({ id, purchases, net, first }) => ({ id, purchases, net, first }))).toEqual([
    { id: '2', purchases: 0, net: 0, first: null },
    { id: '10', purchases: 0, net: 0, first: null },
  ]);
  expect(
    page(shop, { filter: [{ kind: 'window', from: 140, until: 170 }] }).rows.map(({ id, purchases }) => [
      id,
      purchases,
    ]),
  ).toEqual([['1', 2]]);
});

test('a page of the list has the totals of all of it', () => {
  const answer = page(shop, { sort: 'net', descending: true, offset: 1, limit: 1 });
  expect({ ids: ids(answer), total: answer.total, net: answer.net }).toEqual({ ids: '2', total: 3, net: 420_000 });
});

test('behind a mark stand its members', () => {
  const mark = { metric: 'cohort_retention' as const, options: {}, filter: [], row: {}, column: 'active' };
  expect(ids(page(shop, { mark }, Int32Array.of(0, 2)))).toBe('1 10');
});

test('for any history and filter the list agrees with the summary', () => {
  fc.assert(
    fc.property(arbitraryDataset, arbitraryFilter, (dataset, filter) => {
      const facts = buildFacts(dataset);
      const scope = scopeOf(facts, filter);
      const list = customerPage(facts, scope, null, { ...everyone, filter });
      const summary = summarise(facts, scope);
      const sum = (of: (row: CustomerRow) => number) => list.rows.reduce((total, row) => total + of(row), 0);
      expect(list.total).toBe(summary.customers);
      expect(sum((row) => row.purchases)).toBe(summary.purchases);
      expect(list.net).toBe(summary.net - summary.unknown_customer.net);
      expect(sum((row) => row.net)).toBe(list.net);
      expect(list.rows.filter((row) => row.purchases > 0).length).toBe(summary.customers_with_purchases);
      expect(list.rows.every((row) => (row.first === null) === (row.purchases === 0))).toBe(true);
    }),
  );
});

test('a story: orders by date, where each line stands, stages', () => {
  const facts = buildFacts(shop);
  const story = customerStory(facts, shop, '2');
  expect(story.orders.map(({ order, day, purchase, net }) => [order, day, purchase, net])).toEqual([
    ['a', 100, true, 100_000],
    ['b', 130, false, 0],
  ]);
  expect(story.orders[1].lines.map(({ kind, day, net, file, line }) => [kind, day, net, file, line])).toEqual([
    ['sale', 130, 50_000, 'lines.csv', 3],
    ['return', 131, -50_000, 'lines.csv', 4],
  ]);
  expect(story.stages).toEqual([{ stage: 'customer', day: 100 }]);
  expect(customerStory(facts, shop, '1').stages).toEqual([
    { stage: 'customer', day: 150 },
    { stage: 'repeat_customer', day: 160 },
  ]);
  expect(() => customerStory(facts, shop, '99')).toThrow('customer-unknown');
});
