import type { Day } from './calendar';
import type { FileBalance, Rejection } from './columns';
import type { Encoding, EncodingChoice } from './encodings';
import type { TableQuestion } from './questions';
import type { Shape } from './shape';
import type { DecimalMark, Role, RoleReading } from './roles';
import type { UnificationReport } from './unification';

export type { RoleReading } from './roles';

/** The guess for one column of a file, with its evidence. */
export interface ColumnReading {
  readonly name: string;
  readonly type: 'integer' | 'decimal' | 'day' | 'flag' | 'text' | 'empty';
  readonly format: string | null;
  readonly rows: number;
  readonly blank: number;
  readonly distinct: number;
  readonly first: readonly string[];
  readonly confidence: 'sure' | 'look' | 'unused';
  /** A short plain sentence. */
  readonly evidence: string;
}

/** One reading of an ambiguous date column, with the days that it gives. */
export interface DateReading {
  readonly format: string;
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** Distinct days. */
  readonly days: number;
  /** Longest run of adjacent days. */
  readonly longestRun: number;
  /** Rows per day for a histogram: ascending days with their counts. */
  readonly histogram: readonly { readonly day: Day; readonly rows: number }[];
}

/** Made only where the values allow several readings. */
export interface DateQuestion {
  /** What is ambiguous: the order of day and month (if left out), the calendar, or the first month of the fiscal year. */
  readonly code?: 'date_order' | 'calendar' | 'fiscal_start';
  readonly column: string;
  /** The first value as it is in the file. */
  readonly example: string;
  readonly rows: number;
  readonly readings: readonly DateReading[];
}

/** A column of numbers that are whole or decimal, depending on their mark: `1.234`. */
export interface MarkQuestion {
  readonly column: string;
  /** A value that can be read in both ways. */
  readonly example: string;
  readonly rows: number;
  /** The likelier one first. */
  readonly readings: readonly DecimalMark[];
}

/** The id of a table: its file, with the sheet where it is a workbook. */
export const tableId = ({ file, sheet }: { readonly file: string; readonly sheet: string | null }): string =>
  sheet === null ? file : `${file}#${sheet}`;

/** A file as it comes to the engine. */
export interface BroughtFile {
  readonly name: string;
  readonly blob: Blob;
  /** The encoding that the user has chosen. */
  readonly encoding?: Encoding;
}

/** A table that was read and understood, but not yet loaded. */
export interface InspectedTable {
  /** `file` or `file#sheet`: unique among the inspected tables. */
  readonly id: string;
  /** The shapes that brought it into this form. */
  readonly shapes: readonly Shape[];
  readonly file: string;
  readonly sheet: string | null;
  readonly bytes: number;
  readonly rows: number;
  readonly setAside: number;
  /** Notes on how it was read, one sentence each. */
  readonly notes: readonly string[];
  readonly header: readonly string[];
  /** The header in the file, where shapes have changed it. */
  readonly fileHeader?: readonly string[];
  readonly headerLine: number;
  /** `comma-separated, UTF-8, header in line 1` */
  readonly dialect: string;
  /** Its possible encodings; left out where the file states its own. */
  readonly encodings?: EncodingChoice;
  readonly columns: readonly ColumnReading[];
  /** The guessed roles; empty where the table seems to have none. */
  readonly roles: readonly RoleReading[];
  readonly questions: readonly DateQuestion[];
  readonly markQuestions: readonly MarkQuestion[];
  /** Questions on which money or the number of customers may depend, not counted yet; left out in a kept workspace, which has no file. */
  readonly asks?: readonly TableQuestion[];
  /** Other tables here that have exactly the same cells. */
  readonly sameAs: readonly string[];
  /** The first rows, as text. */
  readonly preview: readonly (readonly string[])[];
}

/** What the user has decided about one table. No roles: left out. */
export interface TableChoice {
  readonly table: string;
  readonly roles: readonly RoleReading[];
}

/** How many values of a column were rejected for a reason, and the first of them. */
export interface ReasonCount {
  readonly column: string;
  readonly reason: string;
  readonly count: number;
  readonly first: Rejection;
}

/** The result of a load. */
export interface LoadReport {
  readonly generation: number;
  readonly name: string;
  readonly files: readonly FileBalance[];
  /** The first of them; `rejected` counts all. */
  readonly rejections: readonly Rejection[];
  readonly rejected: number;
  /** Counts of all of them by column and reason, the most frequent first. */
  readonly rejectedBy: readonly ReasonCount[];
  /** Values that could not be read and were left empty in loaded rows. */
  readonly leftEmpty: readonly Rejection[];
  readonly leftEmptyBy: readonly ReasonCount[];
  /** Rows that equal an earlier one of their role in every cell, kept or merged. */
  readonly duplicates: { readonly [R in Role]?: number };
  /** Currencies that the lines name, the commonest first. */
  readonly currencies: readonly { readonly currency: string; readonly rows: number }[];
  /** Lines without a currency, which are taken for the commonest. */
  readonly unnamedCurrency: number;
  readonly summary: WorkspaceSummary;
  readonly facets: readonly Facet[];
  /** Tables of deals that were given no other role, with how those that were won were read as purchases. */
  readonly wonDeals: readonly TableChoice[];
  /** Columns of the survey by which answers can be broken down. */
  readonly answerFields: readonly string[];
  /** Null where at most one file lists customers, and no customer seems to be in it twice. */
  readonly unification: UnificationReport | null;
}

/** The figures of `summary.json`; money as integers of 1/10,000. */
export interface WorkspaceSummary {
  readonly observed_from: Day | null;
  readonly observed_until: Day | null;
  readonly currency: string | null;
  readonly customers: number;
  readonly customers_with_purchases: number;
  readonly purchases: number;
  readonly transaction_lines: number;
  readonly return_lines: number;
  readonly gross: number;
  readonly returned: number;
  readonly net: number;
  readonly profit: number | null;
  readonly unknown_customer: { readonly lines: number; readonly net: number };
  readonly available: readonly string[];
}

/** A field to filter by, with its values and the number of customers or lines of each. */
export interface Facet {
  readonly kind: 'customer' | 'line';
  readonly field: string;
  readonly values: readonly { readonly value: string; readonly count: number }[];
  /** Whether there are more values than are listed. */
  readonly more: number;
}

export interface Progress {
  /** The step of the work, as a code. */
  readonly step: 'reading' | 'understanding' | 'checking' | 'matching' | 'loading' | 'opening';
  readonly file: string | null;
  readonly done: number;
  readonly total: number;
  readonly rows: number;
}
