import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SALE } from '../../src/domain/columns';
import type { Filter } from '../../src/domain/filter';
import { buildFacts } from '../../src/facts/build';
import type { Facts } from '../../src/facts/facts';
import { lineInView, scopeOf, type Scope } from '../../src/facts/scope';
import { duckEngine, sqlJsEngine } from '../support/engines';
import { arbitraryDataset, arbitraryFilter } from '../support/histories';

const indicesWhere = (count: number, holds: (at: number) => boolean) =>
  Array.from({ length: count }, (_, at) => at).filter(holds);

/** What each view must hold, from the masks that kernels use. */
function expected(facts: Facts, scope: Scope) {
  const { customers, orders, lines } = facts;
  const orderOf = new Int32Array(lines.count);
  for (let order = 0; order < orders.count; order++)
    orderOf.fill(order, orders.lineStart[order], orders.lineStart[order + 1]);
  const known = (line: number) => orders.customer[orderOf[line]];
  const customerInView = (line: number) => (known(line) < 0 ? scope.unknown : scope.customer[known(line)] === 1);
  return {
    scoped_customers: indicesWhere(customers.count, (c) => scope.customer[c] === 1),
    scoped_purchases: indicesWhere(orders.count, (o) => scope.purchase[o] === 1),
    scoped_lines: indicesWhere(lines.count, (l) => lineInView(facts, scope, l) && customerInView(l)),
    scoped_holdings: indicesWhere(
      lines.count,
      (l) => (scope.line === null || scope.line[l] === 1) && lines.kind[l] === SALE && scope.purchase[orderOf[l]] === 1,
    ),
  };
}

const KEYS = {
  scoped_customers: 'customer_key',
  scoped_purchases: 'order_key',
  scoped_lines: 'line_key',
  scoped_holdings: 'line_key',
};

test(
  'the views hold what the masks keep, on both engines, for any history and filter',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryDataset,
        fc.array(arbitraryFilter, { minLength: 1, maxLength: 4 }),
        async (dataset, filters: Filter[]) => {
          const facts = buildFacts(dataset);
          const engines = [await sqlJsEngine(facts), await duckEngine(facts)];
          for (const filter of filters) {
            const views = expected(facts, scopeOf(facts, filter));
            for (const engine of engines) {
              for (const [view, key] of Object.entries(KEYS)) {
                const { rows } = await engine.run(`SELECT ${key} FROM ${view} ORDER BY ${key}`, filter);
                expect(rows.flat(), view).toEqual(views[view as keyof typeof views]);
              }
            }
          }
        },
      ),
      { numRuns: 80 },
    );
  },
);
