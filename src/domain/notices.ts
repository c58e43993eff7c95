import { writtenCount } from './written-numbers';

/**
 * What the user should know of how files were read, understood, checked and unified.
 * A notice changes no figure: it says what was done, or what could not be known. The page shows it, and the report
 * writes it under `quality` in `summary.json`.
 */
export interface Notice {
  readonly code: NoticeCode;
  /** The file, with its sheet where it has several; '' where all files are meant. */
  readonly file: string;
  /** The number of rows, customers, values or columns that it is about; its sentence says which. */
  readonly count: number;
  /** The column's header. */
  readonly column?: string;
  /** The first few values, texts or other columns that it is about. */
  readonly values?: readonly string[];
  /** The number of which `count` is a part. */
  readonly of?: number;
  /** The lines (or rows of a sheet) of the first few. */
  readonly lines?: readonly number[];
}

const SHOWN = 3;

/** `“a”, “b” and 4 more` */
function quoted(values: readonly string[] = []): string {
  const shown = values.slice(0, SHOWN).map((value) => `“${value}”`);
  const more = values.length - SHOWN;
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

const plural = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;
const rows = (count: number): string => (count === 1 ? '1 row' : `${writtenCount(count)} rows`);

const inLines = (lines: readonly number[] = []): string =>
  lines.length === 0 ? '' : ` (line ${lines.slice(0, SHOWN).join(', ')}${lines.length > SHOWN ? ', …' : ''})`;

/** One sentence for each code, in everyday words: what, where, and what follows from it. */
const SENTENCES = {
  unreadable_days: (notice) =>
    `“${notice.column ?? ''}” looks like dates that cannot be read: ${quoted(notice.values)}. Lines without a day are in no figure by time.`,
  no_customer_column: () =>
    'No column names the customer, so nothing is said of customers. If a column does, choose it.',
  discount_as_share: (notice) =>
    `“${notice.column ?? ''}” was read as per cent off the price (${quoted(notice.values)}), not as money off.`,
  discount_as_money: (notice) =>
    `“${notice.column ?? ''}” was read as money off the line (${quoted(notice.values)}), not as per cent.`,
  minor_units: (notice) =>
    `“${notice.column ?? ''}” is written in cents (${quoted(notice.values)}) and was divided by 100.`,
  doubled_heading: (notice) =>
    `${notice.count} columns are called “${notice.column ?? ''}”: the later ones stand as ${quoted(notice.values)}. Look which of them is meant.`,
  filled_down: (notice) =>
    `“${notice.column ?? ''}” stands once above several rows: it was filled in for ${notice.count} of them.`,
  grouped_rows: (notice) =>
    `The rows stand in ${notice.count} groups under headings such as ${quoted(notice.values)}: each row got the heading of its group as “${notice.column ?? ''}”.`,
  zeros_shown: (notice) =>
    `“${notice.column ?? ''}” is shown with zeros in front in the workbook, such as ${quoted(notice.values)}: it was read as shown.`,
  nested_items: (notice) =>
    `Each record holds a list “${notice.column ?? ''}”: it was read as ${notice.count} rows out of ${notice.of ?? 0} records.`,
  nested_lists_kept: (notice) =>
    `The records hold the lists ${quoted(notice.values)} too: these stand as text, for only one list can become rows.`,
  spellings_differ: (notice) =>
    `${notice.count} names in “${notice.column ?? ''}” differ from others only in capital letters or spaces, such as ${quoted(notice.values)}: they count as different ones.`,
  unknown_status_words: (notice) =>
    `What ${quoted(notice.values)} in “${notice.column ?? ''}” say of an order is not known: ${notice.count} lines with them count as sales. Say which of them were called off, given back or never paid.`,
  order_amount_once: (notice) =>
    `“${notice.column ?? ''}” stands on every line of an order alike: in ${notice.count} orders of several lines it counts once, not once for each line.`,
  order_amount_of_lines: (notice) =>
    `“${notice.column ?? ''}” was to be money of a whole order, but differs between the lines of ${notice.count} orders: it is taken as each line's own.`,
  keys_respelled: (notice) =>
    `${plural(notice.count, 'customer key is', 'customer keys are')} written in another way than elsewhere and taken as the same customer: ${quoted(notice.values)}.`,
  keys_kept_apart: (notice) =>
    `${plural(notice.count, 'customer key is', 'customer keys are')} written in another way than elsewhere and kept apart as ${notice.count === 1 ? 'another customer' : 'other customers'}: ${quoted(notice.values)}.`,
  keys_not_met: (notice) =>
    `${notice.count} of the ${notice.of ?? 0} customers in ${notice.file} are not in the list of customers (${quoted(notice.values)}): nothing but their purchases is known of them.`,
  keys_in_scientific_notation: (notice) =>
    `“${notice.column ?? ''}” holds numbers that a spreadsheet has shortened, such as ${quoted(notice.values)}: several customers or orders may stand under each of these ${notice.count}, and they cannot be told apart. Export the file anew with this column as text.`,
  placeholder_customers: (notice) =>
    `${quoted(notice.values)} in place of a customer means nobody: ${plural(notice.count, 'row counts', 'rows count')} in money and orders, and for no customer.`,
  joined_by_email: (notice) =>
    `${notice.file} names customers by e-mail: ${notice.count} of its ${notice.of ?? 0} were found in the list of customers by their address.`,
  joined_by_column: (notice) =>
    `${notice.file} names customers by “${notice.column ?? ''}” of the list of customers, not by its key: ${notice.count} of its ${notice.of ?? 0} were found by it.`,
  table_left_out: (notice) =>
    `${notice.file} was left out: it could not be told what it is about (${quoted(notice.values)}).`,
  money_counted_elsewhere: (notice) =>
    `${notice.file} was left out: the money in its rows is that of the orders in ${notice.values?.[0] ?? ''}, and would count twice.`,
  joined_in_part: (notice) =>
    `${writtenCount(notice.count)} of ${writtenCount(notice.of ?? 0)} rows of ${notice.file} name nothing in ${notice.values?.[0] ?? ''} by “${notice.column ?? ''}”: what stands there is empty for them.`,
  days_not_meant: (notice) =>
    `${quoted(notice.values)} in “${notice.column ?? ''}” (${rows(notice.count)}) stands for “no day”, and is read as blank.`,
  far_day: (notice) =>
    `${quoted(notice.values)} in “${notice.column ?? ''}” lies more than 20 years from all other days${inLines(notice.lines)}, and is likely a typing error. ` +
    `Its ${notice.count === 1 ? 'row counts' : 'rows count'} in totals, but in no figure by time.`,
  dates_swapped: (notice) =>
    `“${notice.column ?? ''}” mixes real dates (${rows(notice.count)}, such as ${quoted(notice.values)}) with dates that are text. None of the real ones has a day above 12, ` +
    'while the texts begin with 13 or more: day and month of the real ones were probably swapped when the file was opened.',
  score_scale: ({ column = '', values: [from = '', to = ''] = [] }) =>
    `“${column}” is read from ${from} to ${to}; it is no Net Promoter Score.`,
  score_from_one: ({ column = '' }) =>
    `The scale of “${column}” begins at 1, not at 0: nobody answered 0. Its Net Promoter Score counts 1 to 6 as detractors.`,
  unknown_stages: ({ column = '', count, values }) =>
    `${count} rows say ${quoted(values)} in “${column}”, which names no stage that is known; they are in no step of the life cycle.`,
  no_won_deals: ({ column, count }) =>
    `${column === undefined ? 'No column says' : `No word in “${column}” says`} that a deal was won, so none of the ${count} deals counts as a purchase.`,
  several_score_scales: ({ count, values: [kept = ''] = [] }) =>
    `${count} answers are on another scale than those from ${kept} and are left out of feedback.`,
} as const satisfies Readonly<Record<string, (notice: Notice) => string>>;

export type NoticeCode = keyof typeof SENTENCES;
/** Whether this version has a sentence for the code. */
export const isNoticeCode = (code: string): code is NoticeCode => Object.hasOwn(SENTENCES, code);

export const sentenceOfNotice = (notice: Notice): string => SENTENCES[notice.code](notice);
