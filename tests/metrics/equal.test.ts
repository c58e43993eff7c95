import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildFacts } from '../../src/facts/build';
import * as catalog from '../../src/metrics/catalog';
import type { MetricId } from '../../src/metrics/metric-id';
import { duckEngine, sqlJsEngine, type Answer } from '../support/engines';
import { arbitraryFilter } from '../support/histories';
import { trials } from '../support/settings.mjs';
import { arbitraryLifecycle, arbitraryOptions } from './support/arbitrary';
import { ask, metricIds, type Asked } from './support/ask';

/** Rows of base columns in the order of all columns, as `derive` may take them. */
function kernelRows({ base, definition }: Asked): number[][] {
  const columns = Object.keys(definition.base).map((name) => base[name]);
  return Array.from({ length: columns[0].length }, (_, row) => columns.map((column) => column[row]));
}
function compare(a: number[], b: number[]): number {
  const at = a.findIndex((value, column) => value !== b[column]);
  return at < 0 ? 0 : a[at] - b[at];
}
function inOrderOfColumns({ definition }: Asked, answer: Answer): number[][] {
  const names = Object.keys(definition.base);
  expect([...answer.columns].sort()).toEqual([...names].sort());
  return answer.rows.map((row) => names.map((name) => row[answer.columns.indexOf(name)]));
}

/** The end of observation, where the user sets it: before the last record, or long after. */
const arbitraryEnd = fc.option(fc.integer({ min: 19_700, max: 20_500 }), { freq: 3, nil: null });

/** `METRIC=id` asks one metric alone. */
const one = process.env['METRIC'];
if (one !== undefined && !(one in catalog)) throw new Error(`${one} is no metric of ${metricIds.join(', ')}`);
const asked = one === undefined ? metricIds : metricIds.filter((id) => id === one);
const stageOf = (id: MetricId) => catalog[id].stage ?? 'no stage';
const groups = one === undefined ? [...new Set(asked.map(stageOf))] : [one];

/** Filling two databases takes as long as asking them a metric, so the metrics of a stage are asked of the same ones. */
test.each(groups)(
  'the kernels of %s give what their SQL defines, on SQLite and on DuckDB',
  { timeout: 600_000 * trials },
  async (group) => {
    const ids = asked.filter((id) => id === group || stageOf(id) === group);
    const asksOf = (id: MetricId) =>
      fc.array(fc.tuple(arbitraryFilter, arbitraryOptions(id)), { minLength: 1, maxLength: 4 });
    const asks = fc.tuple(...ids.map((id) => asksOf(id).map((asked) => ({ id, asked }))));
    await fc.assert(
      fc.asyncProperty(arbitraryLifecycle, asks, arbitraryEnd, async ({ dataset, lines }, metrics, until) => {
        // The first line has every field that a filter may name; it stays.
        const facts = buildFacts(dataset, until === null ? {} : { until: Math.max(until, lines[0].day) });
        for (const engine of [await sqlJsEngine(facts), await duckEngine(facts)]) {
          for (const { id, asked } of metrics) {
            for (const [filter, options] of [[[], {}] as const, ...asked]) {
              const one = ask(id, facts, filter, options);
              const answer = await engine.run(one.sql, filter, one.options, one.queryTables);
              const rows = inOrderOfColumns(one, answer);
              expect(kernelRows(one), id).toEqual([...rows].sort(compare));
            }
          }
        }
      }),
      { numRuns: 24 * trials },
    );
  },
);
