import { readTables } from '../../src/intake/read/read-file';
import type { RawTable, ReadOptions } from '../../src/intake/read/raw-table';

export type Bytes = Uint8Array<ArrayBuffer>;
export type WrittenEncoding = 'utf-8' | 'utf-8 bom' | 'utf-16le' | 'utf-16le bom' | 'utf-16be bom' | 'windows-1252';

/** The characters of windows-1252 that tests write, besides those below U+0100 that are their own byte. */
const WINDOWS_1252: Record<string, number> = { '€': 0x80, '–': 0x96, '’': 0x92, Š: 0x8a };

export function encode(text: string, encoding: WrittenEncoding = 'utf-8'): Bytes {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-8 bom') return new TextEncoder().encode('\ufeff' + text);
  if (encoding === 'windows-1252')
    return Uint8Array.from(text, (character) => WINDOWS_1252[character] ?? character.charCodeAt(0));
  const marked = encoding.endsWith('bom') ? '\ufeff' + text : text;
  const bytes = new Uint8Array(marked.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < marked.length; at++)
    view.setUint16(at * 2, marked.charCodeAt(at), encoding.startsWith('utf-16le'));
  return bytes;
}

export const read = (content: string | Bytes, options: ReadOptions = {}, name = 'orders.csv'): Promise<RawTable[]> =>
  readTables({ name, blob: new Blob([content]) }, options);

export async function readOne(content: string | Bytes, options: ReadOptions = {}): Promise<RawTable> {
  const tables = await read(content, options);
  if (tables.length !== 1) throw new Error(`${tables.length} tables`);
  return tables[0];
}

export const cell = (table: RawTable, row: number, column: number): string => {
  const { codes, values } = table.columns[column];
  return codes[row] < 0 ? '' : values[codes[row]];
};

export const rowsOf = (table: RawTable): string[][] =>
  Array.from({ length: table.rows }, (_, row) => table.columns.map((_, column) => cell(table, row, column)));

export interface Written {
  readonly delimiter: string;
  readonly newline: string;
  readonly quoteAll: boolean;
  readonly endsWithNewline: boolean;
}

/** RFC 4180, with any delimiter: a cell is quoted where it must be, or always. */
export function writeDelimited(
  rows: readonly (readonly string[])[],
  { delimiter, newline, quoteAll, endsWithNewline }: Written,
): string {
  const must = /[",;\t|\r\n']|^\s|\s$/;
  const write = (text: string): string => (quoteAll || must.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((cells) => cells.map(write).join(delimiter)).join(newline) + (endsWithNewline ? newline : '');
}

export interface Entry {
  readonly name: string;
  readonly content?: string;
  readonly bytes?: Bytes;
  /** The content deflated. */
  readonly packed?: Bytes;
  /** What the directory claims, where that is a lie. */
  readonly claims?: number;
}

/** A ZIP archive of entries stored or deflated, as small as the format allows; checksums are left 0. */
export function writeZip(entries: readonly Entry[]): Bytes {
  const parts: Bytes[] = [];
  const directory: Bytes[] = [];
  let offset = 0;
  for (const { name, content = '', bytes, packed, claims } of entries) {
    const [nameBytes, body] = [encode(name), packed ?? bytes ?? encode(content)];
    const method = packed ? 8 : 0;
    const sizes = [0, body.length, claims ?? body.length];
    const local = record(
      [0x04034b50, 4],
      [20, 0, method, 0, 0].map(short),
      sizes.map(long),
      [short(nameBytes.length), short(0)],
      nameBytes,
      body,
    );
    const central = record(
      [0x02014b50, 4],
      [20, 20, 0, method, 0, 0].map(short),
      sizes.map(long),
      [short(nameBytes.length), ...Array.from({ length: 4 }, () => short(0))],
      [long(0), long(offset)],
      nameBytes,
    );
    parts.push(local);
    directory.push(central);
    offset += local.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = record(
    [0x06054b50, 4],
    [0, 0, entries.length, entries.length].map(short),
    [long(size), long(offset)],
    [short(0)],
  );
  return concatenate([...parts, ...directory, end]);
}

type Field = readonly [value: number, bytes: number];
const short = (value: number): Field => [value, 2];
const long = (value: number): Field => [value, 4];

function record(signature: Field, ...parts: readonly (readonly Field[] | Bytes)[]): Bytes {
  return concatenate([
    littleEndian(signature),
    ...parts.map((part) => (part instanceof Uint8Array ? part : concatenate(part.map(littleEndian)))),
  ]);
}

const littleEndian = ([value, bytes]: Field): Bytes =>
  Uint8Array.from({ length: bytes }, (_, at) => Math.floor(value / 256 ** at) % 256);

export function concatenate(parts: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
