import type { CallOptions, WorkerClient } from '../bridge/client';
import type { ArgumentOf, EngineApi, MethodOf, ResultOf } from '../bridge/protocol';
import { startEngine } from '../bridge/start';

/** Started when first asked, and again after it has died. Knows when it is idle. */
export class EngineLink {
  #client: WorkerClient<EngineApi> | null = null;
  #waiting = 0;
  #idle: (() => void)[] = [];

  constructor(private readonly start: () => WorkerClient<EngineApi> = startEngine) {}

  /** Begins to load the worker, so that it is there when the first file is. */
  warm(): void {
    this.#client ??= this.start();
  }

  async call<M extends MethodOf<EngineApi>>(
    method: M,
    argument: ArgumentOf<EngineApi, M>,
    options?: CallOptions,
  ): Promise<ResultOf<EngineApi, M>> {
    this.warm();
    this.#waiting++;
    try {
      return await this.#client!.call(method, argument, options);
    } finally {
      if (--this.#waiting === 0) this.#idle.splice(0).forEach((resolve) => resolve());
    }
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
