import { expect, test } from 'vitest';
import { packTable, unpackTable } from '../../src/bridge/packed-table';

test('a table comes out as it went in; numbers are not copied', () => {
  const n = Float64Array.of(1, NaN, 3);
  const table = { n, name: ['tea', '', 'tea'], none: [] as string[] };
  const packed = packTable(table);
  expect(packed['n']).toBe(n);
  expect(packed['name']).toEqual({ values: ['tea', ''], codes: Int32Array.of(0, 1, 0) });
  expect(unpackTable(structuredClone(packed))).toEqual(table);
});
