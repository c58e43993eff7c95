import type { Filter } from '../domain/filter';
import type { AnyOptions, TableRow } from '../metrics/metric';
import type { MetricId } from '../metrics/metric-id';
import type { AppState } from './app.svelte';
import { decodeView, encodeView, HOME, PREFIX, shareable, type PageId, type View } from './view-code';

/** The customers (or orders) behind a mark, as a chart named them. Never in the address. */
export interface ShownList {
  readonly metric: MetricId;
  readonly options: AnyOptions;
  readonly filter: Filter;
  readonly row: TableRow;
  readonly column: string;
  readonly label: string;
}
/** A statement handed to the SQL page. */
export interface HandedSql {
  readonly sql: string;
  readonly metric: MetricId;
  readonly options: AnyOptions;
}

/** All that back and forward restore: the address's part and, for this tab only, what may not stand in an address. */
interface Moment {
  readonly view: View;
  readonly filter: Filter;
  readonly list: ShownList | null;
  readonly customer: string | null;
}

/** What the address of a tab asks for. */
export interface Opening {
  readonly sample: string | null;
  /** A view of the user's own files. */
  readonly needsFiles: boolean;
  readonly view: View | null;
}

/** A drag makes many views; only one at rest is worth a step back. */
const REST_MILLISECONDS = 400;
const MOST_PAUSES = 100;

/** The page in view and its place in the browser's history. */
export class Address {
  page = $state<PageId>(HOME);
  /** The Customers page: whom it lists; null for all in view. */
  list = $state.raw<ShownList | null>(null);
  /** The Customers page: whose story is open, by id. */
  customer = $state<string | null>(null);
  /** The SQL page: what a panel handed over. */
  sql = $state.raw<HandedSql | null>(null);
  /** The Data page: the table whose columns are to be chosen, by id. */
  columns = $state<string | null>(null);
  /** Said once, about an address that could not be followed. */
  notice = $state<'unreadable-address' | 'unknown-sample' | 'needs-files' | null>(null);
  /** Entries of an earlier visit to this tab have other keys. */
  readonly #visit = Math.random().toString(36).slice(2);
  #moments: Record<string, Moment> = {};
  #last = 0;
  #shown = '';
  #shownPage: PageId | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Waits for its rest. */
  #pending: { readonly moment: Moment; readonly text: string } | null = null;
  #writing: Promise<void> = Promise.resolve();
  #ready = false;
  /** The page of a link that waits for its files. */
  #wanted: PageId | null = null;

  constructor(private readonly app: AppState) {}

  go(page: PageId): void {
    this.page = page;
    if (page !== 'customers') {
      this.list = null;
      this.customer = null;
    }
    if (page !== 'sql') this.sql = null;
    this.columns = null;
  }
  /** Files are in: on to the view that a link asked for, else home. */
  arrive(): void {
    if (this.notice === 'needs-files') this.notice = null;
    this.go(this.#wanted ?? HOME);
    this.#wanted = null;
  }
  /** Opens the Customers page on the list behind a mark, or on all in view. */
  showCustomers(list: ShownList | null): void {
    this.page = 'customers';
    this.list = list;
    this.customer = null;
  }
  showCustomer(id: string | null): void {
    this.page = 'customers';
    this.customer = id;
  }
  /** Opens the Data page at the columns of a table. */
  showColumns(table: string | null): void {
    this.go('data');
    this.columns = table;
  }
  showSql(handed: HandedSql): void {
    this.page = 'sql';
    this.sql = handed;
  }

  /** Follows the address with which the tab was opened. A view of the user's own files waits for them. */
  async open(hash: string): Promise<Opening> {
    const view = hash.length > 1 ? await decodeView(hash) : null;
    if (hash.length > 1 && view === null) this.notice = 'unreadable-address';
    if (view) this.#show(view, view.filter);
    const needsFiles = view !== null && view.sample === undefined && hash.startsWith(PREFIX);
    if (needsFiles) {
      this.notice = 'needs-files';
      this.#wanted = view.page;
    }
    return { sample: view?.sample ?? null, needsFiles, view };
  }

  /** The files that a link waits for were kept in this browser: its view stands as it was sent. */
  settle(): void {
    this.notice = null;
    this.#wanted = null;
  }

  /** Once data are there, every change of view is a step in the history. Call within a component. */
  follow(): void {
    $effect(() => {
      const moment = this.#moment();
      const text = textOf(moment);
      if (text === this.#shown) return;
      const samePage = this.#shownPage === moment.view.page;
      clearTimeout(this.#timer);
      // Whoever goes on has come to rest: what was chosen on the page before is a step of its own.
      if (!samePage && this.#pending) this.#push(this.#pending);
      this.#pending = null;
      if (!this.#ready) {
        this.#ready = true;
        this.#shown = text;
        this.#shownPage = moment.view.page;
        this.#write(moment, 'replace');
      } else if (samePage) {
        this.#pending = { moment, text };
        this.#timer = setTimeout(() => this.#push({ moment, text }), REST_MILLISECONDS);
      } else this.#timer = setTimeout(() => this.#push({ moment, text }), 0);
    });
    $effect(() => {
      const back = (event: PopStateEvent) => void this.#back(event);
      addEventListener('popstate', back);
      return () => removeEventListener('popstate', back);
    });
  }

  /** When the page in view is a step in the history, which is taken just after it is chosen. */
  async stepped(): Promise<void> {
    const pause = () => new Promise((resolve) => setTimeout(resolve));
    for (let waited = 0; this.#ready && this.#shownPage !== this.page && waited < MOST_PAUSES; waited++) await pause();
  }

  /** The address of the view, for sharing. */
  async link(): Promise<string> {
    return location.href.replace(/#.*$/, '') + (await encodeView(this.#moment().view));
  }

  #moment(): Moment {
    const { app } = this;
    const { clauses } = app.filters;
    return {
      view: {
        page: this.page,
        ...(app.sample ? { sample: app.sample.id } : {}),
        options: app.options,
        choices: app.choices,
        filter: shareable(clauses, app.report),
      },
      filter: clauses,
      list: this.list,
      customer: this.customer,
    };
  }
  #push({ moment, text }: { readonly moment: Moment; readonly text: string }): void {
    this.#pending = null;
    this.#shown = text;
    this.#shownPage = moment.view.page;
    this.#write(moment, 'push');
  }
  #write(moment: Moment, how: 'push' | 'replace'): void {
    const key = `${this.#visit} ${how === 'push' ? ++this.#last : this.#last}`;
    this.#moments[key] = moment;
    // The step is there at once, for whoever goes back at once; its address follows when it is encoded.
    if (how === 'push') history.pushState({ key }, '', location.href);
    else history.replaceState({ key }, '', location.href);
    this.#encode(key, moment.view);
  }
  /** Gives the step in view its address, unless another has come into view in the meantime. */
  #encode(key: string, view: View): void {
    this.#writing = this.#writing.then(async () => {
      const url = await encodeView(view);
      if (keyOf(history.state) === key) history.replaceState({ key }, '', url);
    });
  }

  async #back(event: PopStateEvent): Promise<void> {
    clearTimeout(this.#timer);
    this.#pending = null;
    const key = keyOf(event.state);
    const kept: Moment | undefined = this.#moments[key];
    const view = kept?.view ?? (location.hash.length > 1 ? await decodeView(location.hash) : null);
    if (!view) {
      this.notice = location.hash.length > 1 ? 'unreadable-address' : null;
      this.go(HOME);
      return;
    }
    if (view.sample !== undefined && view.sample !== this.app.sample?.id)
      await this.app.opening.openSample(view.sample);
    this.#show(view, kept?.filter ?? view.filter);
    this.list = kept?.list ?? null;
    this.customer = kept?.customer ?? null;
    this.#shown = textOf(this.#moment());
    this.#shownPage = view.page;
    if (kept) this.#encode(key, view);
  }

  #show(view: View, filter: Filter): void {
    this.page = view.page;
    this.app.dispatch({ type: 'view-shown', options: view.options, choices: view.choices, filter });
  }
}

/** Of an entry in the browser's history; '' where it is none of this visit's. */
const keyOf = (state: unknown): string => (state as { readonly key?: string } | null)?.key ?? '';

const textOf = ({ view, filter, list, customer }: Moment): string =>
  JSON.stringify([
    view.page,
    view.sample,
    view.options,
    view.choices,
    filter,
    list?.label,
    list?.row,
    list?.column,
    customer,
  ]);
