import type { Database, Statement } from 'sql.js';
import { AppError } from '../../domain/errors';
import type { Source } from './delimited/delimited';
import type { RawTable, ReadOptions } from './raw-table';
import { readTypedRows } from './typed-rows';
import { chooseSheets, usable } from './usable-tables';

/** The package's types leave out what its code takes. */
type ExactStatement = Statement & {
  get(params: null, config: { readonly useBigInt: true }): (number | bigint | string | Uint8Array | null)[];
};

/** Reads every table of an SQLite file, or the one asked for. Views are passed over: they are statements of somebody else's. */
export async function readSqlite({ name: file, blob }: Source, options: ReadOptions): Promise<RawTable[]> {
  let database: Database | null = null;
  try {
    database = await open(new Uint8Array(await blob.arrayBuffer()));
    const found = namesOf(database);
    const tables: (RawTable | null)[] = [];
    for (const name of chooseSheets(file, found, options.sheet)) {
      tables.push(await readTable(database, file, name, blob.size, options));
    }
    return usable(file, tables);
  } catch (error) {
    if (error instanceof AppError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError('file-damaged', { file, kind: 'an SQLite database', reason }, { cause: error });
  } finally {
    database?.close();
  }
}

async function open(bytes: Uint8Array): Promise<Database> {
  const { default: initSqlJs } = await import('sql.js');
  // Node finds SQLite beside the package.
  const sql = await initSqlJs(import.meta.env.SSR ? {} : { locateFile: await wasmAddress() });
  return new sql.Database(bytes);
}

async function wasmAddress(): Promise<() => string> {
  const { default: url } = await import('sql.js/dist/sql-wasm-browser.wasm?url');
  return () => new URL(url, import.meta.url).href;
}

function namesOf(database: Database): string[] {
  const [result] = database.exec(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY rowid",
  );
  return result?.values.map(([name]) => String(name)) ?? [];
}

async function readTable(
  database: Database,
  file: string,
  name: string,
  bytes: number,
  options: ReadOptions,
): Promise<RawTable | null> {
  const statement = database.prepare(`SELECT * FROM "${name.replaceAll('"', '""')}"`);
  try {
    const rows = (function* () {
      // Whole numbers beyond 2^53 are keys: as doubles they would lose digits.
      while (statement.step()) yield (statement as ExactStatement).get(null, { useBigInt: true });
    })();
    const source = { file, sheet: name, names: statement.getColumnNames(), rows, format: 'sqlite' as const, bytes };
    return await readTypedRows(source, options);
  } finally {
    statement.free();
  }
}
