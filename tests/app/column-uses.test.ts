import { describe, expect, test } from 'vitest';
import { formatWords, groupColumns, usesOf, withEachRow, withRoleAt, withUse } from '../../src/app/data/column-uses';
import type { ColumnReading, InspectedTable, RoleReading } from '../../src/domain/import';

const column = (name: string, confidence: 'sure' | 'look') => ({ name, confidence }) as ColumnReading;
const columns = [column('Kunde', 'sure'), column('Datum', 'look'), column('Notiz', 'look')];
const roles: readonly RoleReading[] = [
  { role: 'transactions', mapping: { customer: 'Kunde', date: { column: 'Datum', format: 'DD.MM.YYYY' } } },
  { role: 'customers', mapping: { customer: 'Kunde' } },
];
const table = { roles, columns } as unknown as InspectedTable;

test('a column can fill a field in each role', () => {
  expect(usesOf(roles, 'Kunde')).toEqual(['transactions.customer', 'customers.customer']);
  expect(usesOf(roles, 'Notiz')).toEqual([]);
});

describe('a column that is used otherwise', () => {
  test('leaves its former field and fills the new one', () => {
    const [sales] = withUse(roles, table, 'Kunde', 'transactions.customer', 'transactions.order');
    expect(sales.mapping).toEqual({ order: 'Kunde', date: { column: 'Datum', format: 'DD.MM.YYYY' } });
  });
  test('keeps the format of its dates', () => {
    const without = withUse(roles, table, 'Datum', 'transactions.date', '');
    expect(without[0].mapping).toEqual({ customer: 'Kunde' });
    expect(withUse(without, table, 'Datum', '', 'transactions.date')[0].mapping).toEqual(roles[0].mapping);
  });
});

test('columns are parted by whether they fill a field, and used ones that are not sure are counted', () => {
  const { used, unused, unsure } = groupColumns(columns, roles);
  expect(used.map(({ name }) => name)).toEqual(['Kunde', 'Datum']);
  expect(unused.map(({ name }) => name)).toEqual(['Notiz']);
  expect(unsure).toBe(1);
});

test('a role that is chosen at a place replaces the one there, and is held once', () => {
  expect(withRoleAt(roles, 0, 'contracts')).toEqual(['contracts', 'customers']);
  expect(withRoleAt(roles, 0, 'customers')).toEqual(['customers']);
  expect(withRoleAt(roles, 1, 'surveys')).toEqual(['transactions', 'surveys']);
  expect(withRoleAt(roles, 1, '')).toEqual(['transactions']);
});

test('only transactions can have an order in each row, and an order column stays when that is not so', () => {
  const each = withEachRow(roles, true);
  expect(each[0].mapping['order']).toEqual({ each: 'row' });
  expect(each[1]).toEqual(roles[1]);
  expect(withEachRow(each, false)).toEqual(roles);
  const named: readonly RoleReading[] = [{ role: 'transactions', mapping: { order: 'Beleg' } }];
  expect(withEachRow(named, false)).toEqual(named);
});

test('the format of dates follows the name of the field', () => {
  expect(formatWords(roles, 'transactions', 'date')).toBe(', day first');
  expect(formatWords(roles, 'transactions', 'customer')).toBe('');
});
