import type { CustomerListRequest } from '../bridge/protocol';
import type { CustomerPage, CustomerRow } from '../domain/customer-list';
import { asAppError, type AppError } from '../domain/errors';
import type { AppState } from './app.svelte';

export type CustomerQuestion = Omit<CustomerListRequest, 'offset' | 'limit'>;
const CHUNK = 100;
/** Rows of one piece of an export. */
const EXPORTED = 5_000;

/**
 * A long list of which only the rows in view are fetched, in chunks. A new question leaves the old rows until its first
 * chunk is there; one call is in flight at a time, and what is no longer in view is not fetched.
 */
export class CustomerList {
  total = $state(0);
  net = $state(0);
  profit = $state<number | null>(null);
  /** By position; those not fetched are missing. */
  rows = $state.raw<Readonly<Record<number, CustomerRow | undefined>>>({});
  /** The rows in view are of an earlier question. */
  stale = $state(true);
  error = $state.raw<AppError | null>(null);
  #question: CustomerQuestion | null = null;
  #view = { from: 0, to: CHUNK };
  /** Chunks that are there, by number. */
  #chunks: boolean[] = [];
  #running = false;

  constructor(private readonly app: AppState) {}

  ask(question: CustomerQuestion): void {
    this.#question = question;
    this.#chunks = [];
    this.#view = { from: 0, to: this.#view.to - this.#view.from };
    this.stale = true;
    this.error = null;
    void this.#fetch();
  }

  /** Rows `from` to `to` are in view. */
  show(from: number, to: number): void {
    this.#view = { from, to };
    void this.#fetch();
  }

  async #fetch(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    try {
      for (let chunk = this.#wanted(); chunk !== null; chunk = this.#wanted()) {
        const question = this.#question!;
        const page = await this.#page(question, chunk * CHUNK, CHUNK);
        if (question === this.#question) this.#take(page, chunk);
      }
    } catch (error) {
      this.error = asAppError(error);
    } finally {
      this.#running = false;
    }
  }

  /** The first chunk in view that is not there. */
  #wanted(): number | null {
    if (!this.#question) return null;
    const last = this.stale ? 0 : Math.max(0, Math.ceil(Math.min(this.#view.to, this.total) / CHUNK) - 1);
    for (let chunk = this.stale ? 0 : Math.floor(this.#view.from / CHUNK); chunk <= last; chunk++) {
      if (!this.#chunks[chunk]) return chunk;
    }
    return null;
  }

  #take(page: CustomerPage, chunk: number): void {
    const fetched = Object.fromEntries(page.rows.map((row, at) => [chunk * CHUNK + at, row]));
    this.#chunks[chunk] = true;
    this.rows = this.stale ? fetched : { ...this.rows, ...fetched };
    this.total = page.total;
    this.net = page.net;
    this.profit = page.profit;
    this.stale = false;
  }

  /** All rows of the question in view, piece by piece. */
  async everything(): Promise<CustomerRow[]> {
    const question = this.#question!;
    const rows: CustomerRow[] = [];
    for (let offset = 0; offset === 0 || offset < this.total; offset += EXPORTED) {
      rows.push(...(await this.#page(question, offset, EXPORTED)).rows);
    }
    return rows;
  }

  #page(question: CustomerQuestion, offset: number, limit: number): Promise<CustomerPage> {
    return this.app.engine.call('customers', { ...question, offset, limit });
  }
}
