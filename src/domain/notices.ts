/**
 * What was noticed while files were read, understood, checked and brought together, and what whoever brought them should know.
 * A notice changes no figure by itself: it says what was done, or what could not be known. The page shows it, and the report
 * writes it under `quality` in `summary.json`.
 */
export interface Notice {
  readonly code: NoticeCode;
  /** The file, with its sheet where it has several; '' where all files are meant. */
  readonly file: string;
  /** Rows, customers, values or columns that it speaks of: what, the sentence says. */
  readonly count: number;
  /** The column as the file calls it. */
  readonly column?: string;
  /** The first few values, texts or other columns that it speaks of. */
  readonly values?: readonly string[];
  /** Of how many. */
  readonly of?: number;
}

const SHOWN = 3;

/** `“a”, “b” and 4 more` */
function quoted(values: readonly string[] = []): string {
  const shown = values.slice(0, SHOWN).map((value) => `“${value}”`);
  const more = values.length - SHOWN;
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** One sentence for each code, in a shopkeeper's words: what, where, and what follows from it. */
const SENTENCES = {
  unreadable_days: (notice) =>
    `“${notice.column ?? ''}” looks like dates that cannot be read: ${quoted(notice.values)}. Lines without a day are in no figure by time.`,
  no_customer_column: () =>
    'No column names the customer, so every row is a sale of its own and nothing is said of customers. If a column does, choose it.',
  discount_as_share: (notice) =>
    `“${notice.column ?? ''}” was read as per cent off the price (${quoted(notice.values)}), not as money off.`,
  discount_as_money: (notice) =>
    `“${notice.column ?? ''}” was read as money off the line (${quoted(notice.values)}), not as per cent.`,
  minor_units: (notice) =>
    `“${notice.column ?? ''}” is written in cents (${quoted(notice.values)}) and was divided by 100.`,
  unknown_status_words: (notice) =>
    `What ${quoted(notice.values)} in “${notice.column ?? ''}” say of an order is not known: ${notice.count} lines with them count as sales. Say which of them were called off, given back or never paid.`,
  order_amount_once: (notice) =>
    `“${notice.column ?? ''}” stands on every line of an order alike: in ${notice.count} orders of several lines it counts once, not once for each line.`,
  order_amount_of_lines: (notice) =>
    `“${notice.column ?? ''}” was to be money of a whole order, but differs between the lines of ${notice.count} orders: it is taken as each line's own.`,
} as const satisfies Readonly<Record<string, (notice: Notice) => string>>;

export type NoticeCode = keyof typeof SENTENCES;

export const sentenceOfNotice = (notice: Notice): string => SENTENCES[notice.code](notice);
