import type { DatabaseColumn, DatabaseTable } from '../../domain/database-table';

export const integers = (name: string, values: Int32Array | Float64Array): DatabaseColumn => ({
  name,
  type: 'INTEGER',
  values,
});
export const texts = (name: string, values: readonly (string | null)[]): DatabaseColumn => ({
  name,
  type: 'TEXT',
  values,
});
export const table = (name: string, columns: DatabaseColumn[]): DatabaseTable => ({
  name,
  columns,
  rows: columns[0].values.length,
});
export function counting(count: number): Int32Array {
  const numbers = new Int32Array(count);
  for (let at = 0; at < count; at++) numbers[at] = at;
  return numbers;
}
