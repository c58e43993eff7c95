import type { MetricAnswer } from '../bridge/protocol';
import { unpackTable } from '../bridge/packed-table';
import { AppError, asAppError } from '../domain/errors';
import { withoutSource, type Filter } from '../domain/filter';
import type { MetricId } from '../metrics/metric-id';
import type { AnyOptions } from '../metrics/metric';
import type { AppState } from './app.svelte';

interface Ask {
  readonly metric: MetricId;
  readonly revision: number;
  readonly options: AnyOptions;
  readonly filter: Filter;
}
/** A click that waits longer than this is told so. */
const SLOW_MILLISECONDS = 1_000;

/**
 * A chart's question to the engine: one call in flight, one newest waiting. The last good answer stays until the next is
 * there. Make it in a component; it asks again when options, filter or data change.
 */
export class MetricQuery {
  answer = $state.raw<MetricAnswer | null>(null);
  /** The question that `answer` answers. */
  answered = $state.raw<Ask | null>(null);
  error = $state.raw<AppError | null>(null);
  /** A call is in flight. */
  waiting = $state(false);
  /** And has been for over a second. */
  slow = $state(false);
  /** The user gave up on it. */
  stopped = $state(false);
  #running: Ask | null = null;
  #newest: Ask | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #controller: AbortController | null = null;

  constructor(
    private readonly app: AppState,
    private readonly metric: () => MetricId,
    private readonly options: () => AnyOptions,
    /** Clauses that this chart has set itself do not narrow it. */
    private readonly source: string,
    /** Further clauses of the panel's own. */
    private readonly filter: () => Filter = () => app.filters.clauses,
  ) {
    $effect(() => {
      if (app.report === null) return;
      this.#ask(this.#question());
    });
    $effect(() => () => clearTimeout(this.#timer));
  }

  /** Filter and options of the answer in view. */
  get asked(): { readonly options: AnyOptions; readonly filter: Filter } {
    return this.answered ?? this.#question();
  }

  retry(): void {
    this.#ask(this.#question());
  }

  #question(): Ask {
    return {
      metric: this.metric(),
      revision: this.app.revision,
      options: this.options(),
      filter: withoutSource(this.filter(), this.source),
    };
  }

  /** Leaves the last good answer; what is still counted is dropped when it comes. */
  stop(): void {
    this.#controller?.abort();
    this.#running = null;
    this.#newest = null;
    this.stopped = true;
    this.#settle();
  }

  #ask(ask: Ask): void {
    this.stopped = false;
    if (this.#running) {
      this.#newest = ask;
      return;
    }
    void this.#run(ask);
  }

  async #run(ask: Ask): Promise<void> {
    this.#running = ask;
    this.#controller = new AbortController();
    this.waiting = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.slow = true), SLOW_MILLISECONDS);
    try {
      const { metric, options, filter } = ask;
      const { signal } = this.#controller;
      const answer = await this.app.engine.call('metric', { metric, options, filter }, { signal });
      if (this.#running !== ask) return;
      if (answer.generation === this.app.generation && ask.revision === this.app.revision) {
        this.answer = { ...answer, table: answer.table && unpackTable(answer.table) };
        this.answered = ask;
        this.error = null;
      }
    } catch (error) {
      if (this.#running !== ask) return;
      if (ask.revision === this.app.revision) this.#fail(error);
    }
    this.#running = null;
    const next = this.#newest;
    this.#newest = null;
    if (next) void this.#run(next);
    else this.#settle();
  }

  #fail(error: unknown): void {
    if (error instanceof AppError && error.code === 'cancelled') return;
    this.error = asAppError(error);
  }
  #settle(): void {
    clearTimeout(this.#timer);
    this.waiting = false;
    this.slow = false;
  }
}
