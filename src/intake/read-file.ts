import { AppError, Cancelled } from '../domain/errors';
import { sniffEncoding } from './decode';
import { readDelimited, type Source } from './delimited';
import type { RawTable, ReadOptions } from './raw-table';
import { sniffFormat } from './sniff-format';
import { readWorkbook } from './workbook';

const HEAD_BYTES = 64 << 10;

/**
 * Reads a file's tables: one of delimited text, one for each worksheet with rows. What a file is, is told from its
 * content; its name may be wrong. Throws an AppError where the file as a whole cannot be used.
 */
export async function readTables(source: Source, options: ReadOptions = {}): Promise<RawTable[]> {
  if (options.signal?.aborted) throw new Cancelled();
  const { name: file, blob } = source;
  if (blob.size === 0) throw new AppError('file-empty', { file });
  const head = new Uint8Array(await blob.slice(0, HEAD_BYTES).arrayBuffer());
  const format = sniffFormat(head, sniffEncoding(head).encoding.startsWith('utf-16'));
  if (format.kind === 'other') throw new AppError('file-not-a-table', { file, found: format.found });
  if (format.kind === 'zip') return readWorkbook(source, options);
  if (options.sheet !== undefined) throw new AppError('sheet-missing', { file, sheet: options.sheet, found: [] });
  return [await readDelimited(source, head, options)];
}
