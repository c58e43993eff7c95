import type { TextColumn } from '../../domain/columns';
import type { RawTable } from '../read/raw-table';
import { blanksOf } from '../values/read-columns';

/** The rows that are kept, in order; null for all. */
export type Kept = Int32Array | null;

/**
 * A text column of the kept rows, its dictionary in order of first appearance and without values that no kept row has.
 * `toText` renames values (null: empty), so that several may become one.
 */
export function takeText(
  column: TextColumn,
  kept: Kept,
  toText?: (value: string, code: number) => string | null,
): TextColumn {
  if (!kept && !toText && isInOrder(column)) return column;
  const rows = kept?.length ?? column.codes.length;
  const codes = new Int32Array(rows);
  const newCode = new Int32Array(column.values.length).fill(-2);
  const values: string[] = [];
  const byText = toText ? new Map<string, number>() : null;
  for (let i = 0; i < rows; i++) {
    const code = column.codes[kept ? kept[i] : i];
    if (code < 0) codes[i] = -1;
    else {
      if (newCode[code] === -2)
        newCode[code] = place(toText ? toText(column.values[code], code) : column.values[code], values, byText);
      codes[i] = newCode[code]!;
    }
  }
  return { codes, values };
}

/** Whether the dictionary is what `takeText` would make of it, as readers' usually are. */
function isInOrder({ codes, values }: TextColumn): boolean {
  let highest = -1;
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i];
    if (code > highest && code !== ++highest) return false;
  }
  return highest === values.length - 1 && !values.includes('');
}

function place(text: string | null, values: string[], byText: Map<string, number> | null): number {
  if (text === null || text === '') return -1;
  const known = byText?.get(text);
  if (known !== undefined) return known;
  const code = values.push(text) - 1;
  byText?.set(text, code);
  return code;
}

/** A key: what exports write for nothing (`NULL`, `n/a`) is nobody's key. */
export function takeKey(column: TextColumn, kept: Kept): TextColumn {
  const blank = blanksOf(column);
  return blank.includes(1)
    ? takeText(column, kept, (value, code) => (blank[code] ? null : value))
    : takeText(column, kept);
}

/** One number for each kept row, from one for each distinct value. */
export function takeNumbers<A extends Float64Array | Int32Array>(
  column: TextColumn,
  kept: Kept,
  byCode: A,
  out: A,
  empty: number,
): A {
  for (let i = 0; i < out.length; i++) {
    const code = column.codes[kept ? kept[i] : i];
    out[i] = code < 0 ? empty : byCode[code];
  }
  return out;
}

function mix(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * 64 bits for each kept row, summed over its cells with their headers, so that equal lines are found across files whatever
 * the order of their columns. Among a million lines two different ones meet with a chance of 1 in 10^7.
 */
export function fingerprintRows(table: RawTable, kept: Kept): Uint32Array {
  const rows = kept?.length ?? table.rows;
  const prints = new Uint32Array(rows * 2);
  for (const [c, column] of table.columns.entries()) {
    const hashes = hashValues(column.values, table.header[c]);
    for (let i = 0; i < rows; i++) {
      const code = column.codes[kept ? kept[i] : i];
      if (code < 0) continue;
      prints[2 * i] = prints[2 * i] + hashes[2 * code];
      prints[2 * i + 1] = prints[2 * i + 1] + hashes[2 * code + 1];
    }
  }
  return prints;
}

/** Two 32-bit hashes of each value under its header, side by side. */
function hashValues(values: readonly string[], header: string): Uint32Array {
  const hashes = new Uint32Array(values.length * 2);
  const [seedOne, seedTwo] = hashText(header, 0x811c9dc5, 0x2f0b4c47);
  for (let code = 0; code < values.length; code++) {
    const [one, two] = hashText(values[code], seedOne, seedTwo);
    hashes[2 * code] = mix(one);
    hashes[2 * code + 1] = mix(two);
  }
  return hashes;
}

function hashText(text: string, one: number, two: number): readonly [number, number] {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    one = Math.imul(one ^ unit, 0x01000193);
    two = Math.imul(two + unit, 0x85ebca6b) ^ (two >>> 15);
  }
  return [one, two];
}
