import type * as arrowTypes from 'apache-arrow';
import type { DataType, Table, Vector } from 'apache-arrow';
import { AppError } from '../../domain/errors';
import type { Source } from './delimited/delimited';
import type { RawTable, ReadOptions } from './raw-table';
import { readTypedRows, shortFloat } from './typed-rows';
import { usable } from './usable-tables';

type Arrow = typeof arrowTypes;
type Read = (value: unknown) => unknown;

/** Reads an Arrow file (also called Feather), or a stream of Arrow messages. */
export async function readArrow({ name: file, blob }: Source, options: ReadOptions): Promise<RawTable[]> {
  const arrow = await import('apache-arrow');
  try {
    await refuseBrokenLengths();
    const table = tableOf(arrow, new Uint8Array(await blob.arrayBuffer()));
    if (table.schema.fields.length === 0) throw new Error('no columns');
    // A value takes a bit at least: more rows than bits are a broken length, and would be counted for hours.
    if (table.numRows > blob.size * 8) throw new Error(`${table.numRows} rows in ${blob.size} bytes`);
    const names = table.schema.fields.map(({ name }) => name);
    const columns = names.map((_, at) => table.getChildAt(at) as Vector);
    const readers = columns.map(({ type }) => readerOf(arrow, type as DataType));
    function* rows(): Generator<unknown[]> {
      for (let row = 0; row < table.numRows; row++) {
        yield columns.map((column, at) => {
          const value: unknown = column.get(row);
          return value === null ? null : readers[at](value);
        });
      }
    }
    const source = { file, sheet: null, names, rows: rows(), format: 'arrow' as const, bytes: blob.size };
    return usable(file, [await readTypedRows(source, options)]);
  } catch (error) {
    if (error instanceof AppError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    const codec = /(lz4|zstd)/i.exec(reason)?.[1];
    if (codec !== undefined) throw new AppError('compression-unknown', { file, codec }, { cause: error });
    throw new AppError('file-damaged', { file, kind: 'an Arrow file', reason }, { cause: error });
  }
}

/** Batch by batch: where a file's directory names a part that is no batch, the package would ask for it for ever. */
function tableOf(arrow: Arrow, bytes: Uint8Array): Table {
  const reader = arrow.RecordBatchReader.from(bytes);
  reader.open();
  if (!reader.isFile()) return new arrow.Table([...reader]);
  const batches = Array.from({ length: reader.numRecordBatches }, (_, at) => {
    const batch = reader.readRecordBatch(at);
    if (batch === null) throw new Error(`batch ${at + 1} is missing`);
    return batch;
  });
  return new arrow.Table(reader.schema, batches);
}

let isGuarded = false;
/**
 * The package counts up to whatever length a damaged file names, for hours. Lists of its metadata are read through this one
 * method: none has more entries than the buffer has bytes.
 */
async function refuseBrokenLengths(): Promise<void> {
  if (isGuarded) return;
  const { ByteBuffer } = await import('flatbuffers');
  const metadata = ByteBuffer.prototype;
  const lengthOf = Object.getOwnPropertyDescriptor(metadata, '__vector_len')?.value as (offset: number) => number;
  metadata.__vector_len = function (offset: number): number {
    const length = lengthOf.call(this, offset);
    if (length < 0 || length > this.capacity()) throw new RangeError(`a list of ${length} in ${this.capacity()} bytes`);
    return length;
  };
  isGuarded = true;
}

/** Dates come as milliseconds, decimals as the words of a large integer. */
function readerOf({ DataType, Precision }: Arrow, type: DataType): Read {
  if (DataType.isDictionary(type)) return (value) => value;
  if (DataType.isDate(type) || DataType.isTimestamp(type)) return (value) => new Date(Number(value));
  if (DataType.isFloat(type) && type.precision === Precision.SINGLE) return (value) => shortFloat(Number(value));
  if (DataType.isDecimal(type)) return (value) => decimalText(value as Uint32Array, type.scale);
  if (DataType.isTime(type)) return (value) => timeText(Number(value) / 1000 ** type.unit);
  return (value) => value;
}

function decimalText(words: Uint32Array, scale: number): string {
  const bits = BigInt(words.length * 32);
  const unsigned = words.reduceRight((sum, word) => (sum << 32n) | BigInt(word), 0n);
  const value = BigInt.asIntN(Number(bits), unsigned);
  const digits = String(value < 0n ? -value : value).padStart(scale + 1, '0');
  const text = scale > 0 ? `${digits.slice(0, -scale)}.${digits.slice(-scale)}` : digits;
  return value < 0n ? `-${text}` : text;
}

const timeText = (seconds: number): string => new Date(Math.round(seconds) * 1000).toISOString().slice(11, 19);
