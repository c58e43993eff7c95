import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryFilter, arbitraryLines, datasetOf } from '../support/histories';
import { arbitraryOptions } from './support/arbitrary';
import { ask, metricIds } from './support/ask';

test.each(metricIds)('%s: the order of the rows in a file is irrelevant', (id) => {
  const shuffled = arbitraryLines.chain((lines) =>
    fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length, maxLength: lines.length })),
  );
  fc.assert(
    fc.property(shuffled, arbitraryFilter, arbitraryOptions(id), ([lines, others], filter, options) => {
      expect(ask(id, datasetOf(others), filter, options).table).toEqual(
        ask(id, datasetOf(lines), filter, options).table,
      );
    }),
    { numRuns: 60 },
  );
});
