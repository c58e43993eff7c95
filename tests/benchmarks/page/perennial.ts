import { unpackTable } from '../../../src/bridge/packed-table';
import { WorkerClient } from '../../../src/bridge/client';
import type { DatabaseApi, EngineApi, MetricAnswer, MetricRequest } from '../../../src/bridge/protocol';
import { startDatabase, startEngine } from '../../../src/bridge/start';
import type { RoleReading } from '../../../src/domain/import';
import { NO_LOAD_ANSWERS, reportOf } from '../../../src/domain/load-answers';
import type { DatabaseTable } from '../../../src/domain/database-table';
import type { BenchApi } from './engine.worker';
import { LAPSE_DAYS, numberLines, pairLines, type Answer, type Days, type Pair, type Question } from './questions';

type Asked = Omit<MetricRequest, 'filter'>;
const ASKED: Readonly<Record<Question, Asked>> = {
  triangle: { metric: 'cohort_retention', options: { unit: 'month', mode: 'on' } },
  survival: {
    metric: 'survival',
    options: { by: 'channel', source: 'purchases', lapse_days: LAPSE_DAYS, lapse_at: 'n_days_later' },
  },
  categoriesByCustomer: { metric: 'cross_sell', options: { item: 'category', level: 'customer', levels: 'one' } },
  productsByOrder: { metric: 'cross_sell', options: { item: 'product', level: 'basket', levels: 'one' } },
  quintiles: { metric: 'value_quintiles', options: { by: 'profit' } },
  curve: { metric: 'value_curve', options: { by: 'profit' } },
};

/** The product as its page drives it: the engine worker, and the database worker behind it. */
export class Perennial {
  #engine: WorkerClient<EngineApi> | null = null;
  #counting: WorkerClient<BenchApi> | null = null;
  #database: WorkerClient<DatabaseApi> | null = null;
  /** The channel of a line stays a column of its own, and so tells customers apart. */
  #strata = false;

  /** The engine worker has answered. */
  async start(): Promise<void> {
    this.#engine = startEngine();
    await this.#engine.call('hold', { tables: [], waiting: [] });
  }

  /** The same engine in a worker that also answers `count`. */
  startCounting(): void {
    const worker = new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module' });
    this.#strata = true;
    this.#engine = this.#counting = new WorkerClient<BenchApi>(worker);
  }

  /** Bytes to facts, every column read as guessed. */
  async read(file: File): Promise<void> {
    const files = [{ name: file.name, blob: file }];
    const request = { files, answers: NO_LOAD_ANSWERS, count: false };
    const { tables } = await this.#started.call('bring', request);
    const readings = (roles: readonly RoleReading[]) =>
      this.#strata ? roles.map(({ role, mapping: { channel: _, ...mapping } }) => ({ role, mapping })) : roles;
    const inspected = tables.map(({ id, shapes }) => ({ id, shapes }));
    const roles = Object.fromEntries(tables.map((table) => [table.id, readings(table.roles)]));
    const answers = { ...NO_LOAD_ANSWERS, name: file.name, tables: { inspected, roles, leftOut: {} } };
    const { rejected } = reportOf(await this.#started.call('bring', { files: [], answers, count: true }));
    if (rejected > 0) throw new Error(`${rejected} lines were rejected`);
  }

  /** All that a chart is given: the counts, and whatever is derived from them. */
  async ask(question: Question, days: Days): Promise<MetricAnswer> {
    const reply = await this.#started.call('metric', { ...ASKED[question], filter: filterOf(days) });
    return { ...reply, table: reply.table && unpackTable(reply.table) };
  }

  /** The counts alone, as SQL would answer. */
  async count(question: Question, days: Days): Promise<void> {
    await this.#counting!.call('base', { ...ASKED[question], filter: filterOf(days) });
  }

  /** The database worker has answered its first query, over no data. */
  async startDatabase(): Promise<void> {
    this.#database = startDatabase();
    await this.#database.call('fill', { tables: [] });
    await this.#countLines(0);
  }

  async fillDatabase(lines: number): Promise<void> {
    const { tables } = await this.#started.call('databaseTables', null);
    await this.#database!.call('fill', { tables }, { transfer: buffersOf(tables) });
    await this.#countLines(lines);
  }

  async #countLines(expected: number): Promise<void> {
    const sql = 'SELECT COUNT(*) FROM lines';
    const { rows } = await this.#database!.call('query', { sql, filter: [], metric: null });
    if (Number(rows[0]?.[0]) !== expected) throw new Error(`SQLite holds ${rows[0]?.[0]} lines, not ${expected}`);
  }

  get #started(): WorkerClient<EngineApi> {
    if (!this.#engine) throw new Error('not started');
    return this.#engine;
  }
}

const filterOf = (days: Days) => (days ? [{ kind: 'window' as const, ...days }] : []);

function buffersOf(tables: readonly DatabaseTable[]): ArrayBuffer[] {
  const views = tables.flatMap(({ columns }) =>
    columns.flatMap(({ values }) => (ArrayBuffer.isView(values) ? [values.buffer] : [])),
  );
  return views as ArrayBuffer[];
}

/** Money comes as 1/10,000. */
const cents = (money: number) => Math.round(money / 100);

export function answerOf(question: Question, { table, missing }: MetricAnswer): Answer {
  if (!table) throw new Error(`${question} lacks ${missing.join()}`);
  const numbers = (name: string) => table[name] as Float64Array;
  const rows = (...columns: ArrayLike<number>[]) =>
    Array.from(columns[0] as Float64Array, (_, row) => columns.map((column) => column[row]));
  switch (question) {
    case 'triangle':
      return numberLines(
        rows(numbers('cohort'), numbers('period'), numbers('active')).filter(([, , active]) => active > 0),
      );
    case 'survival':
      return (table['stratum'] as readonly string[])
        .map((stratum, row) =>
          [stratum, ...['t', 'at_risk', 'events', 'censored'].map((name) => numbers(name)[row])].join('|'),
        )
        .sort();
    case 'quintiles':
      return numberLines(
        rows(
          numbers('quintile'),
          numbers('customers'),
          numbers('net').map(cents),
          numbers('profit').map(cents),
          numbers('categories_per_customer').map((each, row) => Math.round(each * numbers('customers')[row])),
        ),
      );
    case 'curve':
      return numberLines(
        rows(
          numbers('customers_share').map((share) => Math.round(share * 100)),
          numbers('customers'),
          numbers('value').map(cents),
        ),
      );
    default:
      return pairsOf(question, table as Readonly<Record<string, Float64Array & readonly string[]>>);
  }
}

function pairsOf(question: Question, table: Readonly<Record<string, Float64Array & readonly string[]>>): Answer {
  const level = question === 'categoriesByCustomer' ? 'customer' : 'basket';
  const holders = new Map<string, number>();
  const pairs: Pair[] = [];
  for (let row = 0; row < table['from'].length; row++) {
    if ((table['level'][row] as unknown) !== level) continue;
    const from = String(table['from'][row]);
    const to = String(table['to'][row]);
    holders.set(from, table['n_from'][row]).set(to, table['n_to'][row]);
    pairs.push({
      from,
      to,
      both: table['n_both'][row],
      fromFirst: table['from_first'][row],
      toFirst: table['to_first'][row],
    });
  }
  return pairLines(question, pairs, holders);
}
