import type { Day } from './calendar';
import type { Role } from './roles';

/** A number of lines, and the number of all lines. */
interface Counted {
  readonly lines: number;
  readonly of: number;
}

/**
 * Findings about the quality of the data. None changes a figure. Money is an integer of 1/10,000, days count from
 * 1970-01-01, spans of days include their ends.
 */
export type QualityFinding =
  | (Counted & { readonly id: 'missing_customer'; readonly net: number; readonly netOf: number })
  | (Counted & { readonly id: 'late_days'; readonly last: Day; readonly file: string; readonly savedOn: Day })
  | (Counted & {
      readonly id: 'far_days';
      readonly earliest: Day;
      readonly latest: Day;
      /** The days of all other lines. */
      readonly from: Day;
      readonly until: Day;
    })
  | (Counted & { readonly id: 'outlying_amounts'; readonly limit: number; readonly largest: number })
  | {
      readonly id: 'calendar_gaps';
      readonly gaps: number;
      readonly longest: readonly { readonly from: Day; readonly until: Day; readonly days: number }[];
      /** Days without a line between two with one: 95 of 100 gaps are no longer. */
      readonly usual: number;
    }
  | (Counted & { readonly id: 'duplicates'; readonly role: Role; readonly merged: boolean })
  | (Counted & { readonly id: 'test_lines'; readonly words: readonly string[] })
  | (Counted & { readonly id: 'cancelled_lines'; readonly gross: number })
  | (Counted & { readonly id: 'cancelled_words'; readonly column: string; readonly words: readonly string[] })
  | (Counted & { readonly id: 'shared_orders'; readonly orders: number });

/** Rows of one file with all their cells. */
export interface RowTable {
  readonly file: string;
  readonly header: readonly string[];
  readonly rows: readonly {
    readonly line: number;
    readonly cells: readonly string[];
    /** The index of the cell that a finding is about; -1 for none. */
    readonly at: number;
  }[];
}
