import { tableFromIPC } from 'apache-arrow';
import { expect, test } from 'vitest';
import { arrowBlob } from '../../src/app/panel/export-arrow';
import { parseIsoDay } from '../../src/domain/calendar';

const SPEC = {
  name: 'text',
  on: 'day',
  month: 'month',
  cohort: 'unit',
  customers: 'count',
  net: 'money',
  rate: 'share',
  complete: 'flag',
} as const;

test('writes units as text, money in currency units and empty values as null', async () => {
  const table = {
    name: ['Zoë & 東京', '', 'c'],
    on: Float64Array.of(parseIsoDay('2024-02-29')!, NaN, 0),
    month: Float64Array.of(2024 * 12, NaN, 1970 * 12 + 11),
    cohort: Float64Array.of(2024 * 4 + 2, 2024 * 4, 2024 * 4 + 3),
    customers: Float64Array.of(3, 0, 7),
    net: Float64Array.of(12_345, NaN, -500),
    rate: Float64Array.of(0.5, NaN, 1),
    complete: Float64Array.of(1, 0, NaN),
  };
  const blob = await arrowBlob(SPEC, table, 'quarter');
  const read = tableFromIPC(new Uint8Array(await blob.arrayBuffer()));
  expect(read.toArray().map((row) => ({ ...(row as object) }))).toEqual([
    { name: 'Zoë & 東京', on: '2024-02-29', month: '2024-01', cohort: '2024-Q3', customers: 3, net: 1.2345, rate: 0.5, complete: true }, // prettier-ignore
    { name: '', on: null, month: null, cohort: '2024-Q1', customers: 0, net: null, rate: null, complete: false },
    { name: 'c', on: '1970-01-01', month: '1970-12', cohort: '2024-Q4', customers: 7, net: -0.05, rate: 1, complete: null }, // prettier-ignore
  ]);
});

test('writes a table without rows', async () => {
  const empty = Object.fromEntries(Object.keys(SPEC).map((name) => [name, name === 'name' ? [] : new Float64Array(0)]));
  const read = tableFromIPC(new Uint8Array(await (await arrowBlob(SPEC, empty, 'month')).arrayBuffer()));
  expect([read.numRows, read.schema.fields.map(({ name }) => name)]).toEqual([0, Object.keys(SPEC)]);
});
