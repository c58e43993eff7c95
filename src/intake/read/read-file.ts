import { AppError, Cancelled } from '../../domain/errors';
import { sniffEncoding } from './encodings/decode';
import { readDelimited, type Source } from './delimited/delimited';
import type { RawTable, ReadOptions } from './raw-table';
import { completeDatevDays } from './datev-days';
import { completeSettlementCurrency } from './settlement-currency';
import { sniffFormat, type FileKind } from './sniff-format';
import { nameWorkbook, readWorkbook } from './workbooks/workbook';
import { readZipDirectory } from './archives/zip-directory';

const HEAD_BYTES = 64 << 10;
/** Bytes of a file that a tab can hold while it reads it; text is read in pieces, all others as a whole. */
const MOST_BYTES: Readonly<Record<FileKind, number>> = {
  text: 2 ** 31,
  zip: 2 ** 29,
  gzip: 2 ** 29,
  workbook: 2 ** 27,
  parquet: 2 ** 30,
  arrow: 2 ** 30,
  sqlite: 2 ** 29,
  json: 2 ** 28,
};

/**
 * Reads a file's tables: one of delimited text, one for each worksheet, database table or file of an archive with rows.
 * What a file is, is told from its content; its name may be wrong. Throws an AppError where the file as a whole cannot be
 * used. The readers of all kinds but text are loaded when one is met.
 */
export async function readTables(source: Source, options: ReadOptions = {}): Promise<RawTable[]> {
  return readAny(source, options, false);
}

async function readAny(source: Source, options: ReadOptions, isWithin: boolean): Promise<RawTable[]> {
  if (options.signal?.aborted) throw new Cancelled();
  const { name: file, blob } = source;
  if (blob.size === 0) throw new AppError('file-empty', { file });
  const head = new Uint8Array(await blob.slice(0, HEAD_BYTES).arrayBuffer());
  const format = sniffFormat(head, sniffEncoding(head).encoding.startsWith('utf-16'));
  if (format.kind === 'other') throw new AppError('file-not-a-table', { file, found: format.found });
  const limit = MOST_BYTES[format.kind];
  if (blob.size > limit) throw new AppError('file-too-large', { file, bytes: blob.size, limit, kind: format.kind });
  const readInner = (inner: Source, rest: ReadOptions): Promise<RawTable[]> => readAny(inner, rest, true);
  switch (format.kind) {
    case 'zip':
      return readZipped(source, options, isWithin, readInner);
    case 'gzip':
      if (isWithin) throw new AppError('archive-in-archive', { file });
      return (await import('./archives/read-archive')).readGzip(source, options, readInner);
    case 'workbook':
      return (await import('./workbooks/old-workbook')).readOldWorkbook(source, options);
    case 'sqlite':
      return (await import('./read-sqlite')).readSqlite(source, options);
    case 'parquet':
      return (await import('./read-parquet')).readParquet(withoutSheet(source, options), options);
    case 'arrow':
      return (await import('./read-arrow')).readArrow(withoutSheet(source, options), options);
    case 'json':
      return (await import('./read-json')).readJson(withoutSheet(source, options), options);
    case 'text':
      return [completeOwnWay(await readDelimited(withoutSheet(source, options), head, options))];
  }
}

/** What systems write once for many rows. */
const completeOwnWay = (table: RawTable): RawTable => completeSettlementCurrency(completeDatevDays(table));

/** The source, where nobody asked for a sheet: a file of one table has none. */
function withoutSheet(source: Source, { sheet }: ReadOptions): Source {
  if (sheet !== undefined) throw new AppError('sheet-missing', { file: source.name, sheet, found: [] });
  return source;
}

async function readZipped(
  source: Source,
  options: ReadOptions,
  isWithin: boolean,
  readInner: (source: Source, options: ReadOptions) => Promise<RawTable[]>,
): Promise<RawTable[]> {
  const { name: file, blob } = source;
  const entries = await readZipDirectory(blob);
  if (entries === null) throw new AppError('archive-unreadable', { file });
  const names = new Set(entries.map(({ name }) => name));
  const workbook = nameWorkbook(names);
  if (workbook !== null) return readWorkbook(source, workbook, entries, options);
  const document = nameDocument(names);
  if (document !== null) throw new AppError('file-not-a-table', { file, found: document });
  if (isWithin) throw new AppError('archive-in-archive', { file });
  return (await import('./archives/read-archive')).readZip(source, entries, options, readInner);
}

function nameDocument(names: ReadonlySet<string>): string | null {
  if (names.has('word/document.xml')) return 'a Word document';
  return names.has('ppt/presentation.xml') ? 'a PowerPoint presentation' : null;
}
