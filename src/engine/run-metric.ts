import { AppError } from '../domain/errors';
import type { Filter } from '../domain/filter';
import * as catalog from '../metrics/catalog';
import type { MetricId } from '../metrics/metric-id';
import * as computations from '../metrics/computations';
import {
  defaultOptions,
  listOf,
  missingFields,
  type AnyOptions,
  type AnyMetric,
  type Computation,
  type DeriveContext,
  type Picture,
  type QueryTables,
  type Table,
  type TableRow,
} from '../metrics/metric';
import { answerBreakdown } from '../facts/answers';
import { attributeTexts, namesOf } from '../facts/attributes';
import { Recent } from '../domain/recent';
import type { Facts } from '../facts/facts';
import { scopeOf, type Scope } from '../facts/scope';

/** How long a fit works before it lets others in: a brush stays within a frame or two. */
const STEP_MILLISECONDS = 20;

/** Asks one kernel after another about the same filter: the scope is worked out once. */
export class MetricRunner {
  readonly #facts: Facts;
  /** A brush makes a filter a frame: only the latest few are worth their memory. */
  readonly #scopes = new Recent<string, Scope>(8);

  constructor(facts: Facts) {
    this.#facts = facts;
  }

  scope(filter: Filter): Scope {
    return this.#scopes.of(JSON.stringify(filter), () => scopeOf(this.#facts, filter));
  }

  /** Fields that a metric needs and the files do not bring. */
  missing(id: MetricId): string[] {
    return missingFields(catalog[id], this.#facts.available);
  }

  context(filter: Filter): DeriveContext {
    const scope = this.scope(filter);
    const { observed, lines } = this.#facts;
    return {
      observed,
      window: observed && { from: Math.max(scope.from, observed.from), until: Math.min(scope.until, observed.until) },
      windowed: scope.windowed,
      hasProfit: lines.profit !== null,
      customers: this.#facts.customers.count,
      tenureUnit: this.#facts.contracts?.tenureUnit ?? null,
      names: (dictionary) => namesOf(this.#facts, dictionary),
      attribute: (name) => attributeTexts(this.#facts, name),
      targets: this.#facts.targets,
      available: this.#facts.available,
      answerAttribute: (name) => answerBreakdown(this.#facts, name),
    };
  }

  table(id: MetricId, options: AnyOptions, filter: Filter): Table {
    const computation = computationOf(id);
    const complete = this.#complete(id, options);
    return computation.derive(
      computation.kernel(this.#facts, this.scope(filter), complete),
      this.context(filter),
      complete,
    );
  }

  /** The same in steps: a long fit lets waiting messages in between them. `hearMessages` may throw, which ends it. */
  async inSteps(
    id: MetricId,
    options: AnyOptions,
    filter: Filter,
    hearMessages: () => Promise<void>,
  ): Promise<{ table: Table; picture?: Picture }> {
    const computation = computationOf(id);
    const complete = this.#complete(id, options);
    const context = this.context(filter);
    const base = computation.kernel(this.#facts, this.scope(filter), complete);
    if (computation.prepare) {
      let since = performance.now();
      for (const steps = computation.prepare(base, context, complete); steps.next().done !== true;) {
        if (performance.now() - since < STEP_MILLISECONDS) continue;
        await hearMessages();
        since = performance.now();
      }
    }
    const table = computation.derive(base, context, complete);
    return computation.picture ? { table, picture: computation.picture(base, context, complete) } : { table };
  }

  hasRemark(id: MetricId): boolean {
    return computationOf(id).remark !== undefined;
  }

  /** What the report's summary says of a table; null where it says nothing. */
  remark(id: MetricId, table: Table): string | null {
    return computationOf(id).remark?.(table as never) ?? null;
  }

  /** Who stands behind a count: indices of customers, ascending. Behind a count of orders, those who placed them. */
  members(id: MetricId, options: AnyOptions, filter: Filter, row: TableRow, column: string): Int32Array {
    const found = computationOf(id).members(this.#facts, this.scope(filter), this.#complete(id, options), row, column);
    if (listOf(catalog[id], row, column) !== 'orders') return found;
    const customers = new Set(Array.from(found, (order) => this.#facts.orders.customer[order]));
    customers.delete(-1);
    return Int32Array.from(customers).sort();
  }

  /** What a query reads besides the filter: its options, resolved, and tables of its own. */
  queryInputs(id: MetricId, options: AnyOptions, filter: Filter): { options: AnyOptions; tables: QueryTables } {
    const complete = this.#complete(id, options);
    return { options: complete, tables: computationOf(id).tables?.(this.#facts, this.scope(filter), complete) ?? {} };
  }

  /** The given options over the defaults, and what the metric works out from the facts. */
  #complete(id: MetricId, options: AnyOptions): AnyOptions {
    const complete = { ...defaultOptions(catalog[id].options), ...options };
    const { resolve } = computationOf(id);
    return resolve ? resolve(this.#facts, complete) : complete;
  }

  resolved(id: MetricId, options: AnyOptions): AnyOptions {
    return this.#complete(id, options);
  }
}

/** A metric left out of the list is a type error here. */
const byId: { readonly [Id in MetricId]: Computation<(typeof catalog)[Id]> } = computations;

/** The SQL that defines a metric. */
export const queryText = (id: MetricId): string => computationOf(id).sql;

const computationOf = (id: MetricId) => {
  const computation = byId[id] as unknown as Computation<AnyMetric> | undefined;
  if (!computation) throw new AppError('unknown-metric', { metric: id });
  return computation;
};
