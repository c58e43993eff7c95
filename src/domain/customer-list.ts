import type { Day } from './calendar';
import type { StoryRecord } from './unification';

/** One line of the customers list. Money in 1/10,000. */
export interface CustomerRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** Purchases, money, and the first and last purchase day are of what is in view. */
  readonly purchases: number;
  readonly net: number;
  /** Null without cost or margin. */
  readonly profit: number | null;
  readonly first: Day | null;
  readonly last: Day | null;
  /** On the whole file: 1 (best) to 5; 0 without a line. */
  readonly quintile: number;
  readonly attributes: Readonly<Record<string, string>>;
}
export type CustomerSort = 'id' | 'name' | 'purchases' | 'net' | 'profit' | 'first' | 'last' | 'quintile';

export interface CustomerPage {
  readonly total: number;
  readonly rows: readonly CustomerRow[];
  /** Of the whole list, not of this page of it. */
  readonly net: number;
  readonly profit: number | null;
}

/** One order in a customer's story. */
export interface StoryOrder {
  readonly order: string;
  readonly day: Day | null;
  readonly purchase: boolean;
  readonly net: number;
  readonly lines: readonly {
    readonly day: Day | null;
    readonly product: string;
    readonly category: string;
    /** In plain units. */
    readonly quantity: number | null;
    readonly net: number;
    readonly kind: 'sale' | 'return' | 'void';
    /** File and line of the row. */
    readonly file: string;
    readonly line: number;
  }[];
}
export interface CustomerStory {
  /** On the whole file. */
  readonly customer: CustomerRow;
  readonly orders: readonly StoryOrder[];
  readonly stages: readonly { readonly stage: string; readonly day: Day | null }[];
  /** The customer's records in the customers files; empty where files were not unified. */
  readonly records: readonly StoryRecord[];
}
