/** Shapes bring tables into the form that is loaded: one row per line, with all its columns. */
export type Shape = JoinShape | LongShape | BasketShape | FillShape;

/** Adds the columns of another table to the rows that name its key, as an order's customer to its lines. */
export interface JoinShape {
  readonly kind: 'join';
  /** The table that is joined, by its id. */
  readonly with: string;
  /** The column that names a row of the other table. */
  readonly column: string;
  /** The other table's key. */
  readonly withColumn: string;
  /** Spellings in `column` that mean a key of the other table: `GTXPro` is `GTX Pro`. */
  readonly same: Readonly<Record<string, string>>;
}

/** Turns a column for each month or product into a row for each. */
export interface LongShape {
  readonly kind: 'long';
  readonly columns: readonly string[];
  /** Headers of the two columns that take their place: one for the former header, one for the cell. */
  readonly nameHeader: string;
  readonly valueHeader: string;
}

/** Turns a row that is a basket into a row for each of its items. */
export interface BasketShape {
  readonly kind: 'baskets';
  readonly columns: readonly string[];
  /** Where the names of items are: in the cells, or in the headers of columns whose cells say yes. */
  readonly items: 'cells' | 'headings';
  /** Header of the column that numbers the baskets; null where another column names them. */
  readonly orderHeader: string | null;
  readonly productHeader: string;
}

/** Fills cells down that are written once above the rows that they apply to. */
export interface FillShape {
  readonly kind: 'fill';
  readonly columns: readonly string[];
}

/**
 * A shape with the new names of columns that were renamed.
 * @param naming for a table's id, the new name of a column
 */
export function renameColumns(shape: Shape, table: string, naming: (table: string) => (name: string) => string): Shape {
  if (shape.kind !== 'join') return { ...shape, columns: shape.columns.map(naming(table)) };
  return {
    ...shape,
    column: naming(table)(shape.column),
    withColumn: naming(shape.with)(shape.withColumn),
  };
}

export const NOTHING_SAID: SaidOfTables = { answers: {}, undone: [], spelled: {}, formed: [], chosen: [] };

export interface Spelling {
  readonly from: string;
  readonly to: string;
  readonly rows: number;
}

/** A shape that is suggested by the values, with its evidence. */
export type ShapeSuggestion = JoinSuggestion | LongSuggestion | BasketSuggestion | FillSuggestion;

/** A table that is in no figure. */
export interface LeftOut {
  readonly table: string;
  /** The table that has its money; null where it only describes rows of another. */
  readonly countedIn: string | null;
}

/** The answer to whether two tables are joined. */
export type JoinAnswer = 'joined' | 'apart';

/** The two tables of a join, as one key: the table that names rows, and the table whose rows it names. */
export const pairOf = (from: string, to: string): string => `${from}\u001f${to}`;

/** The user's decisions on joins, each by `pairOf`. */
export interface SaidOfTables {
  /** Answers to questions. */
  readonly answers: Readonly<Record<string, JoinAnswer>>;
  /** Joins undone by hand: not applied again, but still offered. */
  readonly undone: readonly string[];
  /** Spellings that mean a key of the other table. */
  readonly spelled: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Tables whose form was given by a mapping: no shape is guessed for them. */
  readonly formed: readonly string[];
  /** Tables whose role the user has chosen: they are not joined to others. */
  readonly chosen: readonly string[];
}

export interface JoinSuggestion {
  readonly table: string;
  /** The table that the naming column comes from; not `table` where an earlier join brought the column. */
  readonly from: string;
  readonly shape: JoinShape;
  /** Whether the table needs columns of the other: customers, days. */
  readonly needed: boolean;
  /** Whether to ask: the share of rows that are found is neither high enough to join nor low enough not to. */
  readonly isUnsure: boolean;
  /** Whether the other table lists only some of the rows, such as the returned orders. */
  readonly marksSales: boolean;
  /** Headers that the table gains. */
  readonly brings: readonly string[];
  /** Rows of `from` whose key is found in the same spelling. */
  readonly rowsFound: number;
  readonly rows: number;
  /** Keys of the other table that some row names, and all its keys. */
  readonly keysNamed: number;
  readonly keys: number;
  /** Spellings that differ only in case, spaces and marks. */
  readonly spellings: readonly Spelling[];
}

export interface LongSuggestion {
  readonly table: string;
  readonly shape: LongShape;
  readonly needed: boolean;
  /** Rows that it would give: cells that are neither blank nor 0. */
  readonly rowsAfter: number;
}

export interface BasketSuggestion {
  readonly table: string;
  readonly shape: BasketShape;
  readonly needed: boolean;
  readonly baskets: number;
  /** Rows that it would give. */
  readonly itemRows: number;
}

export interface FillSuggestion {
  readonly table: string;
  readonly shape: FillShape;
  readonly needed: boolean;
  /** Rows in which a cell would be filled. */
  readonly rowsFilled: number;
}
