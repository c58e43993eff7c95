import type { AsyncBuffer, SchemaTree } from 'hyparquet';
import { AppError } from '../../domain/errors';
import type { Source } from './delimited/delimited';
import type { RawTable, ReadOptions } from './raw-table';
import { readTypedRows, shortFloat } from './typed-rows';
import { usable } from './usable-tables';

/** Reads a Parquet file, row group by row group. */
export async function readParquet({ name: file, blob }: Source, options: ReadOptions): Promise<RawTable[]> {
  const { parquetMetadataAsync, parquetReadObjects, parquetSchema } = await import('hyparquet');
  const buffer: AsyncBuffer = {
    byteLength: blob.size,
    slice: (start, end = blob.size) => {
      // A broken offset ends the process in Node.
      if (!(start >= 0 && start <= end && end <= blob.size)) throw new RangeError(`bytes ${start} to ${end}`);
      return blob.slice(start, end).arrayBuffer();
    },
  };
  try {
    const metadata = await parquetMetadataAsync(buffer);
    const columns = parquetSchema(metadata).children;
    const names = columns.map(({ element }) => element.name);
    async function* rows(): AsyncGenerator<unknown[]> {
      let rowStart = 0;
      for (const { num_rows } of metadata.row_groups) {
        const rowEnd = rowStart + Number(num_rows);
        // One column after the other: of several at once, a second that fails would fail unheard.
        const values: unknown[][] = [];
        for (const column of columns) {
          const wanted = { file: buffer, metadata, rowStart, rowEnd, columns: [column.element.name] };
          values.push((await parquetReadObjects(wanted)).map((row) => valueOf(row, column)));
        }
        const rows = values[0]?.length ?? 0;
        for (let row = 0; row < rows; row++) yield values.map((column) => column[row]);
        rowStart = rowEnd;
      }
    }
    const source = { file, sheet: null, names, rows: rows(), format: 'parquet' as const, bytes: blob.size };
    return usable(file, [await readTypedRows(source, options)]);
  } catch (error) {
    if (error instanceof AppError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    const codec = /compression codec: (\w+)/.exec(reason)?.[1];
    if (codec !== undefined) throw new AppError('compression-unknown', { file, codec }, { cause: error });
    throw new AppError('file-damaged', { file, kind: 'a Parquet file', reason }, { cause: error });
  }
}

function valueOf(row: Readonly<Record<string, unknown>>, { element }: SchemaTree): unknown {
  const value = row[element.name];
  return element.type === 'FLOAT' && typeof value === 'number' ? shortFloat(value) : value;
}
