import type { CallOptions, WorkerClient } from '../bridge/client';
import type { ArgumentOf, DatabaseApi, MethodOf, ResultOf } from '../bridge/protocol';
import { startDatabase } from '../bridge/start';
import { AppError, Cancelled } from '../domain/errors';
import { buffersOf } from './buffers';
import type { EngineLink } from './engine-link.svelte';

export type DatabaseStatus = 'none' | 'filling' | 'ready' | 'failed';
const LIMIT_MILLISECONDS = 10_000;
const QUIET_MILLISECONDS = 150;

/**
 * The SQL worker, filled behind the charts. A running statement cannot be interrupted: a cancel, one that runs too long and
 * a new generation all end the worker; the next one is filled from the columns.
 */
export class Database {
  status = $state<DatabaseStatus>('none');
  error = $state.raw<AppError | null>(null);
  #client: WorkerClient<DatabaseApi> | null = null;
  #filled: Promise<void> | null = null;
  /** Grows with every end: what waited for a quiet moment before it is out of date, and must not wake the workers. */
  #ends = 0;

  constructor(
    private readonly engine: EngineLink,
    private readonly start: () => WorkerClient<DatabaseApi> = startDatabase,
  ) {}

  /** Fills a new database once the charts have their figures. */
  async refillWhenQuiet(): Promise<void> {
    this.end();
    const ends = this.#ends;
    do {
      await new Promise((resolve) => setTimeout(resolve, QUIET_MILLISECONDS));
      await this.engine.idle();
    } while (typeof document !== 'undefined' && document.hidden && this.status === 'none' && (await visible()));
    if (this.status === 'none' && this.#ends === ends) await this.fill().catch(() => undefined);
  }

  /** Resolves when statements can be run. */
  fill(): Promise<void> {
    this.#filled ??= this.#fill();
    return this.#filled;
  }

  async #fill(): Promise<void> {
    const client = (this.#client ??= this.start());
    this.status = 'filling';
    this.error = null;
    try {
      const { tables } = await this.engine.call('databaseTables', null);
      await client.call('fill', { tables }, { transfer: buffersOf(tables) });
      if (this.#client === client) this.status = 'ready';
    } catch (error) {
      if (this.#client === client) this.#fail(error as AppError);
      throw error;
    }
  }

  /** One statement; `signal` ends it, and so does the limit of ten seconds. */
  async query(
    request: ArgumentOf<DatabaseApi, 'query'>,
    signal?: AbortSignal,
  ): Promise<ResultOf<DatabaseApi, 'query'>> {
    return this.#guarded('query', request, signal);
  }
  schema(): Promise<ResultOf<DatabaseApi, 'schema'>> {
    return this.#guarded('schema', null);
  }

  async #guarded<M extends MethodOf<DatabaseApi>>(
    method: M,
    argument: ArgumentOf<DatabaseApi, M>,
    signal?: AbortSignal,
  ): Promise<ResultOf<DatabaseApi, M>> {
    await this.engine.counted();
    await this.fill();
    if (signal?.aborted) throw new Cancelled();
    const client = this.#client!;
    let why: AppError | null = null;
    const stop = (reason: AppError) => {
      why = reason;
      this.end();
      void this.fill().catch(() => undefined);
    };
    const timer = setTimeout(
      () => stop(new AppError('query-too-long', { seconds: LIMIT_MILLISECONDS / 1000 })),
      LIMIT_MILLISECONDS,
    );
    const cancel = () => stop(new Cancelled());
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      return await client.call(method, argument, {} satisfies CallOptions);
    } catch (error) {
      if (why !== null) throw why as AppError;
      if (error instanceof AppError && error.code === 'worker-crashed') this.end();
      throw error;
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
    }
  }

  end(): void {
    this.#ends++;
    this.#client?.end();
    this.#client = null;
    this.#filled = null;
    this.status = 'none';
  }

  #fail(error: AppError): void {
    this.#client?.end();
    this.#client = null;
    this.#filled = null;
    this.error = error;
    this.status = 'failed';
  }
}

const visible = () =>
  new Promise<true>((resolve) => document.addEventListener('visibilitychange', () => resolve(true), { once: true }));
