import { AppError, asAppError, Cancelled } from '../domain/errors';
import type { Progress } from '../domain/import';
import { RemainingTime, type TimedProgress } from './remaining-time';

export type WorkspaceStatus = 'empty' | 'reading' | 'asking' | 'loading' | 'ready' | 'failed';
export type Task = (signal: AbortSignal, onprogress: (progress: Progress) => void) => Promise<void>;

/** The workspace on which the work is done. */
interface Desk {
  status: WorkspaceStatus;
  error: AppError | null;
  /** Null before anything was counted. */
  readonly report: object | null;
  readonly engine: { end(): void };
  /** Takes note of what is there, without what only stood in for it; the function brings it back. */
  snapshot(): () => void;
  /** The worker has died, and with it all that it held. */
  revive(): Promise<void>;
  /** Nothing is under way any more. */
  rest(): void;
}

/** A synchronous step in the worker hears no cancel: after this long the worker is ended. */
const CANCEL_PATIENCE_MILLISECONDS = 500;

/** One piece of work at a time; a new one stops the one before. What was in view stays when it fails or is stopped. */
export class Work {
  progress = $state.raw<TimedProgress | null>(null);
  /** The last piece of work was given up by the user. */
  stopped = $state(false);
  #current: AbortController | null = null;

  constructor(private readonly desk: Desk) {}

  get isUnderWay(): boolean {
    return this.#current !== null;
  }

  async run(status: WorkspaceStatus, task: Task): Promise<void> {
    const { desk } = this;
    this.#current?.abort();
    const work = (this.#current = new AbortController());
    const before = desk.status;
    const bringBack = desk.snapshot();
    const clock = new RemainingTime();
    desk.error = null;
    this.stopped = false;
    this.progress = null;
    desk.status = status;
    try {
      await task(work.signal, (progress) => {
        if (this.#current === work) this.progress = clock.at(progress);
      });
    } catch (error) {
      if (this.#current !== work) return;
      const stopped = work.signal.aborted;
      desk.status = before === 'asking' ? 'asking' : desk.report ? 'ready' : stopped ? 'empty' : 'failed';
      if (stopped) {
        bringBack();
        this.stopped = true;
      } else desk.error = asAppError(error);
      if (isDead(error)) await desk.revive();
    } finally {
      if (this.#current === work) {
        this.#current = null;
        this.progress = null;
        desk.rest();
      }
    }
  }

  cancel(): void {
    const work = this.#current;
    if (!work) return;
    work.abort();
    setTimeout(() => {
      if (this.#current === work) this.desk.engine.end();
    }, CANCEL_PATIENCE_MILLISECONDS);
  }
}

export const throwIfStopped = (signal: AbortSignal): void => {
  if (signal.aborted) throw new Cancelled();
};

const isDead = (error: unknown): boolean =>
  error instanceof AppError && (error.code === 'worker-crashed' || error.code === 'worker-ended');
