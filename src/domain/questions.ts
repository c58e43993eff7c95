import type { RoleReading } from './roles';
import type { Day } from './calendar';
import type { Shape } from './shape';

/**
 * What only whoever brought the file can tell, where money or people depend on it. Each reading is a whole way to read the
 * table, so that an answer is nothing but the choice of one. The first is used until somebody answers.
 */
export interface TableQuestion {
  readonly code: QuestionCode;
  /** The table's id. */
  readonly table: string;
  /** The column that it is about, as the file calls it. */
  readonly column: string | null;
  /** In a shopkeeper's words. */
  readonly sentence: string;
  /** A row or value of the user's own that shows it. */
  readonly example: string;
  readonly readings: readonly QuestionReading[];
}

export interface QuestionReading {
  /** As a mapping file or a report would name it. */
  readonly answer: string;
  /** As a button says it. */
  readonly label: string;
  readonly roles: readonly RoleReading[];
  readonly shapes?: readonly Shape[];
  /** What follows from it beside money and customers: how long stays are, that there are no sales. */
  readonly effect?: string;
  /** What the table comes to when it is read so; null until it was counted. */
  readonly totals: ReadingTotals | null;
}

export interface ReadingTotals {
  /** 1/10,000. */
  readonly net: number;
  readonly customers: number;
  /** Those of them with a purchase. */
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
