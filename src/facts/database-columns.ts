import type { DatabaseColumn, DatabaseTable } from '../domain/database-table';

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
export const counting = (count: number): Int32Array => Int32Array.from({ length: count }, (_, at) => at);
