/** Text that holds a NUL would end a statement early; it is stored and searched for with the replacement character in its place. */
export const withoutNul = (text: string): string => (text.includes('\0') ? text.replaceAll('\0', '\ufffd') : text);

/** A text literal, the same on SQLite and DuckDB: neither knows backslashes. */
export const quoteText = (text: string): string => `'${withoutNul(text).replaceAll("'", "''")}'`;

export const quoteName = (name: string): string => `"${withoutNul(name).replaceAll('"', '""')}"`;

/** `'a', 'b'` for an IN; never empty, which DuckDB refuses. */
export const textList = (values: readonly string[]): string =>
  values.length === 0 ? 'NULL' : values.map(quoteText).join(', ');

/** Text, an integer, or NULL. */
export function literal(value: string | number | null): string {
  if (value === null) return 'NULL';
  if (typeof value === 'string') return quoteText(value);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is no integer`);
  return String(value);
}
