import { AppError, Cancelled } from '../../../domain/errors';
import type { Source } from '../delimited/delimited';
import type { RawTable, ReadOptions } from '../raw-table';
import { TableBuilder } from '../table-builder';
import { workbookText } from './workbook-cell';
import { HiddenRows } from './hidden-rows';
import { readOldWorkbook } from './old-workbook';
import { fillMerged } from './merged-cells';
import { showsZeros } from './number-format';
import { checkEntries, limitPassed, PackedBytesDamaged, TooMuchUnpacked, unpackEntry } from '../archives/unpack';
import { MessagePauses } from '../typed-rows';
import { chooseSheets, usable } from '../usable-tables';
import type { ZipEntry } from '../archives/zip-directory';

/** A workbook that is a ZIP archive: today's Excel, its binary kind, or OpenDocument. */
export type ZippedWorkbook = 'xlsx' | 'xlsb' | 'ods';

/** Which workbook an archive is by the names of its entries; null for other archives. */
export function nameWorkbook(names: ReadonlySet<string>): ZippedWorkbook | null {
  if (names.has('xl/workbook.xml')) return 'xlsx';
  if (names.has('xl/workbook.bin')) return 'xlsb';
  return names.has('content.xml') && names.has('mimetype') ? 'ods' : null;
}

/** Reads every worksheet with a table in it, or the one asked for. */
export async function readWorkbook(
  source: Source,
  kind: ZippedWorkbook,
  entries: readonly ZipEntry[],
  options: ReadOptions,
): Promise<RawTable[]> {
  const { name: file, blob } = source;
  const hiddenRows = new HiddenRows();
  await check(file, blob, entries, hiddenRows, options.signal);
  if (kind !== 'xlsx') return readOldWorkbook(source, options, kind);
  // Only the format tells 255 hours from a day in January 1900, or 00123 from 123; the streaming reader gives no formats.
  if (await needsFormats(blob, entries)) return readOldWorkbook(source, options, 'xlsx');
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const sheets = await readable(file, () => listSheets(bytes));
  const marksBySheet = await hiddenRows.bySheet(blob, entries);
  const hidden = new Set(sheets.flatMap((sheet) => (sheet.hidden || sheet.veryHidden ? [sheet.name] : [])));
  const wanted = chooseSheets(
    file,
    sheets.map(({ name }) => name),
    options.sheet,
  );
  const tables: (RawTable | null)[] = [];
  let rowsBefore = 0;
  for (const [index, sheet] of wanted.entries()) {
    const report = (share: number, rows: number): void =>
      options.onprogress?.({
        bytes: Math.round((blob.size * (index + share)) / wanted.length),
        totalBytes: blob.size,
        rows: rowsBefore + rows,
      });
    const builder = new TableBuilder(file, sheet);
    if (hidden.has(sheet)) builder.note({ kind: 'hidden-sheet' });
    const { hiddenRows: rows = 0, merged = [] } = marksBySheet.get(sheet) ?? {};
    if (rows > 0) builder.note({ kind: 'hidden-rows', rows });
    const table = await readable(file, () => readSheet(builder, bytes, sheet, report, options.signal));
    tables.push(table && fillMerged(table, merged));
    report(1, table?.rows ?? 0);
    rowsBefore += table?.rows ?? 0;
  }
  return usable(file, tables);
}

interface SheetName {
  readonly name: string;
  readonly hidden?: boolean;
  readonly veryHidden?: boolean;
}

async function listSheets(bytes: Uint8Array): Promise<SheetName[]> {
  const { readXlsx } = await import('hucre/xlsx');
  const found: SheetName[] = [];
  // The filter sees every sheet's name and takes none, so no sheet is unpacked.
  await readXlsx(bytes, { sheets: (info) => found.push(info) < 0 });
  return found;
}

async function needsFormats(blob: Blob, entries: readonly ZipEntry[]): Promise<boolean> {
  const styles = entries.find(({ name }) => name === 'xl/styles.xml');
  const text = styles && (await (await unpackEntry(blob, styles))?.text());
  if (text === undefined) return false;
  // Format 46 is `[h]:mm:ss` everywhere.
  if (/numFmtId="46"|formatCode="[^"]*\[(h+|m+|s+)\]/i.test(text)) return true;
  const used = new Set([...text.matchAll(/<(?:\w+:)?xf\b[^>]*\snumFmtId="(\d+)"/g)].map(([, id]) => id));
  return [...text.matchAll(/<(?:\w+:)?numFmt\b[^>]*>/g)].some(([tag]) => {
    const format = (/\sformatCode="([^"]*)"/.exec(tag)?.[1] ?? '').replaceAll('&quot;', '"');
    return used.has(/\snumFmtId="(\d+)"/.exec(tag)?.[1] ?? '') && showsZeros(format);
  });
}

async function check(
  file: string,
  blob: Blob,
  entries: readonly ZipEntry[],
  hiddenRows: HiddenRows,
  signal: AbortSignal | undefined,
): Promise<void> {
  const unpacked = entries.reduce((sum, entry) => sum + entry.uncompressed, 0);
  const packed = entries.reduce((sum, entry) => sum + entry.compressed, 0);
  const limit = limitPassed(unpacked, packed);
  if (limit !== null) throw new AppError('workbook-too-large', { file, unpacked, limit });
  try {
    await checkEntries(blob, entries, (entry, bytes) => hiddenRows.look(entry.name, bytes), signal);
  } catch (error) {
    if (error instanceof PackedBytesDamaged)
      throw new AppError('workbook-unreadable', { file, reason: error.message }, { cause: error });
    if (!(error instanceof TooMuchUnpacked)) throw error;
    const details = { file, unpacked: error.unpacked, limit: error.limit };
    throw new AppError('workbook-too-large', details, { cause: error });
  }
}

async function readSheet(
  builder: TableBuilder,
  bytes: Uint8Array,
  sheet: string,
  report: (share: number, rows: number) => void,
  signal: AbortSignal | undefined,
): Promise<RawTable | null> {
  const { streamXlsxRows } = await import('hucre/xlsx');
  const pauses = new MessagePauses(signal);
  try {
    // Rows that the file leaves out are no records: two cells can stand a million rows apart.
    for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
      builder.push(values.map(workbookText), index + 1);
      if (await pauses.take()) report(0, builder.rows);
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
