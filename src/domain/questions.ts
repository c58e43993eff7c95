import type { RoleReading } from './roles';
import type { Day } from './calendar';
import type { JoinSuggestion, LeftOut, ShapeSuggestion } from './shape';

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
  /** Where two tables may belong together: the readings are `joined` and `apart`, and the answer brings both into form. */
  readonly join?: JoinSuggestion;
}

export interface QuestionReading {
  /** As a mapping file or a report would name it. */
  readonly answer: string;
  /** As a button says it. */
  readonly label: string;
  readonly roles: readonly RoleReading[];
  /** What follows from it beside money and customers: how long stays are, that there are no sales. */
  readonly effect?: string;
  /** What the table comes to when it is read so; null until it was counted. */
  readonly totals: ReadingTotals | null;
}

/** What the tables that are here say of each other. */
export interface TableAdvice {
  /** Joins to be done, those of one table in their order. */
  readonly joins: readonly JoinSuggestion[];
  /** Forms of one table each, and joins that are done only where somebody wants them. */
  readonly shapes: readonly ShapeSuggestion[];
  /** Whether tables belong together, answered or not; what each answer comes to is not counted yet. */
  readonly asked: readonly TableQuestion[];
  readonly leftOut: readonly LeftOut[];
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
