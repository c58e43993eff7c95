import { formatDay, formatMonth, formatUnit, type CalendarUnit } from '../../domain/calendar';
import { MONEY_SCALE } from '../../domain/money';
import type { Table, TableColumn, TableSpec } from '../../metrics/metric';

/** A day or calendar unit as text; null for what is written as a number. */
function wordsFor(kind: TableColumn, unit: CalendarUnit): ((value: number) => string) | null {
  if (kind === 'day') return formatDay;
  if (kind === 'month') return formatMonth;
  if (kind === 'week') return (value) => formatUnit('week', value);
  return kind === 'unit' ? (value) => formatUnit(unit, value) : null;
}

/**
 * A table as an Arrow file, for notebooks and databases: money in currency units, days and calendar units as text, empty as
 * null. The library is fetched on the first export. Columns are built from arrays, since Arrow's builders compile functions
 * from text, which the page's policy refuses.
 */
export async function arrowBlob(spec: TableSpec, table: Table, unit: CalendarUnit): Promise<Blob> {
  const arrow = await import('apache-arrow');
  const names = Object.keys(spec).filter((name) => table[name] !== undefined);
  const children = names.map((name) => {
    const column = table[name];
    const kind = spec[name];
    if (!(column instanceof Float64Array)) return textData(column);
    const words = wordsFor(kind, unit);
    if (words) return textData(Array.from(column, (value) => (Number.isNaN(value) ? null : words(value))));
    const isFilled = (row: number) => !Number.isNaN(column[row]);
    const length = column.length;
    if (kind === 'flag')
      return arrow.makeData({ type: new arrow.Bool(), length, data: bits(length, (row) => column[row] === 1), ...nulls(length, isFilled) }); // prettier-ignore
    const data = kind === 'money' || kind === 'money_number' ? column.map((value) => value / MONEY_SCALE) : column;
    return arrow.makeData({ type: new arrow.Float64(), length, data, ...nulls(length, isFilled) });
  });
  const fields = names.map((name, at) => new arrow.Field(name, children[at].type, true));
  const schema = new arrow.Schema(fields);
  const length = table[names[0]].length;
  const struct = arrow.makeData({ type: new arrow.Struct(fields), length, nullCount: 0, children });
  const bytes = arrow.tableToIPC(new arrow.Table(schema, [new arrow.RecordBatch(schema, struct)]), 'file');
  return new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/vnd.apache.arrow.file' });

  function textData(texts: readonly (string | null)[]) {
    const encoder = new TextEncoder();
    const encoded = texts.map((text) => encoder.encode(text ?? ''));
    const valueOffsets = new Int32Array(texts.length + 1);
    encoded.forEach(({ length: size }, row) => (valueOffsets[row + 1] = valueOffsets[row] + size));
    const data = new Uint8Array(valueOffsets[texts.length]);
    encoded.forEach((text, row) => data.set(text, valueOffsets[row]));
    const isFilled = (row: number) => texts[row] !== null;
    return arrow.makeData({ type: new arrow.Utf8(), length: texts.length, valueOffsets, data, ...nulls(texts.length, isFilled) }); // prettier-ignore
  }
}

/** One bit a row, the lowest first, as Arrow packs them. */
function bits(length: number, isSet: (row: number) => boolean): Uint8Array {
  const packed = new Uint8Array(Math.ceil(length / 8));
  for (let row = 0; row < length; row++) if (isSet(row)) packed[row >> 3] |= 1 << (row & 7);
  return packed;
}

function nulls(length: number, isFilled: (row: number) => boolean) {
  let nullCount = 0;
  for (let row = 0; row < length; row++) if (!isFilled(row)) nullCount++;
  return { nullCount, nullBitmap: nullCount === 0 ? null : bits(length, isFilled) };
}
