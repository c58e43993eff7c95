import { Cancelled } from '../../domain/errors';
import type { RawTable, ReadOptions, TableFormat } from './raw-table';
import { TableBuilder } from './table-builder';
import { workbookText } from './workbooks/workbook-cell';

/** Milliseconds between two pauses in which a cancel can arrive, and rows between two looks at the clock. */
const PAUSE_EVERY = 50;
const ROWS_AT_ONCE = 500;

/** Lets waiting messages be handled from time to time. Throws Cancelled once the reading is not wanted any more. */
export class MessagePauses {
  #last = performance.now();
  #rows = 0;

  constructor(private readonly signal: AbortSignal | undefined) {}

  /** To be called for every row; true where it is worth saying how far the reading is. */
  async take(): Promise<boolean> {
    if (++this.#rows % ROWS_AT_ONCE !== 0 || performance.now() - this.#last < PAUSE_EVERY) return false;
    await new Promise((resolve) => setTimeout(resolve));
    if (this.signal?.aborted) throw new Cancelled();
    this.#last = performance.now();
    return true;
  }
}

interface TypedSource {
  readonly file: string;
  readonly sheet: string | null;
  readonly names: readonly string[];
  readonly rows: AsyncIterable<readonly unknown[]> | Iterable<readonly unknown[]>;
  readonly format: TableFormat;
  readonly bytes: number;
  /** Of each row, the record that it comes from, where records became several rows. */
  readonly record?: readonly number[];
}

/** A table out of values with types, whose header is known. Lines count the records from 1. Null where it has no columns. */
export async function readTypedRows(source: TypedSource, options: ReadOptions): Promise<RawTable | null> {
  const { file, sheet, names, bytes: totalBytes } = source;
  const builder = new TableBuilder(file, sheet);
  builder.begin(names);
  const pauses = new MessagePauses(options.signal);
  let line = 0;
  for await (const values of source.rows) {
    builder.push(values.map(valueText), source.record?.[line] ?? line + 1);
    line++;
    if (await pauses.take()) options.onprogress?.({ bytes: 0, totalBytes, rows: builder.rows });
  }
  if (options.signal?.aborted) throw new Cancelled();
  options.onprogress?.({ bytes: totalBytes, totalBytes, rows: builder.rows });
  return builder.finish({ encoding: null, delimiter: null, quote: null, format: source.format });
}

const utf8 = new TextDecoder();

/** A value as text: dates in ISO, plain decimals, TRUE and FALSE; lists and records as JSON. */
export function valueText(value: unknown): string {
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null || value instanceof Date) {
    return workbookText(value as string | number | boolean | Date | null | undefined);
  }
  if (value instanceof Uint8Array) return utf8.decode(value);
  return JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? String(inner) : inner)) ?? '';
}

/** The shortest decimal that is the same 32-bit number: 0.1, not 0.10000000149011612. */
export function shortFloat(value: number): number {
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return short;
  }
  return value;
}
