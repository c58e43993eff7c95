import { SURVEY_ANSWER } from '../domain/answer-bands';
import type { Day } from '../domain/calendar';
import {
  CUSTOMER_FACETS,
  type CustomerClause,
  type Filter,
  type FilterClause,
  type LineClause,
  type WindowClause,
} from '../domain/filter';
import type { Facet } from '../domain/import';

/** What every file of sales has, listed or not. */
const FROM_SALES: readonly string[] = CUSTOMER_FACETS.filter((field) => field !== SURVEY_ANSWER);

const isSame = (a: FilterClause, b: FilterClause): boolean =>
  a.kind === b.kind && (a.kind === 'window' || (b.kind !== 'window' && a.field === b.field));

/** What is in view: at most one clause a field, and one window. */
export class Filters {
  clauses = $state.raw<Filter>([]);

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

  /** Takes the place of an earlier clause of the same field. One that keeps everything is no clause. */
  set(clause: FilterClause): void {
    const rest = this.clauses.filter((one) => !isSame(one, clause));
    const empty = clause.kind === 'window' ? clause.from === null && clause.until === null : clause.values.length === 0;
    this.clauses = empty ? rest : [...rest, clause];
  }
  setWindow(from: Day | null, until: Day | null, source?: string): void {
    this.set({ kind: 'window', from, until, ...(source ? { source } : {}) });
  }
  /** All clauses of a mark at once; the same mark again takes them away. */
  toggle(clauses: readonly FilterClause[]): void {
    if (clauses.every((clause) => this.has(clause))) clauses.forEach((clause) => this.remove(clause));
    else clauses.forEach((clause) => this.set(clause));
  }
  has(clause: FilterClause): boolean {
    const { source: _, ...wanted } = clause;
    return this.clauses.some((one) => {
      const { source: __, ...found } = one;
      return isSame(one, clause) && JSON.stringify(found) === JSON.stringify(wanted);
    });
  }
  remove(clause: FilterClause): void {
    this.clauses = this.clauses.filter((one) => !isSame(one, clause));
  }
  removeSource(source: string): void {
    this.clauses = this.clauses.filter((one) => one.source !== source);
  }
  replace(clauses: Filter): void {
    if (JSON.stringify(clauses) !== JSON.stringify(this.clauses)) this.clauses = clauses;
  }
  /** Leaves out clauses of fields that newer data do not have. */
  keepKnown(facets: readonly Facet[]): void {
    const isKnown = (clause: FilterClause) =>
      clause.kind === 'window' ||
      (clause.kind === 'customer' && FROM_SALES.includes(clause.field)) ||
      facets.some(({ kind, field }) => kind === clause.kind && field === clause.field);
    if (!this.clauses.every(isKnown)) this.clauses = this.clauses.filter(isKnown);
  }
  clear(): void {
    if (this.clauses.length > 0) this.clauses = [];
  }
}
