import type { Attribute, TextColumn } from '../../domain/columns';

/** One stretch of rows in a concatenation; `column` is null where this file lacks what another has. */
export interface Stretch<C> {
  readonly rows: number;
  readonly column: C | null;
}

/** Joins text columns and their dictionaries, in order of first appearance: as if they had been one file. */
export function concatText(stretches: readonly Stretch<TextColumn>[]): TextColumn {
  const [only] = stretches;
  if (stretches.length === 1 && only.column) return only.column;
  const codes = new Int32Array(stretches.reduce((sum, { rows }) => sum + rows, 0)).fill(-1);
  const values: string[] = [];
  const codeOf = new Map<string, number>();
  let at = 0;
  for (const { rows, column } of stretches) {
    if (column) {
      const renamed = Int32Array.from(column.values, (value) => {
        let code = codeOf.get(value);
        if (code === undefined) codeOf.set(value, (code = values.push(value) - 1));
        return code;
      });
      for (let i = 0; i < rows; i++) if (column.codes[i] >= 0) codes[at + i] = renamed[column.codes[i]]!;
    }
    at += rows;
  }
  return { codes, values };
}

/** Joins numbers; `empty` fills the stretches of files that have none. Null where no file has any. */
export function concatNumbers<A extends Int32Array | Float64Array | Uint8Array>(
  stretches: readonly Stretch<A>[],
  make: (length: number) => A,
  empty: number,
): A | null {
  if (stretches.every(({ column }) => column === null)) return null;
  if (stretches.length === 1) return stretches[0].column;
  const joined = make(stretches.reduce((sum, { rows }) => sum + rows, 0));
  let at = 0;
  for (const { rows, column } of stretches) {
    if (column) joined.set(column, at);
    else joined.fill(empty, at, at + rows);
    at += rows;
  }
  return joined;
}

/** Joins the columns that no field uses, by their names. */
export function concatAttributes(
  parts: readonly { readonly rows: number; readonly attributes: readonly Attribute[] }[],
): Attribute[] {
  const names = [...new Set(parts.flatMap(({ attributes }) => attributes.map(({ name }) => name)))];
  const byName = parts.map(({ attributes }) => new Map(attributes.map(({ name, column }) => [name, column])));
  return names.map((name) => ({
    name,
    column: concatText(parts.map(({ rows }, i) => ({ rows, column: byName[i].get(name) ?? null }))),
  }));
}
