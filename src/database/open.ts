import initSqlJs from 'sql.js';

export type Database = initSqlJs.Database;

/**
 * An empty database in memory. `wasmUrl` is where the browser finds SQLite; Node finds it beside the package.
 * It is not kept, so it has neither journal nor synchronous writes.
 */
export async function openDatabase(wasmUrl?: string): Promise<Database> {
  const sql = await initSqlJs({
    useOldExtensionFunctions: false,
    ...(wasmUrl === undefined ? {} : { locateFile: () => wasmUrl }),
  } as initSqlJs.SqlJsConfig);
  const database = new sql.Database();
  database.run(
    'PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA temp_store = MEMORY',
  );
  return database;
}
