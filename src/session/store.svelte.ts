import { untrack } from 'svelte';
import type { SessionEvent } from './events';
import { reduce } from './reduce';
import { EMPTY_SESSION, isBusy, isSettled, type Session } from './session';

/** Holds the session for the page. Each part is read on its own, so that a page follows only what it shows. */
export class SessionStore {
  #session = $state.raw<Session>(EMPTY_SESSION);

  readonly status = $derived(this.#session.status);
  readonly error = $derived(this.#session.error);
  readonly report = $derived(this.#session.report);
  readonly revision = $derived(this.#session.revision);
  readonly sample = $derived(this.#session.sample);
  readonly isPrerendered = $derived(this.#session.isPrerendered);
  readonly tables = $derived(this.#session.tables);
  readonly arrivals = $derived(this.#session.arrivals);
  readonly questions = $derived(this.#session.questions);
  readonly until = $derived(this.#session.until);
  readonly rules = $derived(this.#session.rules);
  readonly unify = $derived(this.#session.unify);
  readonly options = $derived(this.#session.options);
  readonly choices = $derived(this.#session.choices);
  readonly filter = $derived(this.#session.filter);
  readonly busy = $derived(isBusy(this.#session));
  readonly isSettled = $derived(isSettled(this.#session));

  /** The whole of it: reading it follows every event. */
  get session(): Session {
    return this.#session;
  }
  get generation(): number {
    return this.report?.generation ?? 0;
  }

  dispatch(event: SessionEvent): void {
    this.#session = reduce(
      untrack(() => this.#session),
      event,
    );
  }
}
