import type { Progress } from '../domain/import';

export interface TimedProgress extends Progress {
  /** Since the work began, in seconds. */
  readonly elapsed: number;
  /** Null until enough is done to tell. */
  readonly remaining: number | null;
}

const TELL_AFTER_SECONDS = 1;
const TELL_AFTER_SHARE = 0.03;

/** Says how long work will still take, from how far it has come since its step began. */
export class RemainingTime {
  readonly #begin: number;
  #step = '';
  #stepBegin = 0;
  #stepDone = 0;

  constructor(private readonly now: () => number = () => performance.now()) {
    this.#begin = now();
  }

  at(progress: Progress): TimedProgress {
    const now = this.now();
    if (progress.step !== this.#step) {
      this.#step = progress.step;
      this.#stepBegin = now;
      this.#stepDone = progress.done;
    }
    const seconds = (now - this.#stepBegin) / 1000;
    const done = progress.done - this.#stepDone;
    const left = progress.total - progress.done;
    const tell = seconds >= TELL_AFTER_SECONDS && done > TELL_AFTER_SHARE * progress.total;
    return {
      ...progress,
      elapsed: (now - this.#begin) / 1000,
      remaining: tell ? (seconds * left) / done : null,
    };
  }
}
