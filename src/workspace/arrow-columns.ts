import {
  Dictionary,
  Field,
  Float64,
  Int16,
  Int32,
  Int8,
  makeData,
  makeVector,
  RecordBatch,
  Schema,
  Struct,
  Table,
  tableFromIPC,
  tableToIPC,
  Uint64,
  Uint8,
  Utf8,
  type Data,
} from 'apache-arrow';
import type { TextColumn } from '../domain/columns';
import { readTexts, textBytes } from './arrow-text';

export type KeptArray = Int32Array | Float64Array | Uint8Array | BigUint64Array;
export interface KeptColumn {
  readonly name: string;
  /** The column's use in its table, since two columns may have the same name. */
  readonly kind: string;
  readonly values: TextColumn | KeptArray;
}

const KIND = 'perennial.kind';
const META = 'perennial';

// Columns are built from arrays, since Arrow's builders compile functions from text, which the page's policy refuses.

/** Columns of equal length as one Arrow file; `meta` is its metadata. Empty text is null, which other tools expect. */
export function writeColumns(meta: unknown, rows: number, columns: readonly KeptColumn[]): Uint8Array {
  const data = columns.map(({ values }) => ('codes' in values ? dictionaryData(values) : arrayData(values)));
  const fields = columns.map(
    ({ name, kind }, at) => new Field(name, data[at].type, data[at].nullCount > 0, new Map([[KIND, kind]])),
  );
  const schema = new Schema(fields, new Map([[META, JSON.stringify(meta)]]));
  const struct = makeData({ type: new Struct(fields), length: rows, nullCount: 0, children: data });
  return tableToIPC(new Table(schema, [new RecordBatch(schema, struct)]), 'file');
}

/** Columns as they were written; arrays are views of `bytes` where possible. Throws for any other file. */
export function readColumns(bytes: Uint8Array): { meta: unknown; columns: KeptColumn[] } {
  const table = tableFromIPC(bytes);
  const { schema } = table;
  const [batch] = table.batches;
  if (table.batches.length > 1) throw new TypeError('more than one batch');
  const columns = schema.fields.map((field, at): KeptColumn => ({
    name: field.name,
    kind: field.metadata.get(KIND) ?? '',
    values: valuesOf(batch ? batch.data.children[at] : makeData({ type: field.type as Int32, length: 0 })),
  }));
  return { meta: JSON.parse(schema.metadata.get(META) ?? 'null'), columns };
}

function arrayData(values: KeptArray): Data {
  if (values instanceof Int32Array) return makeData({ type: new Int32(), data: values, nullCount: 0 });
  if (values instanceof Float64Array) return makeData({ type: new Float64(), data: values, nullCount: 0 });
  if (values instanceof Uint8Array) return makeData({ type: new Uint8(), data: values, nullCount: 0 });
  return makeData({ type: new Uint64(), data: values, nullCount: 0 });
}

/** Codes as narrow as the dictionary allows; -1 is written for each null, so that reading needs no bitmap. */
function dictionaryData({ codes, values }: TextColumn): Data {
  const { bytes, offsets } = textBytes(values);
  const texts = makeData({ type: new Utf8(), length: values.length, nullCount: 0, data: bytes, valueOffsets: offsets });
  const dictionary = makeVector(texts);
  const { nullCount, nullBitmap } = nullsOf(codes);
  const length = codes.length;
  const rest = { length, nullCount, nullBitmap, dictionary };
  if (values.length < 2 ** 7)
    return makeData({ type: new Dictionary(new Utf8(), new Int8()), data: Int8Array.from(codes), ...rest });
  if (values.length < 2 ** 15)
    return makeData({ type: new Dictionary(new Utf8(), new Int16()), data: Int16Array.from(codes), ...rest });
  return makeData({ type: new Dictionary(new Utf8(), new Int32()), data: codes, ...rest });
}

function nullsOf(codes: Int32Array): { nullCount: number; nullBitmap: Uint8Array | null } {
  let nullCount = 0;
  for (let row = 0; row < codes.length; row++) if (codes[row] < 0) nullCount++;
  if (nullCount === 0) return { nullCount, nullBitmap: null };
  const nullBitmap = new Uint8Array(Math.ceil(codes.length / 64) * 8);
  for (let row = 0; row < codes.length; row++) if (codes[row] >= 0) nullBitmap[row >> 3] |= 1 << (row & 7);
  return { nullCount, nullBitmap };
}

function valuesOf(data: Data): KeptColumn['values'] {
  const type = data.type;
  const values = (data.values as KeptArray | Int8Array | Int16Array | undefined)?.subarray(0, data.length);
  if (type instanceof Dictionary) return { codes: codesOf(values, data.length), values: textsOf(data) };
  if (
    values instanceof Int32Array ||
    values instanceof Float64Array ||
    values instanceof Uint8Array ||
    values instanceof BigUint64Array
  )
    return values;
  throw new TypeError('a column of another type');
}

function codesOf(values: unknown, length: number): Int32Array {
  if (values instanceof Int32Array) return values;
  if (values instanceof Int8Array || values instanceof Int16Array) return Int32Array.from(values);
  if (length === 0) return new Int32Array(0);
  throw new TypeError('no codes');
}

function textsOf(data: Data): string[] {
  const [texts] = data.dictionary?.data ?? [];
  if (!texts || texts.length === 0) return [];
  return readTexts(texts.values as Uint8Array, (texts.valueOffsets as Int32Array).subarray(0, texts.length + 1));
}
