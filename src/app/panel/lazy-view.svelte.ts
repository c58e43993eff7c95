import { untrack } from 'svelte';
import { asAppError, type AppError } from '../../domain/errors';
import type { MetricId } from '../../metrics/metric-id';
import { loadView, fetchedView, type ViewOf } from './load-view';

/** The view of a metric, fetched when it is first needed and there at once from then on. Make it in a component. */
export class LazyView<Id extends MetricId> {
  #fetched = $state.raw<{
    readonly metric: Id;
    readonly view: ViewOf<Id> | null;
    readonly error: AppError | null;
  } | null>(null);

  constructor(private readonly metric: () => Id) {
    $effect.pre(() => {
      const wanted = this.metric();
      if (fetchedView(wanted) === null) untrack(() => void this.#fetch(wanted));
    });
  }

  /** Null until the view has been fetched. */
  get view(): ViewOf<Id> | null {
    const [metric, fetched] = [this.metric(), this.#fetched];
    return fetched?.metric === metric && fetched.view ? fetched.view : fetchedView(metric);
  }

  /** Why the view could not be fetched. */
  get error(): AppError | null {
    return this.#fetched?.metric === this.metric() ? this.#fetched.error : null;
  }

  retry(): void {
    void this.#fetch(this.metric());
  }

  async #fetch(metric: Id): Promise<void> {
    try {
      this.#fetched = { metric, view: await loadView(metric), error: null };
    } catch (error) {
      this.#fetched = { metric, view: null, error: asAppError(error) };
    }
  }
}
