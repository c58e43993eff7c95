import type { Day } from './calendar';
import type { StoryRecord } from './unification';

/** One line of the customers list. Money in 1/10,000. */
export interface CustomerRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** Purchases and money of what is in view, like the first and the last purchase day. */
  readonly purchases: number;
  readonly net: number;
  /** Null without cost or margin. */
  readonly profit: number | null;
  readonly first: Day | null;
  readonly last: Day | null;
  /** By the whole file: 1 best to 5; 0 without a line. */
  readonly quintile: number;
  readonly attributes: Readonly<Record<string, string>>;
}
export type CustomerSort = 'id' | 'name' | 'purchases' | 'net' | 'profit' | 'first' | 'last' | 'quintile';

export interface CustomerPage {
  readonly total: number;
  readonly rows: readonly CustomerRow[];
  /** Of all in the list, not of the page. */
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
    /** Where the line stands. */
    readonly file: string;
    readonly line: number;
  }[];
}
export interface CustomerStory {
  /** By the whole file. */
  readonly customer: CustomerRow;
  readonly orders: readonly StoryOrder[];
  readonly stages: readonly { readonly stage: string; readonly day: Day | null }[];
  /** The records of the customers files behind the customer; empty where files were not brought together. */
  readonly records: readonly StoryRecord[];
}
