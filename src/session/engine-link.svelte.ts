import type { CallOptions, WorkerClient } from '../bridge/client';
import { foreseen, type FirstView } from '../bridge/first-view';
import type { ArgumentOf, EngineApi, MethodOf, ResultOf } from '../bridge/protocol';
import { startEngine } from '../bridge/start';
import { Cancelled } from '../domain/errors';

/** Questions about what was loaded. */
const ABOUT_LOADED: ReadonlySet<MethodOf<EngineApi>> = new Set([
  'metric',
  'queryInputs',
  'customers',
  'story',
  'rejections',
  'rejectedWithCells',
  'rowsByReason',
  'receipt',
  'quality',
  'qualityRows',
  'review',
  'databaseTables',
]);

/** Started when first asked, and again after it has died. Knows when it is idle. */
export class EngineLink {
  #client: WorkerClient<EngineApi> | null = null;
  #waiting = 0;
  #idle: (() => void)[] = [];
  #prerendered: { readonly view: FirstView; readonly over: Promise<void>; readonly end: () => void } | null = null;

  constructor(private readonly start: () => WorkerClient<EngineApi> = startEngine) {}

  /** Begins to load the worker, so that it is there when the first file is. */
  startWorker(): void {
    this.#client ??= this.start();
  }

  async call<M extends MethodOf<EngineApi>>(
    method: M,
    argument: ArgumentOf<EngineApi, M>,
    options?: CallOptions,
  ): Promise<ResultOf<EngineApi, M>> {
    this.startWorker();
    if (this.#prerendered && ABOUT_LOADED.has(method)) {
      const known = foreseen(this.#prerendered.view, method, argument);
      if (known !== undefined) return known;
      await this.#prerendered.over;
      if (options?.signal?.aborted) throw new Cancelled();
    }
    this.#waiting++;
    try {
      return await this.#client!.call(method, argument, options);
    } finally {
      if (--this.#waiting === 0) this.#idle.splice(0).forEach((resolve) => resolve());
    }
  }

  /** Answers from a first view until the engine has loaded the same; what was not foreseen waits for that. */
  answerFrom(view: FirstView): void {
    let end!: () => void;
    const over = new Promise<void>((resolve) => (end = resolve));
    this.#prerendered = { view, over, end };
  }
  /** From here on the engine answers everything. */
  takeOver(): void {
    this.#prerendered?.end();
    this.#prerendered = null;
  }

  /** When the engine answers everything itself. */
  counted(): Promise<void> {
    return this.#prerendered?.over ?? Promise.resolve();
  }

  /** When nothing waits for an answer. */
  idle(): Promise<void> {
    return this.#waiting === 0 ? Promise.resolve() : new Promise((resolve) => this.#idle.push(resolve));
  }

  end(): void {
    this.#client?.end();
    this.#client = null;
  }
}
