/** How tables are brought into the form that is loaded: one row a line, with all that belongs to it. */
export type Shape = JoinShape | LongShape | BasketShape | FillShape;

/** The columns of another table are put beside the rows that name its key, as an order's customer beside its lines. */
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

/** A column for each month or product becomes a row for each. */
export interface LongShape {
  readonly kind: 'long';
  readonly columns: readonly string[];
  /** Headers of the two columns that take their place: for what stood in the header, and for the cell. */
  readonly nameHeader: string;
  readonly valueHeader: string;
}

/** A row is a basket, and becomes a row for each of its items. */
export interface BasketShape {
  readonly kind: 'baskets';
  readonly columns: readonly string[];
  /** Where an item's name stands: in the cells, or in the headings of columns whose cells say yes. */
  readonly items: 'cells' | 'headings';
  /** Header of the column that numbers the baskets; null where another column names them. */
  readonly orderHeader: string | null;
  readonly productHeader: string;
}

/** Cells that stand once above the rows that they are meant for are filled down. */
export interface FillShape {
  readonly kind: 'fill';
  readonly columns: readonly string[];
}

/**
 * The shape of a table whose columns are called otherwise now.
 * @param naming for a table's id, what a column is called now
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

/** A shape that the values speak for, and why. */
export type ShapeSuggestion = JoinSuggestion | LongSuggestion | BasketSuggestion | FillSuggestion;

/** A table that is in no figure. */
export interface LeftOut {
  readonly table: string;
  /** The table in which its money stands; null where it only tells of rows of another. */
  readonly countedIn: string | null;
}

/** Whether the columns of one table stand beside the rows of another. */
export type JoinAnswer = 'joined' | 'apart';

/** The two tables of a join, as one key: the table that names rows, and the table whose rows it names. */
export const pairOf = (from: string, to: string): string => `${from}\u001f${to}`;

/** What somebody has said of how the tables belong together, each by `pairOf`. */
export interface SaidOfTables {
  /** Answers to questions. */
  readonly answers: Readonly<Record<string, JoinAnswer>>;
  /** Taken apart by hand: they stay apart, but may be told again. */
  readonly undone: readonly string[];
  /** Spellings that mean a key of the other table. */
  readonly spelled: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Tables whose whole form was given: nothing is guessed of them. */
  readonly formed: readonly string[];
  /** Tables of which somebody has chosen what they hold: they stand on their own. */
  readonly chosen: readonly string[];
}

export interface JoinSuggestion {
  readonly table: string;
  /** The table whose own column names the other's rows; another than `table` where that has been joined before. */
  readonly from: string;
  readonly shape: JoinShape;
  /** Without it the table lacks what the other brings: customers, days. */
  readonly needed: boolean;
  /** Too few rows are found to do it unasked, and too many to say no. */
  readonly isUnsure: boolean;
  /** The other table only lists some of the rows, with what became of them: those that came back. */
  readonly marksSales: boolean;
  /** Headers that the table gains. */
  readonly brings: readonly string[];
  /** Rows of `from` whose key is found, as it stands. */
  readonly rowsFound: number;
  readonly rows: number;
  /** Keys of the other table that some row names, and how many it has. */
  readonly keysNamed: number;
  readonly keys: number;
  /** Spellings that differ only in case, spaces and marks. */
  readonly spellings: readonly Spelling[];
}

export interface LongSuggestion {
  readonly table: string;
  readonly shape: LongShape;
  readonly needed: boolean;
  /** Rows that would come of it: cells that are neither blank nor 0. */
  readonly rowsAfter: number;
}

export interface BasketSuggestion {
  readonly table: string;
  readonly shape: BasketShape;
  readonly needed: boolean;
  readonly baskets: number;
  /** Rows that would come of it. */
  readonly itemRows: number;
}

export interface FillSuggestion {
  readonly table: string;
  readonly shape: FillShape;
  readonly needed: boolean;
  /** Rows in which a cell would be filled. */
  readonly rowsFilled: number;
}
