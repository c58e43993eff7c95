import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listOf } from '../../src/metrics/metric';
import { arbitraryFilter } from '../support/histories';
import { arbitraryLifecycle, arbitraryOptions } from './support/arbitrary';
import { ask, metricIds, rowsIn, type Asked } from './support/ask';

/** Positions that are twice in a list, out of order, or of nobody. */
function isProper(list: Int32Array, count: number): boolean {
  return list.every((member, at) => member >= 0 && member < count && (at === 0 || list[at - 1] < member));
}

function wrongLists(asked: Asked): string[] {
  const { definition, facts } = asked;
  return rowsIn(asked.table).flatMap((row) =>
    Object.keys(definition.lists).flatMap((column) => {
      const count = Number(row[column]);
      const kind = listOf(definition, row, column);
      if (Number.isNaN(count) || kind === null) return [];
      const list = asked.members(row, column);
      const proper = isProper(list, kind === 'orders' ? facts.orders.count : facts.customers.count);
      return list.length === count && proper ? [] : [`${JSON.stringify(row)}: ${column} lists ${[...list].join(' ')}`];
    }),
  );
}

test.each(metricIds)('%s: every count equals the list behind it', { timeout: 120_000 }, (id) => {
  fc.assert(
    fc.property(arbitraryLifecycle, arbitraryFilter, arbitraryOptions(id), ({ dataset }, filter, options) => {
      expect(wrongLists(ask(id, dataset, filter, options))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
