import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryFilter, arbitraryLines, datasetOf, type Line } from '../../support/histories';
import { arbitraryOptions, withWallets } from '../support/arbitrary';
import { ask, rowsIn } from '../support/ask';

const line = (customer: string, amount: number, profit: number, category = 'tea'): Line => ({
  customer,
  day: 1,
  order: customer,
  amount,
  profit,
  category,
});

test('seven customers make groups of 2, 2, 1, 1, 1; ties go by the key', () => {
  const lines = ['1', '2', '3', '4', '5', '6', '10'].map((customer) => line(customer, 10, 5));
  const asked = ask('value_quintiles', lines);
  expect([...asked.table['customers']]).toEqual([2, 2, 1, 1, 1]);
  expect([...asked.facts.customers.quintile]).toEqual([1, 1, 2, 2, 3, 4, 5]);
});

test('ranking by net may differ from ranking by profit, and without cost it is the only one', () => {
  const lines = [line('ann', 10, 9), line('bob', 90, 1)];
  expect([...ask('value_quintiles', lines).table['net']]).toEqual([100_000, 900_000]);
  expect([...ask('value_quintiles', lines, [], { by: 'net' }).table['net']]).toEqual([900_000, 100_000]);
  const bare = lines.map(({ profit: _, ...rest }) => rest);
  const { table } = ask('value_quintiles', bare);
  expect([...table['net']]).toEqual([900_000, 100_000]);
  expect([...table['profit'], ...table['share_of_profit']]).toEqual([NaN, NaN, NaN, NaN]);
});

test('a filter looks at the same fifths through less', () => {
  const lines = [line('ann', 50, 50), line('ann', 1, 1, 'cups'), line('bob', 20, 20, 'cups')];
  const rows = rowsIn(ask('value_quintiles', lines, [{ kind: 'line', field: 'category', values: ['cups'] }]).table);
  expect(rows.map((row) => [row['quintile'], row['profit'], row['categories_per_customer']])).toEqual([
    [1, 10_000, 1],
    [2, 200_000, 1],
  ]);
});

test('shares of what is in view add to 1', () => {
  fc.assert(
    fc.property(arbitraryLines, arbitraryFilter, arbitraryOptions('value_quintiles'), (lines, filter, options) => {
      const { table } = ask('value_quintiles', lines, filter, options);
      for (const name of ['share_of_net', 'share_of_profit']) {
        const shares = table[name] as Float64Array;
        if (shares.length > 0 && !Number.isNaN(shares[0]))
          expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
      }
    }),
  );
});

test('the share of customer stands where spend with everyone is stated, and is that of the metric of this name', () => {
  const lines = [line('ann', 50, 50), line('bob', 20, 20), line('cat', 10, 5)];
  const nothing = { category: null, share: null, rank: null };
  const dataset = withWallets(datasetOf(lines), [
    { ...nothing, customer: 'ann', stated: 200 },
    { ...nothing, customer: 'bob', stated: 10 },
  ]);
  const shares = [...(ask('value_quintiles', dataset).table['share_of_customer'] as Float64Array)];
  expect(shares).toEqual([0.25, NaN, NaN]);
  expect(ask('share_of_customer', dataset).table['share'][0]).toBe(0.25);
});
