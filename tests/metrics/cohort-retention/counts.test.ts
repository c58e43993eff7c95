import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryFilter, arbitraryLines } from '../../support/histories';
import { arbitraryOptions } from '../support/arbitrary';
import { ask, rowsIn } from '../support/ask';

test('without a filter everybody is there in period 0, and nobody beyond the cohort ever', () => {
  fc.assert(
    fc.property(arbitraryLines, arbitraryOptions('cohort_retention'), (lines, options) => {
      for (const row of rowsIn(ask('cohort_retention', lines, [], options).table)) {
        if (row['period'] === 0) expect(row['active']).toBe(row['cohort_size']);
        expect(Number(row['active'])).toBeLessThanOrEqual(Number(row['cohort_size']));
      }
    }),
  );
});

test('in mode on or after, activity never rises from period to period', () => {
  fc.assert(
    fc.property(
      arbitraryLines,
      arbitraryFilter,
      fc.constantFrom('month', 'week', 'quarter', 'year', '30d'),
      (lines, filter, unit) => {
        const withoutWindow = filter.filter((clause) => clause.kind !== 'window');
        const rows = rowsIn(ask('cohort_retention', lines, withoutWindow, { unit, mode: 'on_or_after' }).table);
        rows.forEach((row, at) => {
          if (at > 0 && rows[at - 1]['cohort'] === row['cohort'])
            expect(Number(row['active'])).toBeLessThanOrEqual(Number(rows[at - 1]['active']));
        });
      },
    ),
  );
});
