import type { Day } from './calendar';
import type { NoticeCode } from './notices';
import type { Role } from './roles';
import type { StatusTotal } from './statuses';
import type { WrittenTimes } from './time-zone';

/**
 * The totals of what was loaded, to be compared with the user's own system. Money in 1/10,000. It is computed from the same
 * columns as all figures, so that it cannot differ from them.
 */
export interface Receipt {
  readonly currency: string | null;
  /** All sales together; null where no file holds any. */
  readonly sales: SalesTotals | null;
  /** Totals of the other roles, over all files, in the order of `ROLES`. */
  readonly records: readonly RecordTotals[];
  /** Every table that was brought; each of its rows is counted once. */
  readonly files: readonly ReceiptFile[];
  /** Examples: the first purchase, the middle one and the last. */
  readonly orders: readonly SampleOrder[];
  readonly statuses: readonly ReceiptStatus[];
  readonly notices: readonly ReceiptNotice[];
  /** Null where no two spellings of a key are known. */
  readonly spellings: KeySpellings | null;
  /** Null where no time-stamp has an offset. */
  readonly times: ReceiptTimes | null;
}

/** Customers whose keys are written in more than one way over all files. */
export interface KeySpellings {
  readonly customers: number;
  /** The first of them, with the spelling that is used for both. */
  readonly example: readonly [string, string];
  /** Whether their spellings are taken as one; else each is a customer of its own. */
  readonly areOne: boolean;
}

/** Time-stamps with an offset, of all tables together. */
export interface ReceiptTimes extends WrittenTimes {
  /** The tables that have them. */
  readonly tables: readonly string[];
}

export interface SalesTotals {
  /** Orders of any kind. Those that are not among `purchases` were returned or cancelled. */
  readonly orders: number;
  readonly purchases: number;
  /** Purchases without a customer; they are among `purchases`. */
  readonly unnamed: number;
  /** Customers with a purchase, and those of them with exactly one. */
  readonly customers: number;
  readonly once: number;
  readonly lines: number;
  /** False where the file has no amounts; then money is 0. */
  readonly hasAmounts: boolean;
  readonly gross: number;
  readonly returned: number;
  readonly net: number;
  /** The first and last day of a line; null without dates. */
  readonly from: Day | null;
  readonly until: Day | null;
}

export interface RecordTotals {
  readonly role: Exclude<Role, 'transactions'>;
  readonly rows: number;
  /** The number of different customers in the rows. */
  readonly customers: number;
  /** The number of different companies that deals name beside their contacts; 0 for other roles. */
  readonly companies: number;
  /** Contracts that have ended, deals that were won; null for other roles, and where the file does not say. */
  readonly closed: number | null;
  /** Money of spend and deals; null for other roles. */
  readonly amount: number | null;
  readonly from: Day | null;
  readonly until: Day | null;
}

export interface ReceiptFile {
  /** The table's id: its file, with the sheet. */
  readonly table: string;
  /** `joined` where its columns were added to another table; none where it is not used. */
  readonly roles: readonly (Role | 'joined')[];
  /** The known system that exported it. */
  readonly recipe: string | null;
  /** `read` = `loaded` + `rejected` + `merged` + `setAside` + the rows of a table that is not used. */
  readonly read: number;
  readonly loaded: number;
  readonly rejected: number;
  readonly merged: number;
  readonly setAside: number;
  readonly leftOut: readonly LeftOut[];
  readonly sales: SalesTotals | null;
  readonly records: readonly RecordTotals[];
}

/** Rows of one table that are in no figure, for one reason; the most rows first. */
export interface LeftOut {
  readonly kind: 'rejected' | 'set_aside' | 'merged';
  readonly reason: string;
  /** The field that could not be read; '' where the reason is about no field. */
  readonly field: string;
  readonly rows: number;
}

export interface SampleOrder {
  readonly customer: string | null;
  readonly day: Day | null;
  /** '' where the file has no order numbers. */
  readonly order: string;
  readonly lines: readonly SampleLine[];
  /** The number of further lines, which are not listed. */
  readonly more: number;
  /** Null where the file has no amounts. */
  readonly total: number | null;
  /** File and line of its first row. */
  readonly file: string;
  readonly line: number;
}
export interface SampleLine {
  /** '' where the file names neither product nor category. */
  readonly item: string;
  /** In pieces; null where the file does not say. */
  readonly quantity: number | null;
  /** Net money of the line: negative for a return; null where the file has no amounts. */
  readonly amount: number | null;
}

export interface ReceiptStatus extends StatusTotal {
  readonly table: string;
}

export interface ReceiptNotice {
  readonly code: NoticeCode;
  readonly file: string;
  readonly column: string | null;
  readonly count: number;
  readonly sentence: string;
}
