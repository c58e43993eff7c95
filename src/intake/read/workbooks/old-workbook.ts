import type * as xlsxTypes from '@e965/xlsx';
import type { CellObject, ParsingOptions, WorkBook, WorkSheet } from '@e965/xlsx';
import { AppError } from '../../../domain/errors';
import type { TableNote } from '../../../domain/table-notes';
import { forgetFormulas } from './biff-formulas';
import type { Source } from '../delimited/delimited';
import type { RawTable, ReadOptions, TableFormat } from '../raw-table';
import { fillMerged } from './merged-cells';
import { ShownZeros } from './shown-zeros';
import { TableBuilder } from '../table-builder';
import { MessagePauses } from '../typed-rows';
import { chooseSheets, usable } from '../usable-tables';
import { durationText, serialText, workbookText } from './workbook-cell';

type Xlsx = typeof xlsxTypes;
/** The package's types leave its number formats open. */
interface Formats {
  is_date(format: string): boolean;
}

/**
 * Reads the workbooks that are not today's XLSX: XLS, XLSB, OpenDocument, Excel's XML of 2003, and web pages named .xls;
 * and those XLSX whose cells only their format tells.
 * @param format of an archive, which its entries tell
 */
export async function readOldWorkbook(source: Source, options: ReadOptions, format?: TableFormat): Promise<RawTable[]> {
  const { name: file, blob } = source;
  const xlsx = await import('@e965/xlsx');
  const head = await blob.slice(0, 64 << 10).text();
  const kind = format ?? sniffKind(head);
  // Excel before 97 wrote its texts in the code page of the machine.
  if (kind === 'xls') xlsx.set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'));
  const book = parse(xlsx, file, new Uint8Array(await blob.arrayBuffer()));
  const tables: (RawTable | null)[] = [];
  if (book.SheetNames.some((name) => book.Sheets[name] === undefined)) throw unreadable(file, 'a sheet is missing');
  for (const sheet of chooseSheets(file, book.SheetNames, options.sheet)) {
    tables.push(await readSheet(xlsx, book, new TableBuilder(file, sheet), sheet, kind, options));
  }
  options.onprogress?.({
    bytes: blob.size,
    totalBytes: blob.size,
    rows: tables.reduce((sum, table) => sum + (table?.rows ?? 0), 0),
  });
  return usable(file, tables);
}

/** Text stays text (`raw`), so that 00123 keeps its zeros; formats and hidden rows are kept, formulas and styles are not. */
const OPTIONS: ParsingOptions = {
  type: 'array',
  raw: true,
  dense: true,
  cellNF: true,
  cellStyles: true,
  cellFormula: false,
  cellHTML: false,
  cellText: false,
};

function parse(xlsx: Xlsx, file: string, bytes: Uint8Array): WorkBook {
  try {
    const isContainer = CONTAINER.every((byte, at) => bytes[at] === byte);
    return isContainer ? parseContainer(xlsx as Xlsx & Containers, bytes) : xlsx.read(bytes, OPTIONS);
  } catch (error) {
    throw unreadable(file, error);
  }
}

const CONTAINER = [0xd0, 0xcf, 0x11, 0xe0];
interface Container {
  readonly content: Uint8Array | number[];
}
/** What the package's types leave open. */
interface Containers {
  readonly CFB: {
    read(bytes: Uint8Array, options: { type: 'array' }): object;
    find(container: object, path: string): Container | null;
  };
  parse_xlscfb(container: object, options: ParsingOptions): WorkBook;
}

function parseContainer(xlsx: Containers, bytes: Uint8Array): WorkBook {
  const { CFB } = xlsx;
  const container = CFB.read(bytes, { type: 'array' });
  const stream = CFB.find(container, '/Workbook') ?? CFB.find(container, '/Book');
  if (stream !== null) forgetFormulas(stream.content);
  return xlsx.parse_xlscfb(container, { ...OPTIONS });
}

const unreadable = (file: string, cause: unknown): AppError =>
  new AppError(
    'workbook-unreadable',
    { file, reason: cause instanceof Error ? cause.message : String(cause) },
    { cause },
  );

/** Of a workbook that is no archive. */
function sniffKind(start: string): TableFormat {
  if (!/^\s*<|^.{0,3}\s*</.test(start)) return 'xls';
  if (start.includes('office:document')) return 'fods';
  return start.includes('urn:schemas-microsoft-com:office:spreadsheet') ? 'xml' : 'html';
}

async function readSheet(
  xlsx: Xlsx,
  book: WorkBook,
  builder: TableBuilder,
  name: string,
  format: TableFormat,
  options: ReadOptions,
): Promise<RawTable | null> {
  const sheet = book.Sheets[name] as WorkSheet & { '!data'?: (CellObject | undefined)[][] };
  const after1904 = book.Workbook?.WBProps?.date1904 === true;
  const pauses = new MessagePauses(options.signal);
  const zeros = new ShownZeros();
  for (const [row, cells] of (sheet['!data'] ?? []).entries()) {
    // Rows that the file leaves out are no records: two cells can stand a million rows apart.
    if (cells === undefined || cells.length === 0) continue;
    builder.push(
      Array.from(cells, (cell, column) => zeros.textOf(cell, column) ?? cellText(xlsx, cell, after1904)),
      row + 1,
    );
    await pauses.take();
  }
  for (const note of hiddenNotes(book, name, sheet)) builder.note(note);
  const table = builder.finish({ encoding: null, delimiter: null, quote: null, format });
  const merged = (sheet['!merges'] ?? []).map(({ s, e }) => ({ column: s.c, from: s.r + 1, to: e.r + 1 }));
  return (
    table &&
    zeros.noticed(
      fillMerged(
        table,
        merged.filter(({ from, to }) => to > from),
      ),
    )
  );
}

function hiddenNotes(book: WorkBook, name: string, sheet: WorkSheet): TableNote[] {
  const hidden = book.Workbook?.Sheets?.[book.SheetNames.indexOf(name)]?.Hidden ?? 0;
  const rows = (sheet['!rows'] ?? []).filter((row) => row?.hidden === true).length;
  return [
    ...(hidden > 0 ? [{ kind: 'hidden-sheet' as const }] : []),
    ...(rows > 0 ? [{ kind: 'hidden-rows' as const, rows }] : []),
  ];
}

/** Errors as Excel shows them; numbers whose format is a date's as that date, an elapsed time's (`[h]:mm`) as that time. */
function cellText(xlsx: Xlsx, cell: CellObject | undefined, after1904: boolean): string {
  if (cell === undefined || cell.v === undefined || cell.v === null) return '';
  if (cell.t === 'e') return cell.w ?? ERRORS[Number(cell.v)] ?? '#N/A';
  if (cell.t !== 'n' || typeof cell.v !== 'number' || cell.z === undefined) return workbookText(cell.v);
  const format = String(cell.z);
  if (/\[(h+|m+|s+)\]/i.test(format)) return durationText(cell.v);
  return (xlsx.SSF as Formats).is_date(format) ? serialText(cell.v, after1904) : workbookText(cell.v);
}

const ERRORS: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
};
