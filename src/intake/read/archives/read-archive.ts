import { AppError } from '../../../domain/errors';
import type { Source } from '../delimited/delimited';
import type { RawTable, ReadOptions } from '../raw-table';
import { PackedBytesDamaged, TooMuchUnpacked, limitPassed, unpack, unpackEntry } from './unpack';
import { chooseSheets, usable } from '../usable-tables';
import type { ZipEntry } from './zip-directory';

/** Reads what an archive holds, which is no archive itself. */
type ReadInner = (source: Source, options: ReadOptions) => Promise<RawTable[]>;

/** Files that no person put there. */
const BY_THE_WAY = /(^|\/)(__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/;
/** Bytes that come out of one, at most of all tables. */
const USUAL_RATIO = 20;
/** Files in an archive that are read; more is a backup, not an export. */
const MOST_FILES = 200;

/** Reads a file packed with gzip. */
export async function readGzip(
  { name: file, blob }: Source,
  options: ReadOptions,
  read: ReadInner,
): Promise<RawTable[]> {
  // The last four bytes say the size, up to 4 GB; a lie is found out on the way.
  const claimed = new DataView(await blob.slice(-4).arrayBuffer());
  const size = claimed.byteLength === 4 ? claimed.getUint32(0, true) : 0;
  const limit = limitPassed(size, blob.size);
  if (limit !== null) throw new AppError('archive-too-large', { file, unpacked: size, limit });
  // A file put together of several parts says the size of the last one only.
  const most = Math.max(size, blob.size * USUAL_RATIO);
  const unpacked = await unpackOrRefuse(file, () => unpack(blob, 'gzip', { most, signal: options.signal }));
  return read({ name: file, blob: unpacked }, options);
}

/** Reads every file of a ZIP archive that holds a table; each is a table of its own, named after the file within. */
export async function readZip(
  { name: file, blob }: Source,
  entries: readonly ZipEntry[],
  options: ReadOptions,
  read: ReadInner,
): Promise<RawTable[]> {
  const files = entries.filter(({ name }) => !name.endsWith('/') && !BY_THE_WAY.test(name));
  if (files.length > MOST_FILES)
    throw new AppError('archive-too-many', { file, files: files.length, limit: MOST_FILES });
  const unpacked = files.reduce((sum, entry) => sum + entry.uncompressed, 0);
  const limit = limitPassed(unpacked, blob.size);
  if (limit !== null) throw new AppError('archive-too-large', { file, unpacked, limit });
  const { sheet, ...rest } = options;
  const found: RawTable[] = [];
  let refusal: AppError | null = null;
  for (const entry of files) {
    const inner = await unpackOrRefuse(file, () => unpackEntry(blob, entry, options.signal));
    if (inner === null) throw new AppError('archive-unreadable', { file, entry: entry.name });
    try {
      const tables = await read({ name: entry.name, blob: inner }, rest);
      found.push(...tables.map((table) => within(file, entry.name, table)));
    } catch (error) {
      // A read-me among the tables is no reason to refuse them, and one refusal speaks for all.
      if (!(error instanceof AppError) || !PASSED_OVER.has(String(error.code))) throw error;
      refusal ??= error as AppError;
    }
  }
  if (found.length === 0) throw refusal ?? new AppError('file-empty', { file });
  const wanted = chooseSheets(
    file,
    found.map((table) => table.sheet ?? ''),
    sheet,
  );
  return usable(
    file,
    found.filter((table) => wanted.includes(table.sheet ?? '')),
  );
}

const PASSED_OVER: ReadonlySet<string> = new Set(['file-not-a-table', 'file-empty', 'file-header-only']);

const within = (file: string, entry: string, table: RawTable): RawTable => ({
  ...table,
  file,
  sheet: table.sheet === null ? entry : `${entry} ${table.sheet}`,
});

async function unpackOrRefuse<T>(file: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof TooMuchUnpacked)
      throw new AppError('archive-too-large', { file, unpacked: error.unpacked, limit: error.limit }, { cause: error });
    if (error instanceof PackedBytesDamaged) throw new AppError('archive-unreadable', { file }, { cause: error });
    throw error;
  }
}
