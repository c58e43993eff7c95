import { DuckDBInstance } from '@duckdb/node-api';
import { write, utils, type BookType, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { Bool, DateDay, Decimal, makeBuilder, Table, tableToIPC, Utf8, vectorFromArray } from 'apache-arrow';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import initSqlJs from 'sql.js';
import { deflateRawSync, gzipSync } from 'node:zlib';
import type { Bytes } from './reading-files';

/** One table in every kind of file, written by others than the readers where there are others. */
export const HEADER = ['order', 'day', 'amount', 'paid', 'note'];
/** As it is read: ISO dates, plain decimals, flags in capitals, zeros before a number kept. */
export const ROWS = [
  ['00123', '2024-02-29', '261.96', 'TRUE', 'größer – 漢字'],
  ['A2', '2023-12-31', '-5', 'FALSE', ''],
  ['A3', '1999-01-01', '0.1', 'TRUE', '<b>x</b> & "y"'],
];

const dayNumber = (iso: string): number => (Date.parse(iso) - Date.UTC(1899, 11, 30)) / 86_400_000;

/** A worksheet of the table; serial days with a date's format. */
export function sheetOfRows(): WorkSheet {
  const sheet = utils.aoa_to_sheet([
    HEADER,
    ...ROWS.map(([order, , amount, paid, note]) => [order, null, Number(amount), paid === 'TRUE', note]),
  ]);
  ROWS.forEach(([, day], row) => (sheet[`B${row + 2}`] = { t: 'n', v: dayNumber(day), z: 'yyyy\\-mm\\-dd' }));
  return sheet;
}

export function bookOf(sheets: Readonly<Record<string, WorkSheet>>): WorkBook {
  const book = utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name);
  return book;
}

export const writeBook = (book: WorkBook, bookType: BookType): Bytes =>
  Uint8Array.from(new Uint8Array(write(book, { type: 'array', bookType, cellDates: false }) as ArrayBuffer));

export const packGzip = (content: Uint8Array): Bytes => Uint8Array.from(gzipSync(content));
export const deflate = (content: Uint8Array): Bytes => Uint8Array.from(deflateRawSync(content));

const sqlLiteral = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const valuesOf = (day: (iso: string) => string, flag: (paid: string) => string): string =>
  ROWS.map(
    ([order, iso, amount, paid, note]) =>
      `(${sqlLiteral(order)}, ${day(iso)}, ${amount}, ${flag(paid)}, ${note === '' ? 'NULL' : sqlLiteral(note)})`,
  ).join(', ');

/** Written by DuckDB. */
export async function writeParquet(query = parquetQuery(), options = ''): Promise<Bytes> {
  const folder = await mkdtemp(path.join(tmpdir(), 'parquet-'));
  try {
    const file = path.join(folder, 'made.parquet');
    const connection = await (await DuckDBInstance.create()).connect();
    await connection.run(`COPY (${query}) TO '${file}' (FORMAT parquet${options})`);
    connection.closeSync();
    return Uint8Array.from(await readFile(file));
  } finally {
    await rm(folder, { recursive: true });
  }
}

const parquetQuery = (): string =>
  `SELECT col0 AS "order", col1 AS day, CAST(col2 AS DECIMAL(12, 2)) AS amount, col3 AS paid, col4 AS note FROM (VALUES ${valuesOf(
    (iso) => `DATE '${iso}'`,
    (paid) => paid,
  )})`;

export async function writeSqlite(statements = sqliteStatements()): Promise<Bytes> {
  const database = new (await initSqlJs()).Database();
  database.run(statements);
  const bytes = Uint8Array.from(database.export());
  database.close();
  return bytes;
}

const sqliteStatements = (): string =>
  `CREATE TABLE orders ("order" TEXT, day TEXT, amount REAL, paid TEXT, note TEXT);
   INSERT INTO orders VALUES ${valuesOf(sqlLiteral, sqlLiteral)};`;

export function writeArrow(kind: 'file' | 'stream' = 'file'): Bytes {
  const column = (at: number): string[] => ROWS.map((cells) => cells[at]);
  const amounts = makeBuilder({ type: new Decimal(2, 12, 128) });
  for (const amount of column(2)) amounts.append(decimalWords(BigInt(Math.round(Number(amount) * 100))));
  const table = new Table({
    order: vectorFromArray(column(0), new Utf8()),
    day: vectorFromArray(
      column(1).map((iso) => new Date(iso)),
      new DateDay(),
    ),
    amount: amounts.finish().toVector(),
    paid: vectorFromArray(
      column(3).map((paid) => paid === 'TRUE'),
      new Bool(),
    ),
    note: vectorFromArray(
      column(4).map((note) => note || null),
      new Utf8(),
    ),
  });
  return Uint8Array.from(tableToIPC(table, kind));
}

function decimalWords(value: bigint): Uint32Array {
  const whole = BigInt.asUintN(128, value);
  return Uint32Array.from({ length: 4 }, (_, at) => Number((whole >> BigInt(32 * at)) & 0xffffffffn));
}

export const records = (): object[] =>
  ROWS.map(([order, day, amount, paid, note]) => ({
    order,
    day,
    amount: Number(amount),
    paid: paid === 'TRUE',
    note: note || null,
  }));
