import { encodingName } from './encodings';
import type { ErrorWire } from './errors';
import { fieldName, ROLE_NAMES } from './field-names';
import type { TableNote } from './table-notes';

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
  'file-too-large': ({ file, bytes, limit, kind }) =>
    said(
      `${text(file)} has ${megabytes(bytes)}, and up to ${megabytes(limit)} of this kind fit in a browser tab.`,
      kind === 'text'
        ? 'Bring a shorter period, or only the columns that are needed.'
        : `Export it as CSV, of which ${megabytes(2 ** 31)} fit, or bring a shorter period.`,
    ),
  'file-damaged': ({ file, kind }) =>
    said(
      `${text(file)} is ${text(kind)} that cannot be read.`,
      'It may be cut short or damaged. Export it again, or as CSV.',
    ),
  'compression-unknown': ({ file, codec }) =>
    said(
      `${text(file)} is packed with ${text(codec)}, which cannot be unpacked here.`,
      'Write it with snappy or without compression, or export as CSV.',
    ),
  'json-broken': ({ file, line }) =>
    said(
      `${text(file)} is no JSON that can be read: line ${text(line)} is broken.`,
      'It should be a list of records, or one record a line. Export it again, or as CSV.',
    ),
  'archive-unreadable': ({ file, entry }) =>
    said(
      `${text(file)} cannot be unpacked${entry ? `: “${text(entry)}” in it is damaged, or locked with a password` : ''}.`,
      'It may be cut short or damaged. Save it again, or bring the files in it as they are.',
    ),
  'archive-in-archive': ({ file }) =>
    said(`${text(file)} is an archive within an archive.`, 'Unpack it and bring the files in it.'),
  'archive-too-many': ({ file, files, limit }) =>
    said(`${text(file)} holds ${text(files)} files; up to ${text(limit)} are read.`, 'Bring those that are needed.'),
  'archive-too-large': ({ file, unpacked }) =>
    said(
      `${text(file)} unpacks to ${megabytes(unpacked)} or more, which cannot be held.`,
      'Unpack it and bring a shorter period.',
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
  'storage-full': () =>
    said(
      'This browser has no room left to keep this workspace.',
      'What was kept before still is, and the figures here stand. Delete a workspace on the Start page, or free some disk, then keep it again.',
    ),
  'keeping-failed': ({ reason }) =>
    said(
      `This browser could not keep the workspace${reason ? ` (${text(reason)})` : ''}.`,
      'What was kept before still is, and the figures here stand. Try again, or export your files’ figures before you close this tab.',
    ),
  'keeping-unavailable': () =>
    said(
      'This browser lets this site keep nothing, as in some private windows.',
      'All works as long as this tab is open. Drop your files again the next time.',
    ),
  'workspace-gone': () =>
    said(
      'This workspace is no longer kept in this browser.',
      'It was deleted, here or in another tab. Drop its files again.',
    ),
  'workspace-overtaken': () =>
    said('Another tab has kept this workspace since.', 'Open it again to see what was changed there.'),
  'workspace-damaged': ({ name }) =>
    said(
      `${text(name)} cannot be opened: it is cut short or damaged.`,
      'Drop the files that it was made of again, or an export of it from before.',
    ),
  'workspace-newer': ({ name, format }) =>
    said(
      `${text(name) || 'This workspace'} was kept by a newer version of this site (format ${text(format)}).`,
      'Reload the page to get that version; nothing of it has been changed.',
    ),
  'workspace-older': ({ name, format }) =>
    said(
      `${text(name) || 'This workspace'} was kept in a format (${text(format)}) that is no longer read.`,
      'Drop the files that it was made of again; it can then be deleted.',
    ),
  'mapping-fits-nothing': ({ file }) =>
    said(
      `${text(file)} names columns that none of these files has.`,
      'Choose a mapping that was saved from files with the same header.',
    ),
  'times-not-moved': ({ file, zone, tables }) =>
    said(
      `${text(file)} counts days in ${text(zone)}, which was not applied: ${text(tables)} was kept earlier and is not read anew.`,
      'All else that it says is applied. Drop the file of what was kept again to have all times moved.',
    ),
  'nothing-loaded': () => said('There are no data yet.', 'Drop a file, or open a sample company.'),
  'unknown-filter-field': ({ field }) =>
    said(`These data have no “${text(field)}” to filter by.`, 'Lift that filter in the sentence above.'),
  'rules-too-many': ({ most, support }) =>
    said(
      `More than ${text(most)} sets of items reach a support of ${text(support)}.`,
      'Raise the minimum support, or ask for shorter rules.',
    ),
  'cuts-invalid': ({ measure, cuts }) =>
    said(
      `The cuts “${text(cuts)}” for ${text(measure).replaceAll('_', ' ')} cannot be used.`,
      'Give four numbers that do not fall, with a semicolon between them; or none, for fifths.',
    ),
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
  'part-missing': () => said('Part of this page could not be fetched.', 'Reload to try again.'),
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

/** The sentence of an error; one without a sentence of its own shows its code. */
export function explain(error: ErrorWire): Explanation {
  const write = WORDS[error.code];
  const details = (typeof error.details === 'object' && error.details !== null ? error.details : {}) as Details;
  try {
    if (write) return write(details);
  } catch {
    // The details are not those that the sentence needs: the plain sentence is used.
  }
  return said(
    'Something went wrong that should not have.',
    'Your files are whole. Try again; if it stays, copy the details and tell whoever runs this site.',
  );
}

const DELIMITER_NAMES: Readonly<Record<string, string>> = {
  ' ': 'blanks',
  '\t': 'tabs',
  ';': 'semicolons',
  ',': 'commas',
  '|': 'upright lines',
};
const inLines = (lines: readonly number[], rows: number): string =>
  `${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}${rows > lines.length ? ' and more' : ''}`;

/** A note on how a table was read, as one sentence. */
export function sentenceOfNote(note: TableNote): string {
  switch (note.kind) {
    case 'ragged':
      return `${note.rows === 1 ? 'One row has' : `${note.rows} rows have`} fewer or more cells than the header (${inLines(note.lines, note.rows)}): look whether each is in its column.`;
    case 'divided-otherwise':
      return `Line ${note.line} is divided by ${DELIMITER_NAMES[note.delimiter] ?? note.delimiter}, unlike the others, and was read so.`;
    case 'header-again':
      return `The header comes again in ${inLines(note.lines, note.lines.length)}: what follows was read as more rows of the same table.`;
    case 'hidden-sheet':
      return 'This sheet is hidden in the workbook.';
    case 'hidden-rows':
      return note.rows === 1
        ? 'One row is hidden in the workbook, and was read like the others.'
        : `${note.rows} rows are hidden in the workbook, and were read like the others.`;
    case 'encoding-guessed':
      return `The file does not say how its letters are coded: it was read as ${encodingName(note.encoding)}, and could be ${note.others.map(encodingName).join(' or ')}.`;
  }
}

/** The code and the details, for a bug report. Holds no rows of data. */
export const detailsOf = (error: ErrorWire): string => `${error.code} ${JSON.stringify(error.details)}`.slice(0, 2_000);

/** The same as one line, for the command line. */
export function sentenceOf(error: ErrorWire): string {
  const { what, next } = explain(error);
  const unexpected = error.code === 'unexpected' ? ` (${detailsOf(error)})` : '';
  return [what, next].filter(Boolean).join(' ') + unexpected;
}
