import type { ErrorWire } from './errors';
import { fieldName, ROLE_NAMES } from './field-names';

/** What failed and where, then what to do. */
export interface Explanation {
  readonly what: string;
  readonly next: string;
}
type Details = Readonly<Record<string, unknown>>;
type Write = (details: Details) => Explanation;

const text = (value: unknown): string =>
  Array.isArray(value)
    ? value.map(text).join(', ')
    : typeof value === 'string' || typeof value === 'number'
      ? String(value)
      : '';
const said = (what: string, next: string): Explanation => ({ what, next });
const shortList = (value: unknown): string => {
  const words = Array.isArray(value) ? value.map(text) : [];
  return words.length > 6 ? `${words.slice(0, 6).join(', ')} and ${words.length - 6} more` : words.join(', ');
};
const megabytes = (value: unknown) => `${Math.round(Number(value) / 1e6)} MB`;
const role = (value: unknown) => ROLE_NAMES[text(value) as keyof typeof ROLE_NAMES] ?? text(value);

/** Why a statement is not run (database/console.ts). */
const REFUSALS: Readonly<Record<string, (begins: string, line: string) => string>> = {
  empty: () => 'There is no statement to run.',
  'not-reading': (begins) => `A statement that begins with ${begins} is not run: statements here only read.`,
  writes: (begins) => `${begins || 'This'} would change the data: statements here only read.`,
  'second-statement': (_, line) => `A second statement begins in line ${line}: one runs at a time.`,
};

const WORDS: Readonly<Record<string, Write>> = {
  'file-empty': ({ file }) => said(`${text(file)} is empty.`, 'Export it again and drop the new file.'),
  'file-header-only': ({ file }) =>
    said(`${text(file)} has a header but no rows.`, 'Check that the export covers a period with sales.'),
  'file-not-a-table': ({ file, found }) =>
    said(
      `${text(file)} is not a table${found ? `: it looks like ${text(found)}` : ''}.`,
      'Export it as CSV or as an Excel workbook (.xlsx).',
    ),
  'file-too-wide': ({ file, columns, limit }) =>
    said(
      `${text(file)} has ${text(columns)} columns; up to ${text(limit)} can be read.`,
      'Leave out columns that are not needed and export again.',
    ),
  'file-missing': ({ file }) => said(`${text(file)} is not there.`, 'It may have been moved or renamed.'),
  'line-too-long': ({ file, line }) =>
    said(
      `Line ${text(line)} of ${text(file)} is too long to be a row.`,
      'A quotation mark there is probably never closed. Mend it, or export again.',
    ),
  'workbook-unreadable': ({ file }) =>
    said(
      `${text(file)} is a workbook that cannot be opened.`,
      'It may be cut short, damaged or locked with a password. Save it again as .xlsx, or export as CSV.',
    ),
  'workbook-too-large': ({ file, unpacked }) =>
    said(
      `${text(file)} would unpack to ${megabytes(unpacked)}, more than can be held.`,
      'Export the sheet as CSV, or a shorter period.',
    ),
  'sheet-missing': ({ file, sheet, found }) =>
    Array.isArray(found) && found.length === 0
      ? said(`${text(file)} has no sheets, so no “${text(sheet)}”.`, 'Name the file alone.')
      : said(`${text(file)} has no sheet “${text(sheet)}”.`, `Its sheets are ${shortList(found)}.`),
  'mapping-invalid': ({ where, problem }) =>
    said(
      `The mapping cannot be used${where ? ` at ${text(where)}` : ''}: ${text(problem)}.`,
      'The README shows what a mapping looks like.',
    ),
  'mapping-column-missing': ({ file, column, found }) =>
    said(`${text(file)} has no column “${text(column)}”.`, `Its columns are ${shortList(found)}. Choose another one.`),
  'columns-missing': ({ file, role: of, missing, found }) =>
    said(
      `To read ${text(file)} as ${role(of)}, we need ${shortList((missing as string[]).map((field) => fieldName(text(of), field.split('.').at(-1)!)))}.`,
      `Its columns are ${shortList(found)}. Choose which of them it is, or do not use the file.`,
    ),
  'no-role': ({ file, found }) =>
    said(
      `We cannot tell what ${text(file)} is about.`,
      `Its columns are ${shortList(found)}. Choose what it holds, column by column.`,
    ),
  'several-currencies': ({ file, found }) =>
    said(
      `${text(file)} has amounts in several currencies (${shortList(found)}), which are never added together.`,
      'Bring one currency at a time.',
    ),
  'several-tenure-units': ({ file, found }) =>
    said(
      `${text(file)} counts time as a customer in another unit than the file before it (${shortList(found)}).`,
      'Choose the same unit for both, or bring one of them.',
    ),
  'sum-too-large': ({ file }) =>
    said(
      `The amounts in ${text(file)} add up to more than can be counted exactly.`,
      'Check that the column of amounts holds amounts and not numbers of articles or accounts.',
    ),
  'table-forgotten': ({ table }) => said(`${text(table)} is no longer held.`, 'Drop the file again.'),
  'nothing-loaded': () => said('There are no data yet.', 'Drop a file, or open a sample company.'),
  'unknown-filter-field': ({ field }) =>
    said(`These data have no “${text(field)}” to filter by.`, 'Lift that filter in the sentence above.'),
  'sample-unreachable': () =>
    said(
      'The sample company could not be fetched.',
      'It needs a connection the first time. Your own files work without one.',
    ),
  'sample-unknown': ({ id }) =>
    said(`There is no sample company “${text(id)}” here.`, 'Open one of those on the Start page.'),
  'too-many-groups': ({ field, found, most }) =>
    said(
      `“${text(field)}” has ${text(found)} different values, more than the ${text(most)} groups that can be told apart.`,
      'Choose a column with fewer values.',
    ),
  'worker-crashed': () =>
    said(
      'The counting stopped: this browser ran out of memory, or ended it.',
      'Your files are whole. A shorter period, or fewer columns, needs less.',
    ),
  'worker-ended': () => said('The counting was ended.', 'Try again.'),
  'query-too-long': ({ seconds }) =>
    said(
      `The statement ran for ${text(seconds)} seconds and was stopped.`,
      'Narrow it by a period or a LIMIT; the charts are not affected.',
    ),
  'sql-failed': ({ message, line }) =>
    said(
      `SQLite says: ${text(message)}${line ? ` (line ${text(line)})` : ''}.`,
      'Mend the statement and run it again.',
    ),
  'sql-refused': ({ reason, begins, line }) =>
    said(
      REFUSALS[text(reason)]?.(text(begins), text(line)) ?? 'Only one statement that reads can be run.',
      'Begin with SELECT, WITH, VALUES or EXPLAIN.',
    ),
  'customer-unknown': ({ id }) =>
    said(`There is no customer “${text(id)}” in these data.`, 'The files may have changed. Look for them in the list.'),
  'wrong-usage': ({ message }) => said(text(message).replace(/[.]?$/, '.'), ''),
  cancelled: () => said('Stopped.', 'Everything is as it was.'),
};

/** A sentence for every error; one without words of its own shows its code. */
export function explain(error: ErrorWire): Explanation {
  const write = WORDS[error.code];
  const details = (typeof error.details === 'object' && error.details !== null ? error.details : {}) as Details;
  try {
    if (write) return write(details);
  } catch {
    // Details of another shape than the words expect: the plain sentence serves.
  }
  return said(
    'Something went wrong that should not have.',
    'Your files are whole. Try again; if it stays, copy the details and tell whoever runs this site.',
  );
}

/** For whoever looks into it: the code, and what was given with it. No rows of data. */
export const detailsOf = (error: ErrorWire): string => `${error.code} ${JSON.stringify(error.details)}`.slice(0, 2_000);

/** The same as one line, for the command line. */
export function sentenceOf(error: ErrorWire): string {
  const { what, next } = explain(error);
  const unexpected = error.code === 'unexpected' ? ` (${detailsOf(error)})` : '';
  return [what, next].filter(Boolean).join(' ') + unexpected;
}
