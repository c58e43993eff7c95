import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildFacts } from '../../src/facts/build';
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

describe.each(metricIds)('%s', (id) => {
  test('the kernel gives what the SQL defines, on SQLite and on DuckDB', { timeout: 120_000 * trials }, async () => {
    const asks = fc.array(fc.tuple(arbitraryFilter, arbitraryOptions(id)), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(arbitraryLifecycle, asks, arbitraryEnd, async ({ dataset, lines }, asked, until) => {
        // The first line has every field that a filter may name; it stays.
        const facts = buildFacts(dataset, until === null ? {} : { until: Math.max(until, lines[0].day) });
        for (const engine of [await sqlJsEngine(facts), await duckEngine(facts)]) {
          for (const [filter, options] of [[[], {}] as const, ...asked]) {
            const one = ask(id, facts, filter, options);
            const answer = await engine.run(one.sql, filter, one.options, one.queryTables);
            const rows = inOrderOfColumns(one, answer);
            expect(kernelRows(one)).toEqual([...rows].sort(compare));
          }
        }
      }),
      { numRuns: 24 * trials },
    );
  });
});
