import { AppError } from '../domain/errors';
import { sniffEncoding } from './decode';
import type { Source } from './delimited';
import type { RawTable, ReadOptions } from './raw-table';
import { readTypedRows } from './typed-rows';
import { usable } from './usable-tables';

type Row = Record<string, unknown>;

/** A record within a record becomes columns of its own, `customer.name`; deeper than this it stays text. */
const DEEPEST = 4;
/** Excel's limit, as for all tables. */
const MOST_COLUMNS = 16_384;

/** Reads a list of records, an object that holds one, or one record a line. */
export async function readJson({ name: file, blob }: Source, options: ReadOptions): Promise<RawTable[]> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const { encoding, bom } = sniffEncoding(bytes);
  const text = new TextDecoder(encoding).decode(bytes.subarray(bom));
  const records = parseWhole(text) ?? parseLines(file, text);
  if (records.length === 0) throw new AppError('file-empty', { file });
  const names = new Set<string>();
  const rows = records.map((record) => flatten(record));
  for (const row of rows) {
    for (const name of Object.keys(row)) names.add(name);
    if (names.size > MOST_COLUMNS)
      throw new AppError('file-too-wide', { file, columns: names.size, limit: MOST_COLUMNS });
  }
  const columns = [...names];
  const values = (function* () {
    for (const row of rows) yield columns.map((name) => row[name]);
  })();
  const source = { file, sheet: null, names: columns, rows: values, format: 'json' as const, bytes: blob.size };
  return usable(file, [await readTypedRows(source, options)]);
}

/** Null where the text is not one document. */
function parseWhole(text: string): unknown[] | null {
  let document: unknown;
  try {
    document = parseExactly(text);
  } catch {
    return null;
  }
  if (Array.isArray(document)) return document as unknown[];
  // `{"orders": [...]}`, as web services answer; the longest list is the table.
  const lists = isRow(document) ? Object.values(document).filter(isList) : [];
  const [longest] = lists.filter((list) => list.some(isRow)).sort((a, b) => b.length - a.length);
  return longest ?? [document];
}

function parseLines(file: string, text: string): unknown[] {
  const records: unknown[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    try {
      records.push(parseExactly(line));
    } catch (cause) {
      throw new AppError('json-broken', { file, line: at + 1 }, { cause });
    }
  }
  return records;
}

/** Numbers of more digits than a double holds are mostly keys: they stay text, digit by digit. */
function parseExactly(text: string): unknown {
  if (!/\d{16}/.test(text)) return JSON.parse(text) as unknown;
  const exact = text.replace(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g, (token) =>
    token.startsWith('"') || !/^-?\d{16,}$/.test(token) ? token : `"${token}"`,
  );
  return JSON.parse(exact) as unknown;
}

const isList = (value: unknown): value is unknown[] => Array.isArray(value);
const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A list of lists has no names: its columns are numbered. */
function flatten(record: unknown): Row {
  const row: Row = Object.create(null) as Row;
  if (isList(record)) record.forEach((value, at) => (row[`column ${at + 1}`] = value));
  else if (isRow(record)) spread(record, '', 1, row);
  else row['value'] = record;
  return row;
}

function spread(record: Row, prefix: string, depth: number, row: Row): void {
  for (const [name, value] of Object.entries(record)) {
    if (isRow(value) && depth < DEEPEST) spread(value, `${prefix}${name}.`, depth + 1, row);
    else row[prefix + name] = value;
  }
}
