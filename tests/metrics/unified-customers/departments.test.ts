import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildFacts } from '../../../src/facts/build';
import { listOf } from '../../../src/metrics/metric';
import { duckEngine, sqlJsEngine } from '../../support/engines';
import { arbitraryFilter } from '../../support/histories';
import { ask, rowsIn } from '../support/ask';
import { arbitraryDepartments } from '../support/departments';

const METRICS = ['unified_customers', 'fragmentation'] as const;

// The catalogue's general tests draw histories without customers files, in which these metrics have no rows.
test('the kernels give what the SQL defines, for any departments and any filter', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryDepartments, arbitraryFilter, async ({ dataset }, filter) => {
      const facts = buildFacts(await dataset());
      for (const engine of [await sqlJsEngine(facts), await duckEngine(facts)]) {
        for (const id of METRICS) {
          const asked = ask(id, facts, filter);
          const names = Object.keys(asked.definition.base);
          const answer = await engine.run(asked.sql, filter, asked.options, asked.queryTables);
          const rows = answer.rows.map((row) => names.map((name) => row[answer.columns.indexOf(name)]));
          const kernel = Array.from(asked.base[names[0]], (_, row) => names.map((name) => asked.base[name][row]));
          expect(kernel).toEqual(rows);
        }
      }
    }),
    { numRuns: 40 },
  );
});

test('every count equals the list behind it', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryDepartments, arbitraryFilter, async ({ dataset }, filter) => {
      const facts = buildFacts(await dataset());
      for (const id of METRICS) {
        const asked = ask(id, facts, filter);
        for (const row of rowsIn(asked.table))
          for (const column of Object.keys(asked.definition.lists)) {
            expect(listOf(asked.definition, row, column)).toBe('customers');
            const list = asked.members(row, column);
            expect(list).toHaveLength(Number(row[column]));
            expect([...list]).toEqual([...new Set(list)].sort((a, b) => a - b));
          }
      }
    }),
    { numRuns: 60 },
  );
});

test('every record is told once, and no more customers than records', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryDepartments, async ({ dataset }) => {
      const facts = buildFacts(await dataset());
      if (!facts.unified) return;
      const { table } = ask('unified_customers', facts);
      expect(table['source_key']).toHaveLength(facts.unified.keys.length);
      expect(new Set(table['customer'] as readonly string[]).size).toBeLessThanOrEqual(facts.unified.keys.length);
    }),
  );
});
