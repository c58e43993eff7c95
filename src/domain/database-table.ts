/** A table of the database as plain columns, ready to be transferred and filled in. */
export interface DatabaseTable {
  readonly name: string;
  readonly columns: readonly DatabaseColumn[];
  readonly rows: number;
}
export interface DatabaseColumn {
  readonly name: string;
  readonly type: 'INTEGER' | 'TEXT';
  /** Int32 or Float64 of integers; NO_DAY and NaN are NULL. Text as an array of strings, null is NULL. */
  readonly values: Int32Array | Float64Array | readonly (string | null)[];
}

/** A field that a filter may name (by the user's header), and where the database keeps it: a row of its table `fields`. */
export type FilterField = CustomerField | LineField;
export interface CustomerField {
  readonly kind: 'customer';
  readonly field: string;
  /** A column of `customers`. */
  readonly column: string;
}
export interface LineField {
  readonly kind: 'line';
  readonly field: string;
  /** The column of `lookup` that holds the values. */
  readonly column: string;
  readonly lookup: string;
  /** The column that `lines` and `lookup` share. */
  readonly key: string;
}
