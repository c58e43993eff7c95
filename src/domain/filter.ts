import { SURVEY_ANSWER } from './answer-bands';
import type { Day } from './calendar';

/** Keeps customers whose value of an attribute is one of these. */
export interface CustomerClause {
  readonly kind: 'customer';
  /** A customer attribute by its name, or one of `CUSTOMER_FACETS`. */
  readonly field: string;
  readonly values: readonly string[];
  /** The chart that made the clause, so that it can leave out its own. */
  readonly source?: string;
}
/** Keeps lines whose category, product, channel or attribute is one of these. */
export interface LineClause {
  readonly kind: 'line';
  readonly field: string;
  readonly values: readonly string[];
  readonly source?: string;
}
/** Keeps a period. Either end may be open. */
export interface WindowClause {
  readonly kind: 'window';
  readonly from: Day | null;
  readonly until: Day | null;
  readonly source?: string;
}
export type FilterClause = CustomerClause | LineClause | WindowClause;
/** Clauses of different fields are joined by "and"; values within a clause by "or". */
export type Filter = readonly FilterClause[];

/** Facets, computed on the whole file (METRICS.md rule 10). They take precedence over attributes of the same name. */
export const CUSTOMER_FACETS = [
  'cohort_month',
  'value_quintile',
  'rfm_segment',
  'has_bought_category',
  'has_bought_product',
  SURVEY_ANSWER,
  'customer',
] as const;

/** Whether a field is a column of a file and no facet: only by such can curves and answers be broken down. */
export const isAttribute = (field: string): boolean => !(CUSTOMER_FACETS as readonly string[]).includes(field);

export const LINE_FIELDS = ['category', 'product', 'channel', 'department'] as const;

/** The filter without the clauses that one chart has set. */
export const withoutSource = (filter: Filter, source: string): Filter =>
  filter.filter((clause) => clause.source !== source);
