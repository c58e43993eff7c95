import * as duckdb from '@duckdb/duckdb-wasm';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import { filterStatement, queryFor, readCsv, starStatements, type Schema } from './queries';
import { numberLines, pairLines, type Answer, type Days, type Pair, type Question } from './questions';

/** DuckDB-WASM as its documentation says: its own worker, on this origin; the file is read where it lies. */
export class DuckDb {
  #database: duckdb.AsyncDuckDB | null = null;
  #connection: duckdb.AsyncDuckDBConnection | null = null;

  /** A first query has been answered. */
  async start(): Promise<void> {
    this.#database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), new Worker(workerUrl));
    await this.#database.instantiate(new URL(wasmUrl, location.href).href);
    await this.#database.open({ query: { castBigIntToDouble: true } });
    this.#connection = await this.#database.connect();
    await this.query('SELECT 1 + 1');
  }

  /** With the types given, which is faster than to have them guessed. */
  async read(file: File): Promise<void> {
    await this.#database!.registerFileHandle('lines.csv', file, duckdb.DuckDBDataProtocol.BROWSER_FILEREADER, true);
    await this.query(readCsv('lines.csv'));
    await this.#database!.dropFile('lines.csv');
  }

  async makeStar(): Promise<void> {
    for (const statement of starStatements) await this.query(statement);
  }

  async ask(question: Question, schema: Schema, days: Days): Promise<Rows> {
    if (days) await this.query(filterStatement(schema, days));
    return this.query(queryFor(question, schema, days));
  }

  async brush(questions: readonly Question[], schema: Schema, days: NonNullable<Days>): Promise<void> {
    await this.query(filterStatement(schema, days));
    for (const question of questions) await this.query(queryFor(question, schema, days));
  }

  /** The names that the star's codes stand for. */
  async namesOf(question: Question, schema: Schema): Promise<readonly string[] | null> {
    if (schema === 'plain') return null;
    const table =
      question === 'survival' ? 'channels' : question === 'categoriesByCustomer' ? 'categories' : 'products';
    return cellsOf(await this.query(`SELECT name FROM ${table} ORDER BY key`)).map(([name]) => String(name));
  }

  query(sql: string): Promise<Rows> {
    return this.#connection!.query(sql);
  }
}

/** An Arrow table of the version that DuckDB-WASM brings. */
type Rows = Awaited<ReturnType<duckdb.AsyncDuckDBConnection['query']>>;

function cellsOf(rows: Rows): unknown[][] {
  const columns = Array.from({ length: rows.numCols }, (_, column) => rows.getChildAt(column)!);
  return Array.from({ length: rows.numRows }, (_, row) => columns.map((column) => column.get(row) as unknown));
}

/** @param names what the codes of items stand for; null where items are names */
export function answerOf(question: Question, rows: Rows, names: readonly string[] | null): Answer {
  const cells = cellsOf(rows);
  if (question === 'triangle' || question === 'quintiles') return numberLines(cells.map((row) => row.map(Number)));
  if (question === 'curve') return numberLines(addUp(cells.map((row) => row.map(Number))));
  const nameOf = (item: unknown) => (names ? names[Number(item)] : String(item));
  if (question === 'survival')
    return cells.map(([stratum, ...counts]) => [nameOf(stratum), ...counts.map(Number)].join('|')).sort();
  const holders = new Map<string, number>();
  const pairs = cells.map(([from, to, both, fromFirst, toFirst]): Pair => {
    const pair = {
      from: nameOf(from),
      to: nameOf(to),
      both: Number(both),
      fromFirst: Number(fromFirst),
      toFirst: Number(toFirst),
    };
    if (pair.from === pair.to) holders.set(pair.from, pair.both);
    return pair;
  });
  return pairLines(question, pairs, holders);
}

/** What each hundredth adds, as what the best hundredths up to it hold. */
function addUp(added: readonly number[][]): number[][] {
  const curve = [[0, 0, 0]];
  const byHundredth = new Map(added.map(([hundredth, customers, value]) => [hundredth, { customers, value }]));
  for (let hundredth = 1; hundredth <= 100; hundredth++) {
    const [, customers, value] = curve[hundredth - 1];
    const more = byHundredth.get(hundredth);
    curve.push([hundredth, customers + (more?.customers ?? 0), value + (more?.value ?? 0)]);
  }
  return curve;
}
