import type { Dataset } from '../../../src/domain/columns';
import type { Filter } from '../../../src/domain/filter';
import { answerBreakdown } from '../../../src/facts/answers';
import { attributeTexts, namesOf } from '../../../src/facts/attributes';
import { buildFacts } from '../../../src/facts/build';
import type { Facts } from '../../../src/facts/facts';
import { scopeOf, type Scope } from '../../../src/facts/scope';
import * as catalog from '../../../src/metrics/catalog';
import type { MetricId } from '../../../src/metrics/metric-id';
import * as computations from '../../../src/metrics/computations';
import {
  defaultOptions,
  missingFields,
  type AnyMetric,
  type AnyOptions,
  type Base,
  type Computation,
  type DeriveContext,
  type QueryTables,
  type Table,
  type TableRow,
} from '../../../src/metrics/metric';
import { datasetOf, type Line } from '../../support/histories';

/** One metric asked about facts and a filter, in all the ways that must agree. */
export interface Asked {
  readonly definition: AnyMetric;
  readonly sql: string;
  readonly facts: Facts;
  readonly scope: Scope;
  readonly filter: Filter;
  /** Complete and resolved. */
  readonly options: AnyOptions;
  readonly base: Base;
  readonly table: Table;
  readonly queryTables: QueryTables;
  /** Whether the files bring what the metric needs. */
  readonly missing: readonly string[];
  members(row: TableRow, column: string): Int32Array;
}

export const metricIds = Object.keys(catalog) as MetricId[];
export const factsOf = (lines: readonly Line[]): Facts => buildFacts(datasetOf(lines));

export function contextOf(facts: Facts, scope: Scope): DeriveContext {
  const { observed, lines, customers, contracts } = facts;
  return {
    observed,
    window: observed && { from: Math.max(scope.from, observed.from), until: Math.min(scope.until, observed.until) },
    windowed: scope.windowed,
    hasProfit: lines.profit !== null,
    customers: customers.count,
    tenureUnit: contracts?.tenureUnit ?? null,
    names: (dictionary) => namesOf(facts, dictionary),
    attribute: (name) => attributeTexts(facts, name),
    targets: facts.targets,
    available: facts.available,
    answerAttribute: (name) => answerBreakdown(facts, name),
  };
}

export function ask(
  id: MetricId,
  data: Facts | Dataset | readonly Line[],
  filter: Filter = [],
  options: AnyOptions = {},
): Asked {
  const facts = Array.isArray(data) ? factsOf(data as Line[]) : 'orders' in data ? data : buildFacts(data as Dataset);
  const definition = catalog[id] as unknown as AnyMetric;
  const computation = computations[id] as unknown as Computation<AnyMetric>;
  const given = { ...defaultOptions(definition.options), ...options } as AnyOptions;
  const complete = computation.resolve ? computation.resolve(facts, given) : given;
  const scope = scopeOf(facts, filter);
  const base = computation.kernel(facts, scope, complete);
  return {
    definition,
    sql: computation.sql,
    facts,
    scope,
    filter,
    options: complete,
    base,
    table: computation.derive(base, contextOf(facts, scope), complete),
    queryTables: computation.tables?.(facts, scope, complete) ?? {},
    missing: missingFields(definition, facts.available),
    members: (row, column) => computation.members(facts, scope, complete, row, column),
  };
}

/** The rows of a table or of base columns. */
export function rowsIn(table: Table): TableRow[] {
  const names = Object.keys(table).filter((name) => table[name] !== undefined);
  return Array.from({ length: names.length === 0 ? 0 : table[names[0]].length }, (_, row) =>
    Object.fromEntries(names.map((name) => [name, table[name][row]])),
  );
}
