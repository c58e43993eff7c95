import { AppError } from '../../domain/errors';
import { sniffEncoding } from './encodings/decode';
import type { Source } from './delimited/delimited';
import type { RawTable, ReadOptions } from './raw-table';
import { isJsonRow, looksLikeLines, unrollRecords, type JsonRow } from './nested-lists';
import { readTypedRows } from './typed-rows';
import { usable } from './usable-tables';

/** A service's answer may hold the list this deep: `{"data": {"orders": [...]}}`. */
const DEEPEST_LIST = 3;
/** Excel's limit, as for all tables. */
const MOST_COLUMNS = 16_384;

/** Reads a list of records, an object that holds one, or one record a line; lines within records become rows. */
export async function readJson({ name: file, blob }: Source, options: ReadOptions): Promise<RawTable[]> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const { encoding, bom } = sniffEncoding(bytes);
  const text = new TextDecoder(encoding).decode(bytes.subarray(bom));
  const records = parseWhole(text) ?? parseLines(file, text);
  if (records.length === 0) throw new AppError('file-empty', { file });
  const names = new Set<string>();
  const { rows, record, notices } = unrollRecords(records, file);
  for (const row of rows) {
    for (const name of Object.keys(row)) names.add(name);
    if (names.size > MOST_COLUMNS)
      throw new AppError('file-too-wide', { file, columns: names.size, limit: MOST_COLUMNS });
  }
  const columns = [...names];
  const values = (function* () {
    for (const row of rows) yield columns.map((name) => row[name]);
  })();
  const source = { file, sheet: null, names: columns, rows: values, format: 'json' as const, bytes: blob.size, record };
  const table = await readTypedRows(source, options);
  return usable(file, [table && notices.length > 0 ? { ...table, notices } : table]);
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
  return (isJsonRow(document) ? listIn(document, 1) : null) ?? [document];
}

/**
 * `{"orders": [...]}`, as web services answer: the longest list of the first depth that has one is the table. Null where the
 * document itself is a record, as an order with its lines is.
 */
function listIn(document: JsonRow, depth: number): unknown[] | null {
  const lists = Object.entries(document).filter(
    (entry): entry is [string, unknown[]] => Array.isArray(entry[1]) && entry[1].some(isJsonRow),
  );
  if (lists.length > 0) {
    const [name, longest] = lists.reduce((best, one) => (one[1].length > best[1].length ? one : best));
    return isRecordWith(document, name, longest) ? null : longest;
  }
  if (depth === DEEPEST_LIST) return null;
  for (const inner of Object.values(document)) {
    const found = isJsonRow(inner) ? listIn(inner, depth + 1) : null;
    if (found !== null) return found;
  }
  return null;
}

const RECORD_KEY = /^(?:id|.*_?(?:order|invoice|customer|client|kunde|email|created|date|number).*)$/i;

/** Whether a list holds the lines of the one record that the document is: lines name no customer and no day of their own. */
function isRecordWith(document: JsonRow, name: string, list: readonly unknown[]): boolean {
  const keys = Object.entries(document).flatMap(([key, value]) => (Array.isArray(value) ? [] : [key]));
  const rows = list.filter(isJsonRow);
  const named = keys.filter((key) => RECORD_KEY.test(key));
  const areWhole = rows.some((row) => Object.keys(row).some((key) => /customer|client|email|date|created/i.test(key)));
  return named.length >= 2 && !areWhole && looksLikeLines(name, list);
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
