export type CsvCell = string | number | null;

const PLAIN_NUMBER = /^[+-]?\d+(?:[.,]\d+)*(?:[eE][+-]?\d+)?%?$/;
/** Spreadsheets read these as the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** Puts an apostrophe before text that a spreadsheet would read as a formula, unless it is a plain number. */
export const neutralise = (text: string): string =>
  FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;

function cell(value: CsvCell): string {
  if (value === null || (typeof value === 'number' && !Number.isFinite(value))) return '';
  const text = typeof value === 'number' ? String(value) : neutralise(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** RFC 4180: commas, doubled quotes, lines ended by CR LF. */
export const toCsv = (header: readonly string[], rows: Iterable<readonly CsvCell[]>): string =>
  [header, ...rows].map((row) => row.map(cell).join(',') + '\r\n').join('');

/** UTF-8 with a byte order mark, without which spreadsheets guess the encoding. */
export const csvBlob = (header: readonly string[], rows: Iterable<readonly CsvCell[]>): Blob =>
  new Blob(['\uFEFF', toCsv(header, rows)], { type: 'text/csv;charset=utf-8' });
