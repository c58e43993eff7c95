import type { QueryInputs, SqlResult } from '../bridge/protocol';
import { asAppError, type AppError } from '../domain/errors';
import type { Filter } from '../domain/filter';
import type { MetricId } from '../metrics/metric-id';
import type { AnyOptions } from '../metrics/metric';
import type { Database } from './database.svelte';
import type { EngineLink } from './engine-link.svelte';
import type { SessionStore } from './store.svelte';

/** The metric whose options and tables a statement reads. */
export interface SqlMetric {
  readonly metric: MetricId;
  readonly options: AnyOptions;
}
export interface SqlAnswer {
  readonly result: SqlResult;
  readonly sql: string;
  readonly filter: Filter;
  readonly revision: number;
}

/** What stands in the console, and what came of the last run. Outlives a change of page. */
export class SqlConsole {
  text = $state('');
  metric = $state.raw<SqlMetric | null>(null);
  answer = $state.raw<SqlAnswer | null>(null);
  error = $state.raw<AppError | null>(null);
  running = $state(false);
  schema = $state.raw<readonly { readonly table: string; readonly columns: readonly string[] }[]>([]);
  #work: AbortController | null = null;

  constructor(
    private readonly store: SessionStore,
    private readonly engine: EngineLink,
    private readonly database: Database,
  ) {}

  /** The last good answer stays until the next is there. */
  async run(): Promise<void> {
    this.#work?.abort();
    const work = (this.#work = new AbortController());
    const { text: sql, metric } = this;
    const { revision, filter } = this.store.session;
    this.running = true;
    this.error = null;
    try {
      const inputs: QueryInputs | null = metric && (await this.engine.call('queryInputs', { ...metric, filter }));
      const result = await this.database.query({ sql, filter, metric: inputs }, work.signal);
      if (this.#work === work) this.answer = { result, sql, filter, revision };
    } catch (error) {
      if (this.#work === work) this.error = asAppError(error);
    } finally {
      if (this.#work === work) {
        this.#work = null;
        this.running = false;
      }
    }
  }

  /** Ends the worker that runs the statement; a new one is filled from the columns. */
  cancel(): void {
    this.#work?.abort();
  }

  /** Together with the data goes what was asked of them. */
  forget(): void {
    this.cancel();
    this.#work = null;
    this.running = false;
    this.text = '';
    this.metric = null;
    this.answer = null;
    this.error = null;
    this.schema = [];
  }

  /** For completion; without it the console works all the same. */
  async learnSchema(): Promise<void> {
    try {
      this.schema = await this.database.schema();
    } catch {
      this.schema = [];
    }
  }
}
