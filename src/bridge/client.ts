import { AppError, Cancelled, fromWire } from '../domain/errors';
import type { Progress } from '../domain/import';
import type { ArgumentOf, CancelRequest, DatabaseApi, EngineApi, MethodOf, Reply, Request, ResultOf } from './protocol';

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: AppError) => void;
  readonly onprogress: ((progress: Progress) => void) | undefined;
}
export interface CallOptions {
  readonly transfer?: Transferable[];
  readonly onprogress?: (progress: Progress) => void;
  /** Asks the worker to stop; the call then fails with `cancelled`. */
  readonly signal?: AbortSignal;
}

/** The page's end of a worker: typed calls, progress, cancel. A dead worker fails every waiting call. */
export class WorkerClient<A extends EngineApi | DatabaseApi> {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #lastCall = 0;
  #dead: AppError | null = null;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => this.#receive(data));
    worker.addEventListener('error', (event) =>
      this.#fail(new AppError('worker-crashed', { reason: event.message || '' })),
    );
    worker.addEventListener('messageerror', () =>
      this.#fail(new AppError('worker-crashed', { reason: 'messageerror' })),
    );
  }

  call<M extends MethodOf<A>>(
    method: M,
    argument: ArgumentOf<A, M>,
    options: CallOptions = {},
  ): Promise<ResultOf<A, M>> {
    if (this.#dead) return Promise.reject(this.#dead);
    if (options.signal?.aborted) return Promise.reject(new Cancelled());
    const call = ++this.#lastCall;
    return new Promise((resolve, reject) => {
      this.#waiting.set(call, { resolve: resolve, reject, onprogress: options.onprogress });
      options.signal?.addEventListener('abort', () => this.#post({ cancel: call }), { once: true });
      this.#post({ call, method, argument }, options.transfer);
    });
  }

  /** Ends the worker. Whoever still waits is told so. */
  end(): void {
    this.#worker.terminate();
    this.#fail(new AppError('worker-ended', {}));
  }

  #post(message: Request | CancelRequest, transfer: Transferable[] = []): void {
    this.#worker.postMessage(message, transfer);
  }

  #receive(reply: Reply | { failed: string }): void {
    if ('failed' in reply) return this.#fail(new AppError('worker-crashed', { reason: reply.failed }));
    const waiting = this.#waiting.get(reply.call);
    if (!waiting) return;
    if ('progress' in reply) return waiting.onprogress?.(reply.progress);
    this.#waiting.delete(reply.call);
    if (reply.ok) waiting.resolve(reply.value as never);
    else waiting.reject(fromWire(reply.error));
  }

  #fail(error: AppError): void {
    this.#dead = error;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
