import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseIsoDay } from '../../../src/domain/calendar';
import { datasetOf } from '../../support/histories';
import { arbitraryLifecycle, arbitraryOptions, withContracts, withTenures, type Contract } from '../support/arbitrary';
import { ask, rowsIn } from '../support/ask';

const day = (text: string) => parseIsoDay(text)!;
const under = (customer: string, start: string, endedOn: string | null): Contract => ({
  customer,
  start: day(start),
  endOfTerm: null,
  endedOn: endedOn === null ? null : day(endedOn),
  strategy: null,
});

test('both rates by hand: who joins and leaves in one month is in the second only', () => {
  const data = withContracts(datasetOf([]), [
    under('ann', '2024-01-01', null),
    under('bob', '2024-01-15', '2024-02-20'),
    under('cat', '2024-02-05', '2024-02-25'),
    under('dan', '2024-02-29', null),
  ]);
  const rows = rowsIn(ask('churn_rate', data).table);
  const [, february] = rows;
  expect(february).toMatchObject({
    at_start: 2,
    joined: 2,
    left: 2,
    left_of_start: 1,
    rate_of_start: 0.5,
    complete: 1,
  });
  // At the end 2 + 2 - 2 = 2: two of a mean of two.
  expect(february['rate_of_average']).toBe(1);
});

test('tenures have no months; purchases have', () => {
  const lines = [20_000, 20_010].map((on) => ({ customer: 'ann', day: on, order: `${on}`, amount: 5 }));
  const data = withTenures(datasetOf(lines), [{ customer: 'ann', tenure: 3, churned: 'no' }]);
  expect(ask('churn_rate', data).options['source']).toBe('purchases');
  expect(rowsIn(ask('churn_rate', data, [], { source: 'contract' }).table).every((row) => row['at_start'] === 0)).toBe(
    true,
  );
});

test('the counts balance from one unit to the next', () => {
  fc.assert(
    fc.property(arbitraryLifecycle, arbitraryOptions('churn_rate'), ({ dataset }, options) => {
      const rows = rowsIn(ask('churn_rate', dataset, [], options).table);
      rows.slice(1).forEach((row, at) => {
        const before = rows[at];
        expect(row['at_start']).toBe(Number(before['at_start']) + Number(before['joined']) - Number(before['left']));
        expect(Number(row['left_of_start'])).toBeLessThanOrEqual(Number(row['at_start']));
      });
    }),
  );
});
