import { AppError, asAppError, Cancelled } from '../domain/errors';
import type { Progress } from '../domain/import';
import type { EngineLink } from './engine-link.svelte';
import { RemainingTime, type TimedProgress } from './remaining-time';
import type { SessionStore } from './store.svelte';

export type Task = (signal: AbortSignal, onprogress: (progress: Progress) => void) => Promise<void>;

/** A synchronous step in the worker hears no cancel: after this long the worker is ended. */
const CANCEL_PATIENCE_MILLISECONDS = 500;

/** One piece of work at a time; a new one stops the one before. What was in view stays when it fails or is stopped. */
export class Work {
  progress = $state.raw<TimedProgress | null>(null);
  /** The last piece of work was given up by the user. */
  stopped = $state(false);
  #current: AbortController | null = null;

  /**
   * @param revive loads anew what a worker held that has died
   * @param hold has the worker let go of what it has read for work that was not finished
   */
  constructor(
    private readonly store: SessionStore,
    private readonly engine: EngineLink,
    private readonly revive: () => Promise<void>,
    private readonly hold: () => Promise<void>,
  ) {}

  async run(status: 'reading' | 'loading', task: Task): Promise<void> {
    this.#current?.abort();
    const work = (this.#current = new AbortController());
    const clock = new RemainingTime();
    this.engine.takeOver();
    this.store.dispatch({ type: 'work-begun', status });
    this.stopped = false;
    this.progress = null;
    try {
      await task(work.signal, (progress) => {
        if (this.#current === work) this.progress = clock.at(progress);
      });
    } catch (error) {
      if (this.#current !== work) return;
      this.#goBack(error, work.signal.aborted);
      if (isDead(error)) await this.revive();
      else void this.hold().catch(() => undefined);
    } finally {
      if (this.#current === work) {
        this.#current = null;
        this.progress = null;
        this.store.dispatch({ type: 'work-ended' });
      }
    }
  }

  #goBack(error: unknown, isCancelled: boolean): void {
    this.engine.takeOver();
    this.stopped = isCancelled && this.store.session.work !== null;
    this.store.dispatch(isCancelled ? { type: 'cancelled' } : { type: 'load-failed', error: asAppError(error) });
  }

  cancel(): void {
    const work = this.#current;
    if (!work) return;
    work.abort();
    setTimeout(() => {
      if (this.#current === work) this.engine.end();
    }, CANCEL_PATIENCE_MILLISECONDS);
  }
}

export const throwIfStopped = (signal: AbortSignal): void => {
  if (signal.aborted) throw new Cancelled();
};

const isDead = (error: unknown): boolean =>
  error instanceof AppError && (error.code === 'worker-crashed' || error.code === 'worker-ended');
