import type { Role } from './roles';
import type { Unification } from './unification';

/** Text stored once per distinct value. Code -1 is empty. */
export interface TextColumn {
  readonly codes: Int32Array;
  readonly values: readonly string[];
}

export interface Attribute {
  /** The header as it is in the file. */
  readonly name: string;
  readonly column: TextColumn;
}

/** METRICS.md rule 4. A void line was cancelled: it counts once in gross and once in returned. */
export const SALE = 0;
export const RETURN = 1;
export const VOID = 2;

/** Validated transaction lines, in the order of their files. All arrays have `rows` entries. */
export interface TransactionColumns {
  readonly rows: number;
  /** Index into `Dataset.files`, and the line in that file. */
  readonly file: Int32Array;
  readonly line: Int32Array;
  readonly customer: TextColumn | null;
  /** Where customers files were unified: the unit (see `Unification`) of the key, -1 where no unit has it. */
  readonly unit?: Int32Array;
  readonly order: TextColumn | null;
  /** Each row is an order of its own. */
  readonly eachRow: boolean;
  /** Days since 1970-01-01; null where no date is mapped. */
  readonly day: Int32Array | null;
  /** Second of the day, -1 where a row has a bare date; null where no row has a time. */
  readonly second: Int32Array | null;
  readonly product: TextColumn | null;
  readonly category: TextColumn | null;
  readonly channel: TextColumn | null;
  readonly department: TextColumn | null;
  readonly currency: TextColumn | null;
  /** Ten-thousandths of a unit, negative on returns as in the file; null where not mapped. NaN is empty. */
  readonly quantity: Float64Array | null;
  /** Money; negative on returns; all 0 where the file has no amounts. */
  readonly amount: Float64Array;
  readonly hasAmount: boolean;
  /** Money; null without cost or margin. The profit of a line without a cost is its whole amount. */
  readonly profit: Float64Array | null;
  /** SALE, RETURN or VOID. */
  readonly kind: Uint8Array;
  /** Columns mapped to no field. */
  readonly attributes: readonly Attribute[];
}

/** Validated rows of any other role. Fields not mapped are absent. */
export interface RecordTable {
  readonly role: Role;
  readonly rows: number;
  readonly file: Int32Array;
  readonly line: Int32Array;
  /** Fields of type text, key, flag (`yes`, `no`) and stage (ids of `FUNNEL_STAGES`). */
  readonly text: Readonly<Record<string, TextColumn>>;
  /** Fields of type day; NO_DAY where empty. */
  readonly day: Readonly<Record<string, Int32Array>>;
  /** Fields of type money (1/10,000), number and share (plain doubles); NaN where empty. */
  readonly number: Readonly<Record<string, Float64Array>>;
  readonly attributes: readonly Attribute[];
  /** The unit of `tenure`. */
  readonly tenureUnit?: 'days' | 'weeks' | 'months' | 'years';
  /** The scale of `score`, `0-10` or `1-7`, where the mapping states it. */
  readonly scoreScale?: string;
}

/** A rejected row: file, line, value and reason. `column` is the field's name. */
export interface Rejection {
  readonly file: string;
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly reason: string;
}

/** rows_read = rows_loaded + rows_rejected + rows_merged + rows_set_aside, for each file and role. */
export interface FileBalance {
  readonly name: string;
  /** The sheet, for a workbook of several. */
  readonly sheet?: string;
  /** `joined`: its columns were added to another table's rows. */
  readonly role: Role | 'joined';
  readonly rows_read: number;
  readonly rows_loaded: number;
  readonly rows_rejected: number;
  readonly rows_merged: number;
  readonly rows_set_aside: number;
  readonly reasons: Readonly<Record<string, number>>;
}

/** The validated columns of all files. */
export interface Dataset {
  readonly transactions: TransactionColumns | null;
  readonly records: { readonly [R in Exclude<Role, 'transactions'>]?: RecordTable };
  readonly files: readonly FileBalance[];
  /** As `files`, with the sheet of a workbook: `book.xlsx#Cards`. */
  readonly sources?: readonly string[];
  /** How the records of the customers files were matched, where these were unified. */
  readonly unification?: Unification;
  readonly rejections: readonly Rejection[];
  /** The currency of all lines, if a file names it. */
  readonly currency: string | null;
}
