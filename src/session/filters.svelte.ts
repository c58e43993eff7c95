import type { Day } from '../domain/calendar';
import type { CustomerClause, Filter, FilterClause, LineClause, WindowClause } from '../domain/filter';
import { hasClause, toggled, withClause, withoutClause } from './filter';
import type { SessionStore } from './store.svelte';

/** What is in view: at most one clause a field, and one window. */
export class Filters {
  constructor(private readonly store: SessionStore) {}

  get clauses(): Filter {
    return this.store.filter;
  }
  get window(): WindowClause | null {
    return this.clauses.find((clause) => clause.kind === 'window') ?? null;
  }
  get customers(): readonly CustomerClause[] {
    return this.clauses.filter((clause) => clause.kind === 'customer');
  }
  get lines(): readonly LineClause[] {
    return this.clauses.filter((clause) => clause.kind === 'line');
  }
  values(kind: 'customer' | 'line', field: string): readonly string[] {
    const clause = this.clauses.find((one) => one.kind === kind && one.field === field);
    return clause && clause.kind !== 'window' ? clause.values : [];
  }
  has(clause: FilterClause): boolean {
    return hasClause(this.clauses, clause);
  }

  set(clause: FilterClause): void {
    this.replace(withClause(this.store.session.filter, clause));
  }
  setWindow(from: Day | null, until: Day | null, source?: string): void {
    this.set({ kind: 'window', from, until, ...(source ? { source } : {}) });
  }
  toggle(clauses: readonly FilterClause[]): void {
    this.replace(toggled(this.store.session.filter, clauses));
  }
  remove(clause: FilterClause): void {
    this.replace(withoutClause(this.store.session.filter, clause));
  }
  removeSource(source: string): void {
    this.replace(this.store.session.filter.filter((one) => one.source !== source));
  }
  clear(): void {
    this.replace([]);
  }
  replace(filter: Filter): void {
    this.store.dispatch({ type: 'filter-changed', filter });
  }
}
