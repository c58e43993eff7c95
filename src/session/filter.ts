import { SURVEY_ANSWER } from '../domain/answer-bands';
import { CUSTOMER_FACETS, type Filter, type FilterClause } from '../domain/filter';
import type { Facet } from '../domain/import';

/** What every file of sales has, listed or not. */
const FROM_SALES: readonly string[] = CUSTOMER_FACETS.filter((field) => field !== SURVEY_ANSWER);

const isSame = (a: FilterClause, b: FilterClause): boolean =>
  a.kind === b.kind && (a.kind === 'window' || (b.kind !== 'window' && a.field === b.field));

/** At most one clause a field, and one window: it takes the place of an earlier one. One that keeps everything is no clause. */
export function withClause(filter: Filter, clause: FilterClause): Filter {
  const rest = withoutClause(filter, clause);
  const empty = clause.kind === 'window' ? clause.from === null && clause.until === null : clause.values.length === 0;
  return empty ? rest : [...rest, clause];
}

/** Without the clause of the same field. */
export const withoutClause = (filter: Filter, clause: FilterClause): Filter =>
  filter.filter((one) => !isSame(one, clause));

export function hasClause(filter: Filter, clause: FilterClause): boolean {
  const { source: _, ...wanted } = clause;
  return filter.some((one) => {
    const { source: __, ...found } = one;
    return isSame(one, clause) && JSON.stringify(found) === JSON.stringify(wanted);
  });
}

/** All clauses of a mark at once; the same mark again takes them away. */
export const toggled = (filter: Filter, clauses: readonly FilterClause[]): Filter =>
  clauses.reduce(clauses.every((clause) => hasClause(filter, clause)) ? withoutClause : withClause, filter);

/** Without clauses of fields that newer data do not have. The very same filter where they have all of them. */
export function knownClauses(filter: Filter, facets: readonly Facet[]): Filter {
  const isKnown = (clause: FilterClause) =>
    clause.kind === 'window' ||
    (clause.kind === 'customer' && FROM_SALES.includes(clause.field)) ||
    facets.some(({ kind, field }) => kind === clause.kind && field === clause.field);
  return filter.every(isKnown) ? filter : filter.filter(isKnown);
}

/** The one filter, where another says the same: nothing that reads it has to ask anew. */
export const sameFilter = (filter: Filter, next: Filter): Filter =>
  JSON.stringify(filter) === JSON.stringify(next) ? filter : next;
