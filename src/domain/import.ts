import type { Day } from './calendar';
import type { FileBalance, Rejection } from './columns';
import type { Encoding, EncodingChoice } from './encodings';
import type { TableQuestion } from './questions';
import type { Shape } from './shape';
import type { DecimalMark, Role, RoleReading } from './roles';
import type { UnificationReport } from './unification';

export type { RoleReading } from './roles';

/** What one column of a file seems to be, and why. */
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

/** One way to read an ambiguous date column, with what would follow from it. */
export interface DateReading {
  readonly format: string;
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** Distinct days. */
  readonly days: number;
  /** Longest run of adjacent days. */
  readonly longestRun: number;
  /** Rows a day, for a small picture: ascending days with their counts. */
  readonly histogram: readonly { readonly day: Day; readonly rows: number }[];
}

/** Asked only where the file cannot say. */
export interface DateQuestion {
  /** Which number is the day, which calendar counts the years, or in which month the fiscal year begins. Left out: the first. */
  readonly code?: 'date_order' | 'calendar' | 'fiscal_start';
  readonly column: string;
  /** The first value, as it stands in the file. */
  readonly example: string;
  readonly rows: number;
  readonly readings: readonly DateReading[];
}

/** Numbers that are whole or decimal, as their mark is read: `1.234`. */
export interface MarkQuestion {
  readonly column: string;
  /** A value that shows it. */
  readonly example: string;
  readonly rows: number;
  /** The likelier one first. */
  readonly readings: readonly DecimalMark[];
}

/** How a table is called among all that were brought: its file, with the sheet where it is a workbook. */
export const tableId = ({ file, sheet }: { readonly file: string; readonly sheet: string | null }): string =>
  sheet === null ? file : `${file}#${sheet}`;

/** A file as it comes to the engine. */
export interface BroughtFile {
  readonly name: string;
  readonly blob: Blob;
  /** Somebody has chosen how its text is coded. */
  readonly encoding?: Encoding;
}

/** A table that was read and understood, but not yet loaded. */
export interface InspectedTable {
  /** `file` or `file#sheet`: unique among the inspected. */
  readonly id: string;
  /** What was done to bring it into this form. */
  readonly shapes: readonly Shape[];
  readonly file: string;
  readonly sheet: string | null;
  readonly bytes: number;
  readonly rows: number;
  readonly setAside: number;
  /** What to know of how it was read, a sentence each. */
  readonly notes: readonly string[];
  readonly header: readonly string[];
  /** As it stands in the file, where shapes have changed it. */
  readonly fileHeader?: readonly string[];
  readonly headerLine: number;
  /** `comma-separated, UTF-8, header in line 1` */
  readonly dialect: string;
  /** What else its letters could be; not there where the file itself says how they are coded. */
  readonly encodings?: EncodingChoice;
  readonly columns: readonly ColumnReading[];
  /** The guess: empty where the table seems to have no role. */
  readonly roles: readonly RoleReading[];
  readonly questions: readonly DateQuestion[];
  readonly markQuestions: readonly MarkQuestion[];
  /** What money or people may depend on, not counted yet; not there where the file is not at hand. */
  readonly asks?: readonly TableQuestion[];
  /** Other tables that are held, with the very same cells. */
  readonly sameAs: readonly string[];
  /** The first rows, as text. */
  readonly preview: readonly (readonly string[])[];
}

/** What the user has decided about one table. No roles: left out. */
export interface TableChoice {
  readonly table: string;
  readonly roles: readonly RoleReading[];
}

/** How often a column failed for a reason, and where it did first. */
export interface ReasonCount {
  readonly column: string;
  readonly reason: string;
  readonly count: number;
  readonly first: Rejection;
}

/** What came of loading. */
export interface LoadReport {
  readonly generation: number;
  readonly name: string;
  readonly files: readonly FileBalance[];
  /** The first of them; `rejected` counts all. */
  readonly rejections: readonly Rejection[];
  readonly rejected: number;
  /** All of them, told by column and reason; the most frequent first. */
  readonly rejectedBy: readonly ReasonCount[];
  /** Values that could not be read in rows that were loaded all the same. */
  readonly leftEmpty: readonly Rejection[];
  readonly leftEmptyBy: readonly ReasonCount[];
  /** Rows that equal an earlier one of their role in every cell, kept or merged. */
  readonly duplicates: { readonly [R in Role]?: number };
  /** Currencies that the lines name, the commonest first. */
  readonly currencies: readonly { readonly currency: string; readonly rows: number }[];
  /** Lines that name none: taken for the commonest. */
  readonly unnamedCurrency: number;
  readonly summary: WorkspaceSummary;
  readonly facets: readonly Facet[];
  /** Tables of deals that were given no other role, with how those that were won were read as purchases. */
  readonly wonDeals: readonly TableChoice[];
  /** Columns of the survey, by which answers can be told apart. */
  readonly answerFields: readonly string[];
  /** Null where one file, or none, lists customers and nobody seems to be in it twice. */
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

/** Something to filter by, with its values and how many customers or lines have each. */
export interface Facet {
  readonly kind: 'customer' | 'line';
  readonly field: string;
  readonly values: readonly { readonly value: string; readonly count: number }[];
  /** More values than are listed. */
  readonly more: number;
}

export interface Progress {
  /** What is being done, as a code. */
  readonly step: 'reading' | 'understanding' | 'checking' | 'matching' | 'loading' | 'opening';
  readonly file: string | null;
  readonly done: number;
  readonly total: number;
  readonly rows: number;
}
