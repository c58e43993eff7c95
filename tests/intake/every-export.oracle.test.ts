import { existsSync, openAsBlob, readFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { afterAll, expect } from 'vitest';
import { toWire } from '../../src/domain/errors';
import { sentenceOf, sentenceOfNote } from '../../src/domain/sentences';
import type { RawTable } from '../../src/intake/read/raw-table';
import { readTables } from '../../src/intake/read/read-file';
import { oracle, sharedData } from '../support/shared-data';
import { rowsOf } from './reading-files';

/**
 * All 101 exports that nobody here wrote, read as `npm run read` reads them, against the rows that their collectors found
 * in them. Right: every cell is the oracle's; a total or a note beneath may be set aside, with its text. Where the oracle
 * has no row of data, a refusal is right. Asked: what cannot be known is said, with the line.
 */
type Outcome = 'right' | 'asked' | 'wrong';
interface Verdict {
  readonly outcome: Outcome;
  readonly reason: string;
}
interface Expected {
  /** Null where the file has no header. */
  readonly header: readonly string[] | null;
  readonly rows: readonly (readonly string[])[];
}

const table: string[] = [];
const counts = { right: 0, asked: 0, wrong: 0 };
function record(file: string, { outcome, reason }: Verdict): void {
  counts[outcome]++;
  table.push(`${outcome.padEnd(6)} ${file}${reason ? `: ${reason}` : ''}`);
}
afterAll(() => console.log([...table, JSON.stringify(counts)].join('\n')));

async function readShared(file: string): Promise<RawTable[] | string> {
  try {
    return await readTables({ name: path.basename(file), blob: await openAsBlob(sharedData(file)) });
  } catch (error) {
    return sentenceOf(toWire(error));
  }
}

/** Cells as they are compared: one kind of line end, no blanks at the ends of cells, no blank cells at the end. */
function plain(cells: readonly string[]): string[] {
  const texts = cells.map((cell) => cell.replace(/\r\n?/g, '\n').trim());
  while (texts.at(-1) === '') texts.pop();
  return texts;
}
const namesOf = (header: readonly string[]): string[] =>
  plain(header)
    .map((name) =>
      name
        .replace(/\s+/g, ' ')
        .replace(/^column \d+$/, '')
        .replace(/ \(\d+\)$/, ''),
    )
    .filter((name) => name !== '');

/** The first difference, or null where the table is the oracle's. */
function differenceOf(read: RawTable, { header, rows }: Expected): string | null {
  if ((header === null) !== (read.headerLine === 0)) return `the header is found in line ${read.headerLine}`;
  if (header !== null && JSON.stringify(namesOf(header)) !== JSON.stringify(namesOf(read.header)))
    return `the header is ${JSON.stringify(namesOf(read.header))}, not ${JSON.stringify(namesOf(header))}`;
  const aside = new Set(
    read.setAside.filter(({ reason }) => reason === 'totals' || reason === 'footer').map(({ text }) => text),
  );
  const isAside = (cells: readonly string[]): boolean =>
    aside.has(
      cells
        .filter((cell) => cell !== '')
        .join(' | ')
        .slice(0, 300),
    );
  const wanted = rows.map(plain).filter((cells) => cells.length > 0 && !isAside(cells));
  const found = rowsOf(read).map(plain);
  const at = wanted.findIndex((cells, row) => JSON.stringify(cells) !== JSON.stringify(found[row]));
  if (at >= 0) return `row ${at + 1} is ${JSON.stringify(found[at])}, not ${JSON.stringify(wanted[at])}`;
  return found.length === wanted.length ? null : `${found.length} rows, not ${wanted.length}`;
}

function judge(read: RawTable[] | string, expected: Expected): Verdict {
  if (typeof read === 'string') return { outcome: expected.rows.length === 0 ? 'right' : 'wrong', reason: read };
  const difference = differenceOf(read[0], expected);
  if (difference === null) return { outcome: 'right', reason: '' };
  const notes = read[0].notes.map(sentenceOfNote);
  return notes.length > 0 ? { outcome: 'asked', reason: notes.join(' ') } : { outcome: 'wrong', reason: difference };
}

interface CsvOracle {
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly rows?: string[][];
  readonly parameters?: { readonly header_lines: number | string };
  readonly expected?: { readonly rows_incl_header: number; readonly first_row: string[] };
}
const CSV = 'csv_ugly_shared';
const csvs = JSON.parse(readFileSync(sharedData(`${CSV}/oracle/expected.json`), 'utf8')) as Record<string, CsvOracle>;

/** What cannot be known from the file alone. */
const ASKED = new Map([
  ['pollock_polluted/csv/file_multitable_less.csv', 'a second, narrower table beneath the first'],
  ['pollock_polluted/csv/file_multitable_same.csv', 'a second table of the same columns beneath the first'],
  ['pollock_polluted/csv/row_less_sep_row10_col3.csv', 'a record that lacks a delimiter'],
  ['pollock_polluted/csv/row_more_sep_row10_col3.csv', 'a record with a delimiter too many'],
  [
    'pollock_survey/csv/permanent_secretary_and_director_general_expenses_and_hospitality_april_to_june_2012.csv',
    'a dozen tables with titles between them; the oracle leaves out some of them and keeps others as rows',
  ],
]);

/** Where the oracle is not what the file says; each is put right in the one place, and all else must agree. */
const ODD: Readonly<Record<string, (rows: string[][], lines: readonly string[]) => string[][]>> = {
  // Three lines of the same names, which it joins to `DATE DATE DATE`.
  'file_header_multirow_3.csv': ([header, ...rows]) => [header.map((name) => name.split(' ')[0]), ...rows],
  // The 21 lines with cells that say `missing` have blanks there in it.
  '2004-2016.csv': (rows, lines) =>
    rows.map((cells, row) => (lines[row].includes('missing') ? lines[row].split(',') : cells)),
  // A number of the file, 0.0, is `0.\` in it.
  'O18_air.csv': (rows) => rows.map((cells) => cells.map((cell) => (cell === '0.\\' ? '0.0' : cell))),
  // A pound sign that came out as a control character is left out of the header, and kept in the rows.
  'Copy_of_2016-17_Q3_Final_V2.csv': ([header, ...rows]) => [
    header.map((name) => name.replace('meals etc. ()', 'meals etc. (œ)')),
    ...rows,
  ],
  // In two names it leaves out a comma and a group that the same names beside them have.
  'workforce-management-information-dft_201706.csv': ([header, ...rows]) => [
    header.map((name) =>
      name
        .replace('Other, unknown or', 'Other, unknown, or')
        .replace('consultancy) Full-time', 'consultancy) Agency staff \n(clerical/admin) Full-time'),
    ),
    ...rows,
  ],
};

function expectedOf(file: string): Expected {
  const oracleOf = csvs[file];
  const clean = sharedData(`${CSV}/${file.replace('/csv/', '/clean/')}`);
  const isCleaned = oracleOf.parameters !== undefined && existsSync(clean);
  const rows = isCleaned
    ? (Papa.parse(readFileSync(clean, 'utf8'), { delimiter: ',' }).data as string[][])
    : ((isMisread(file) ? undefined : oracleOf.rows) ?? parsedRows(file, oracleOf));
  const lines = readFileSync(sharedData(`${CSV}/${file}`), 'latin1').split('\n');
  const [header, ...body] = (ODD[path.basename(file)] ?? ((same) => same))(rows, lines);
  const headerLines = Number(oracleOf.parameters?.header_lines ?? 1);
  // Of a file without a header, the cleaned version begins with names that the cleaners made up.
  return { header: headerLines > 0 ? (header ?? []) : null, rows: body.filter((cells) => plain(cells).length > 0) };
}

/** The collectors read this one by its few commas; each of its lines has 16 semicolons. */
const isMisread = (file: string): boolean => file === 'frictionless/accent.csv';

/** Where the collectors give the first record and the count only, another parser reads the rest, told all that it needs. */
function parsedRows(file: string, { encoding, delimiter, expected }: CsvOracle): string[][] {
  const text = readFileSync(sharedData(`${CSV}/${file}`), encoding === 'latin-1' ? 'latin1' : 'utf8');
  const rows = Papa.parse(text.trimEnd(), { delimiter: isMisread(file) ? ';' : (delimiter ?? ',') }).data as string[][];
  if (!isMisread(file)) expect(rows[0]).toEqual(expected?.first_row);
  return rows;
}

oracle.each(Object.keys(csvs))('%s', async (file) => {
  const read = await readShared(`${CSV}/${file}`);
  const expected = expectedOf(file);
  const { rows_incl_header: records } = csvs[file].expected ?? {};
  if (typeof read !== 'string' && records !== undefined && !isMisread(file) && csvs[file].rows === undefined)
    expect(read[0].rows + read[0].setAside.length + 1).toBe(records);
  const verdict = judge(read, expected);
  record(file, verdict);
  expect(verdict).toEqual(
    ASKED.has(file) ? { outcome: 'asked', reason: verdict.reason } : { outcome: 'right', reason: verdict.reason },
  );
});

type Cell = string | number | boolean | null | { t: string; v: string | number };
interface Workbook {
  readonly sheets: Readonly<Record<string, { readonly state: string; readonly rows: readonly (readonly Cell[])[] }>>;
}
const XLSX = 'xlsx_shared';
const workbooks = JSON.parse(readFileSync(sharedData(`${XLSX}/oracle/openpyxl_cells.json`), 'utf8')) as Record<
  string,
  Workbook
>;
/** openpyxl reads no .xls: LibreOffice's CSV of the one sheet stands in. */
const OLD = ['readxl/dates-1904.xls', 'calamine/date_1904.xls'];

/** The row of the header, by eye: the oracle gives cells only. 1 where nothing is said, 0 for none. */
const HEADERS: Readonly<Record<string, number>> = {
  'deaths.xlsx arts': 5,
  'deaths.xlsx other': 5,
  'skipping.xlsx two_blank_rows': 3,
  'skipping.xlsx occupied_row_and_blank_row': 3,
  'skipping.xlsx two_occupied_rows': 3,
  'header-row.xlsx Sheet1': 9,
  'temperature-in-middle.xlsx Sheet1': 4,
  'no-yes-col-names.xlsx empty-col-names': 2,
  'any_sheets.xlsx Visible': 0,
  'date.xlsx Sheet1': 0,
  'date_1904.xlsx Sheet1': 0,
  'date_1904.xls Sheet1': 0,
  'dates-1904.xls Sheet1': 0,
  'date_iso.xlsx Sheet': 0,
  'errors.xlsx Feuil1': 0,
  'no-header.xlsx Feuille 1': 0,
  // A1 above A3 and A4: keys that count up.
  'merged_range.xlsx Sheet1': 0,
  'merged_range.xlsx Sheet2': 0,
};

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (typeof cell !== 'object') return String(cell).trim();
  if (typeof cell.v === 'string') return cell.v.replace('T', ' ').replace(/ 00:00:00$/, '');
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${Math.floor(cell.v / 3600)}:${two(Math.floor(cell.v / 60) % 60)}:${two(cell.v % 60)}`;
}

function sheetsOf(file: string): [name: string, rows: string[][]][] {
  const book = workbooks[file];
  if (book)
    return Object.entries(book.sheets).map(([name, { rows }]) => [name, rows.map((cells) => cells.map(cellText))]);
  const csv = readFileSync(sharedData(`${XLSX}/oracle/libreoffice_csv/${file.replace('.xls', '')}-Sheet1.csv`), 'utf8');
  const iso = (cell: string): string => cell.replace(/^(\d\d)\/(\d\d)\/(\d{4})( 00:00:00)?$/, '$3-$1-$2');
  return [['Sheet1', (Papa.parse(csv.trimEnd()).data as string[][]).map((cells) => cells.map(iso))]];
}

oracle.each([...Object.keys(workbooks), ...OLD])('%s', async (file) => {
  const read = await readShared(`${XLSX}/${file}`);
  const verdicts = sheetsOf(file).map(([sheet, cells]): Verdict => {
    const header = HEADERS[`${path.basename(file)} ${sheet}`] ?? 1;
    const rows = cells.slice(header).filter((row) => plain(row).length > 0);
    const found = typeof read === 'string' ? undefined : read.find((one) => one.sheet === sheet);
    // A sheet without rows is passed over, or the workbook is refused where all are.
    if (rows.length === 0) return { outcome: found ? 'wrong' : 'right', reason: typeof read === 'string' ? read : '' };
    if (!found) return { outcome: 'wrong', reason: typeof read === 'string' ? read : `no sheet ${sheet}` };
    if (found.headerLine !== header) return { outcome: 'wrong', reason: `${sheet}: header in row ${found.headerLine}` };
    return judge([found], { header: header === 0 ? null : cells[header - 1], rows });
  });
  const verdict = verdicts.find(({ outcome }) => outcome !== 'right') ?? verdicts[0];
  record(file, verdict);
  expect(verdict).toEqual({ outcome: 'right', reason: verdict.reason });
});

oracle('of 101 files at least 95 in 100 are right, none is silently wrong', () => {
  expect(counts.right + counts.asked + counts.wrong).toBe(101);
  expect(counts.right).toBeGreaterThanOrEqual(0.95 * 101);
  expect(counts.wrong).toBe(0);
});
