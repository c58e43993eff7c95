import type { RoleReading } from './roles';
import type { Day } from './calendar';
import type { JoinSuggestion, LeftOut, ShapeSuggestion } from './shape';

/**
 * What only the user can tell, where money or the number of customers depends on it. Each reading is a complete way to read
 * the table, and an answer chooses one of them. The first is used until there is an answer.
 */
export interface TableQuestion {
  readonly code: QuestionCode;
  /** The table's id. */
  readonly table: string;
  /** The header of the column that it is about. */
  readonly column: string | null;
  /** In everyday words. */
  readonly sentence: string;
  /** A row or value of the file as an example. */
  readonly example: string;
  readonly readings: readonly QuestionReading[];
  /** Where two tables may belong together: the readings are `joined` and `apart`, and the answer shapes both. */
  readonly join?: JoinSuggestion;
}

export interface QuestionReading {
  /** The name of the answer in a mapping file or a report. */
  readonly answer: string;
  /** The label of its button. */
  readonly label: string;
  readonly roles: readonly RoleReading[];
  /** Consequences other than money and customers: how long stays are, that there are no sales. */
  readonly effect?: string;
  /** The totals of the table under this reading; null until they have been counted. */
  readonly totals: ReadingTotals | null;
}

/** How the tables that are here may belong together. */
export interface TableAdvice {
  /** Joins to apply, those of one table in their order. */
  readonly joins: readonly JoinSuggestion[];
  /** Shapes of single tables, and joins that are only offered. */
  readonly shapes: readonly ShapeSuggestion[];
  /** Questions whether tables belong together, answered or not, without the totals of their readings. */
  readonly asked: readonly TableQuestion[];
  readonly leftOut: readonly LeftOut[];
}

export interface ReadingTotals {
  /** 1/10,000. */
  readonly net: number;
  readonly customers: number;
  /** Customers with a purchase. */
  readonly buyers: number;
  readonly purchases: number;
  readonly from: Day | null;
  readonly until: Day | null;
}

export const QUESTION_CODES = [
  'date_order',
  'calendar',
  'fiscal_start',
  'decimal_mark',
  'amount_column',
  'amount_of_order',
  'minor_units',
  'discount_kind',
  'status_words',
  'customer_column',
  'tenure_unit',
  'score_scale',
  'join',
  'role',
] as const;
export type QuestionCode = (typeof QUESTION_CODES)[number];
