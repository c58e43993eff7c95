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
  /** Lines (or sheet rows) of the file where the first few stand. */
  readonly lines?: readonly number[];
}

const SHOWN = 3;

/** `“a”, “b” and 4 more` */
function quoted(values: readonly string[] = []): string {
  const shown = values.slice(0, SHOWN).map((value) => `“${value}”`);
  const more = values.length - SHOWN;
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

const rows = (count: number): string => (count === 1 ? '1 row' : `${count.toLocaleString('en-US')} rows`);

const inLines = (lines: readonly number[] = []): string =>
  lines.length === 0 ? '' : ` (line ${lines.slice(0, SHOWN).join(', ')}${lines.length > SHOWN ? ', …' : ''})`;

/** One sentence for each code, in a shopkeeper's words: what, where, and what follows from it. */
const SENTENCES = {
  unreadable_days: (notice) =>
    `“${notice.column ?? ''}” looks like dates that cannot be read: ${quoted(notice.values)}. Lines without a day are in no figure by time.`,
  days_not_meant: (notice) =>
    `${quoted(notice.values)} in “${notice.column ?? ''}” (${rows(notice.count)}) stands for “no day”, and is read as blank.`,
  far_day: (notice) =>
    `${quoted(notice.values)} in “${notice.column ?? ''}” lies more than 20 years from all other days${inLines(notice.lines)}, and is likely a typing error. ` +
    `Its ${notice.count === 1 ? 'row counts' : 'rows count'} in totals, but in no figure by time.`,
  dates_swapped: (notice) =>
    `“${notice.column ?? ''}” mixes real dates (${rows(notice.count)}, such as ${quoted(notice.values)}) with dates that are text. None of the real ones has a day above 12, ` +
    'while the texts begin with 13 or more: day and month of the real ones were probably swapped when the file was opened.',
} as const satisfies Readonly<Record<string, (notice: Notice) => string>>;

export type NoticeCode = keyof typeof SENTENCES;

export const sentenceOfNotice = (notice: Notice): string =>
  (SENTENCES[notice.code])(notice);
