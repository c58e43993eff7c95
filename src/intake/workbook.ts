import { AppError, Cancelled } from '../domain/errors';
import type { Source } from './delimited';
import type { RawTable, ReadOptions } from './raw-table';
import { TableBuilder } from './table-builder';
import { workbookText } from './workbook-cell';
import { readZipDirectory, type ZipEntry } from './zip-directory';

/** Unpacked sizes that a tab can hold, and a ratio that only a trap reaches: 200 MB of zeros pack to 200 KB. */
const MAX_UNPACKED = 1 << 30;
const SUSPECT_UNPACKED = 200 << 20;
const SUSPECT_RATIO = 200;
/** Rows between two looks at the clock, and milliseconds between two breaths in which a cancel can arrive. */
const ROWS_AT_ONCE = 500;
const BREATH = 50;

/** Reads every worksheet with a table in it, or the one asked for. */
export async function readWorkbook(source: Source, options: ReadOptions): Promise<RawTable[]> {
  const { name: file, blob } = source;
  checkEntries(file, await readZipDirectory(blob));
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const found = await readable(file, () => listSheets(bytes));
  if (options.sheet !== undefined && !found.includes(options.sheet)) {
    throw new AppError('sheet-missing', { file, sheet: options.sheet, found });
  }
  const wanted = options.sheet === undefined ? found : [options.sheet];
  const tables: (RawTable | null)[] = [];
  let rowsBefore = 0;
  for (const [index, sheet] of wanted.entries()) {
    const report = (share: number, rows: number): void =>
      options.onprogress?.({
        bytes: Math.round((blob.size * (index + share)) / wanted.length),
        totalBytes: blob.size,
        rows: rowsBefore + rows,
      });
    const table = await readable(file, () =>
      readSheet(new TableBuilder(file, sheet), bytes, sheet, report, options.signal),
    );
    tables.push(table);
    report(1, table?.rows ?? 0);
    rowsBefore += table?.rows ?? 0;
  }
  return usable(file, tables);
}

async function listSheets(bytes: Uint8Array): Promise<string[]> {
  const { readXlsx } = await import('hucre/xlsx');
  const found: string[] = [];
  // The filter sees every sheet's name and takes none, so no sheet is unpacked.
  await readXlsx(bytes, { sheets: ({ name }) => found.push(name) < 0 });
  return found;
}

/** A sheet with headings only is passed over, as an empty one is, unless nothing else is there. */
function usable(file: string, tables: readonly (RawTable | null)[]): RawTable[] {
  const present = tables.filter((table) => table !== null);
  const filled = present.filter((table) => table.rows > 0);
  if (filled.length > 0) return filled;
  if (present.length > 0) throw new AppError('file-header-only', { file, header: present[0].header });
  throw new AppError('file-empty', { file });
}

function checkEntries(file: string, entries: readonly ZipEntry[] | null): void {
  if (entries === null) throw new AppError('workbook-unreadable', { file, reason: 'the file is cut short or damaged' });
  const names = new Set(entries.map((entry) => entry.name));
  if (!names.has('xl/workbook.xml')) throw new AppError('file-not-a-table', { file, found: nameArchive([...names]) });
  const unpacked = entries.reduce((sum, entry) => sum + entry.uncompressed, 0);
  const packed = entries.reduce((sum, entry) => sum + entry.compressed, 0);
  const suspect = unpacked > SUSPECT_UNPACKED && unpacked > packed * SUSPECT_RATIO;
  if (unpacked > MAX_UNPACKED || suspect)
    throw new AppError('workbook-too-large', { file, unpacked, limit: suspect ? SUSPECT_UNPACKED : MAX_UNPACKED });
}

function nameArchive(names: readonly string[]): string {
  if (names.includes('xl/workbook.bin')) return 'a binary Excel workbook (.xlsb)';
  if (names.includes('word/document.xml')) return 'a Word document';
  if (names.includes('ppt/presentation.xml')) return 'a PowerPoint presentation';
  if (names.includes('content.xml') && names.includes('mimetype')) return 'an OpenDocument file';
  return 'a ZIP archive';
}

async function readSheet(
  builder: TableBuilder,
  bytes: Uint8Array,
  sheet: string,
  report: (share: number, rows: number) => void,
  signal: AbortSignal | undefined,
): Promise<RawTable | null> {
  const { streamXlsxRows } = await import('hucre/xlsx');
  let breath = performance.now();
  try {
    // Rows that the file leaves out are no records: two cells can stand a million rows apart.
    for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
      builder.push(values.map(workbookText), index + 1);
      if (index % ROWS_AT_ONCE !== 0 || performance.now() - breath < BREATH) continue;
      await new Promise((resolve) => setTimeout(resolve));
      if (signal?.aborted) throw new Cancelled();
      report(0, builder.rows);
      breath = performance.now();
    }
  } catch (error) {
    if (!isChartSheet(error)) throw error;
  }
  if (signal?.aborted) throw new Cancelled();
  return builder.finish({ encoding: null, delimiter: null, quote: null, format: 'xlsx' });
}

/** A sheet that is one large chart is listed among the worksheets but has no cells; hucre tells by its message only. */
const isChartSheet = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('missing worksheet file');

/** What hucre throws is about the file: a missing part, broken XML. */
async function readable<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError(
      'workbook-unreadable',
      { file, reason: error instanceof Error ? error.message : String(error) },
      { cause: error },
    );
  }
}
