import { expect, test } from 'vitest';
import type { Dataset } from '../../../src/domain/columns';
import {
  decide,
  NO_CHOICES,
  RECORD_RULES,
  undo,
  type Decision,
  type UnifyChoices,
} from '../../../src/domain/unification';
import { buildFacts } from '../../../src/facts/build';
import { compareCustomers, unifyCustomers } from '../../../src/intake/unify/unify';
import type { Line } from '../../support/histories';
import { companyOf, people, unifiedCompany, type MadeRow } from './made-customers';

const sold = (customer: string, amount = 10): Line => ({
  customer,
  day: 19_800,
  order: `${customer}-${amount}`,
  amount,
});
const textOf = (column: { codes: Int32Array; values: readonly string[] } | null | undefined) =>
  Array.from(column!.codes, (code) => (code < 0 ? '' : column!.values[code]));
const customersOf = ({ transactions }: Dataset) => textOf(transactions!.customer);
/** `source:key customer rule` for every record. */
const told = ({ unification }: Dataset) =>
  unification!.keys.map(
    (key, at) =>
      `${unification!.sources[unification!.source[at]]}:${key} ${unification!.customer[at]} ${RECORD_RULES[unification!.rule[at]]}`,
  );

const some = people(40);
const [ann, ben] = some;
const as = (row: MadeRow, customer: string, changed: MadeRow = {}): MadeRow => ({ ...row, customer, ...changed });

test('one file in which nobody is twice stays as it is', async () => {
  const dataset = companyOf([sold('A1000')], { 'shop.csv': some });
  expect(unifyCustomers(dataset, await compareCustomers(dataset), NO_CHOICES).dataset).toBe(dataset);
});

test('what was sold under either key is the customer’s, who goes by the key of the file that came first', async () => {
  const files = { 'shop.csv': [ann, ben], 'service.csv': [as(ann, 'S7')] };
  const dataset = await unifiedCompany([sold('A1000'), sold('S7'), sold('walk-in')], files);
  expect(customersOf(dataset)).toEqual(['A1000', 'A1000', 'walk-in']);
  expect(told(dataset)).toEqual([
    'service.csv:S7 A1000 email',
    'shop.csv:A1000 A1000 email',
    'shop.csv:A1001 A1001 alone',
  ]);
});

test('duplicates within one file are found too', async () => {
  const dataset = await unifiedCompany([sold('A1000'), sold('A9')], { 'shop.csv': [...some, as(ann, 'A9')] });
  expect(customersOf(dataset)).toEqual(['A1000', 'A1000']);
});

test('departments that number together: a key is one customer in every file', async () => {
  const files = {
    'branch.csv': [ann, ben],
    'cards.csv': [as(ann, 'A1000', { email: '', phone: '' }), as(ben, 'A1001')],
  };
  const dataset = await unifiedCompany([sold('A1000'), sold('A1001')], files);
  expect(customersOf(dataset)).toEqual(['A1000', 'A1001']);
  expect(told(dataset)).toContain('cards.csv:A1000 A1000 same_key');
});

test('a file that says nothing but keys and a segment is of the same numbering', async () => {
  const files = { 'crm.csv': [ann, ben], 'segments.csv': [{ customer: 'A1000', segment: 'gold' }] };
  const dataset = await unifiedCompany([sold('A1000')], files);
  expect(told(dataset)).toContain('segments.csv:A1000 A1000 same_key');
  expect(buildFacts(dataset).customers.count).toBe(2);
});

test('two shops that number by themselves: the same key is two people, and sales follow the shop whose keys they carry', async () => {
  const north = some.slice(0, 10).map((row, at) => as(row, String(at + 1)));
  const south = some.slice(10, 18).map((row, at) => as(row, String(at + 1)));
  const dataset = await unifiedCompany([sold('1'), sold('9')], { 'north.csv': north, 'south.csv': south });
  expect(customersOf(dataset)).toEqual(['1', '9']);
  expect(new Set(dataset.unification!.customer).size).toBe(18);
  expect(told(dataset)).toContain('south.csv:1 1 (south.csv) alone');
});

test('the same person in two shops that number by themselves is still found', async () => {
  const north = some.slice(0, 10).map((row, at) => as(row, String(at + 1)));
  const south = some.slice(9, 18).map((row, at) => as(row, String(at + 1)));
  const dataset = await unifiedCompany([], { 'north.csv': north, 'south.csv': south });
  expect(told(dataset)).toContain('south.csv:1 10 email');
});

const pair = { one: { source: 'shop.csv', key: 'A1000' }, other: { source: 'service.csv', key: 'S7' } };
const decision = (says: Decision['says']): Decision => ({ ...pair, says });

test('a person’s word outweighs every rule, and taking it back brings the first state again', async () => {
  const files = { 'shop.csv': [ann, ben], 'service.csv': [as(ann, 'S7'), as(some[5], 'S8')] };
  const dataset = companyOf([sold('S7'), sold('S8')], files);
  const compared = await compareCustomers(dataset);
  const under = (decisions: readonly Decision[]) =>
    unifyCustomers(dataset, compared, { ...NO_CHOICES, decisions }).dataset;
  expect(customersOf(under([]))).toEqual(['A1000', 'S8']);
  const apart = decide([], decision('apart'));
  expect(customersOf(under(apart))).toEqual(['S7', 'S8']);
  expect(under(undo(apart, { one: pair.other, other: pair.one }))).toEqual(under([]));
  const merged = decide(apart, { says: 'merge', one: pair.one, other: { source: 'service.csv', key: 'S8' } });
  expect(customersOf(under(merged))).toEqual(['S7', 'A1000']);
  expect(told(under(merged))).toContain('service.csv:S8 A1000 decision');
});

test('the latest word about a pair counts, whichever of the two is named first', () => {
  const log = decide(decide([], decision('apart')), { says: 'merge', one: pair.other, other: pair.one });
  expect(log).toEqual([{ says: 'merge', one: pair.other, other: pair.one }]);
});

test('decisions about files that were not brought wait, and change nothing', async () => {
  const dataset = companyOf([sold('A1000')], { 'shop.csv': some });
  const choices = { ...NO_CHOICES, decisions: [decision('merge')] };
  expect(unifyCustomers(dataset, await compareCustomers(dataset), choices).dataset).toBe(dataset);
});

test.each<[string, Partial<UnifyChoices>, string]>([
  ['the first file', {}, 'Kiel'],
  ['a preferred file', { preferred: 'service.csv' }, 'Bonn'],
  ['the newest record', { preference: 'newest' }, 'Bonn'],
  ['the most complete record', { preference: 'complete' }, 'Kiel'],
])('where records differ, %s has the say, and blanks are filled from the others', async (_, choices, city) => {
  const files = {
    'shop.csv': [as(ann, 'A1000', { city: 'Kiel', acquired_on: '2020-01-01' })],
    'service.csv': [
      as(ann, 'S7', { city: 'Bonn', phone: '', postcode: '', acquired_on: '2024-01-01', segment: 'gold' }),
    ],
  };
  const { attributes } = buildFacts(await unifiedCompany([], files, choices)).customers;
  const valueOf = (name: string) => textOf(attributes.find((attribute) => attribute.name === name)?.column);
  expect(valueOf('city')).toEqual([city]);
  expect(valueOf('segment')).toEqual(['gold']);
});
