import type { Table } from '../metrics/metric';

/**
 * A table as it crosses from the worker: text as distinct words and their codes. Typed arrays are handed over; a hundred
 * thousand texts would be copied one by one, and hold up the page while they are.
 */
export type PackedTable = Readonly<Record<string, Float64Array | PackedTexts>>;
interface PackedTexts {
  readonly values: readonly string[];
  readonly codes: Int32Array;
}

export const packTable = (table: Table): PackedTable => mapColumns(table, (column) => packTexts(column));
export const unpackTable = (table: PackedTable): Table =>
  mapColumns(table, ({ values, codes }) => {
    const texts = new Array<string>(codes.length);
    for (let row = 0; row < codes.length; row++) texts[row] = values[codes[row]];
    return texts;
  });

function mapColumns<From, To>(
  table: Readonly<Record<string, Float64Array | From>>,
  change: (column: From) => To,
): Record<string, Float64Array | To> {
  return Object.fromEntries(
    Object.entries(table).map(([name, column]) => [name, column instanceof Float64Array ? column : change(column)]),
  );
}

function packTexts(texts: readonly string[]): PackedTexts {
  const known = new Map<string, number>();
  const codes = new Int32Array(texts.length);
  for (let row = 0; row < texts.length; row++) {
    let code = known.get(texts[row]);
    if (code === undefined) known.set(texts[row], (code = known.size));
    codes[row] = code;
  }
  return { values: [...known.keys()], codes };
}
