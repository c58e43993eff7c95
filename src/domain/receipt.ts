import type { Day } from './calendar';
import type { NoticeCode } from './notices';
import type { Role } from './roles';
import type { StatusTotal } from './statuses';
import type { WrittenTimes } from './time-zone';

/**
 * What the files were read as, for whoever brought them to hold against her own system. Money in 1/10,000. It is worked out of
 * what was loaded, so that it cannot differ from the figures.
 */
export interface Receipt {
  readonly currency: string | null;
  /** All sales together; null where no file holds any. */
  readonly sales: SalesTotals | null;
  /** What else the files hold, each role together, in the order of `ROLES`. */
  readonly records: readonly RecordTotals[];
  /** Every table that was brought, each row of it counted once. */
  readonly files: readonly ReceiptFile[];
  /** The first purchase, the one in the middle and the last. */
  readonly orders: readonly SampleOrder[];
  readonly statuses: readonly ReceiptStatus[];
  readonly notices: readonly ReceiptNotice[];
  /** Null where no two spellings of a key are known. */
  readonly spellings: KeySpellings | null;
  /** Null where no stamp says where its clock stands. */
  readonly times: ReceiptTimes | null;
}

/** Customers whose keys are written in more than one way over all files. */
export interface KeySpellings {
  readonly customers: number;
  /** The first of them, with the spelling that stands for both. */
  readonly example: readonly [string, string];
  /** Their spellings are taken as one; else each is a customer of its own. */
  readonly areOne: boolean;
}

/** Time-stamps that name an instant, of all tables together. */
export interface ReceiptTimes extends WrittenTimes {
  /** The tables that hold them. */
  readonly tables: readonly string[];
}

export interface SalesTotals {
  /** Orders of any kind; `purchases` of them count, the others were given back or called off. */
  readonly orders: number;
  readonly purchases: number;
  /** Purchases that name no customer: among `purchases`. */
  readonly unnamed: number;
  /** Customers with a purchase, and those of them with exactly one. */
  readonly customers: number;
  readonly once: number;
  readonly lines: number;
  /** False where the file has no amounts, so that money is 0. */
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
  /** Different customers that the rows name; 0 where they name none. */
  readonly customers: number;
  /** Different companies that deals name beside their contacts; 0 for other roles. */
  readonly companies: number;
  /** Contracts that have ended, deals that were won; null for other roles and where it is not said. */
  readonly closed: number | null;
  /** Money of spend and deals; null for other roles. */
  readonly amount: number | null;
  readonly from: Day | null;
  readonly until: Day | null;
}

export interface ReceiptFile {
  /** The table's id: its file, with the sheet. */
  readonly table: string;
  /** `joined` where its columns stand beside another table; none where it is not used. */
  readonly roles: readonly (Role | 'joined')[];
  /** The known system whose export it is. */
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
  /** The field that could not be read; '' where no field is meant. */
  readonly field: string;
  readonly rows: number;
}

export interface SampleOrder {
  readonly customer: string | null;
  readonly day: Day | null;
  /** '' where the file has no order numbers. */
  readonly order: string;
  readonly lines: readonly SampleLine[];
  /** Lines of the order beyond those that are listed. */
  readonly more: number;
  /** Null where the file has no amounts. */
  readonly total: number | null;
  /** Where its first line stands. */
  readonly file: string;
  readonly line: number;
}
export interface SampleLine {
  /** '' where the file names neither product nor category. */
  readonly item: string;
  /** In pieces; null where it is not said. */
  readonly quantity: number | null;
  /** What the line leaves: negative where it was given back; null where the file has no amounts. */
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
