import { expect, test } from 'vitest';
import { datasetOf, type Line } from '../../support/histories';
import { sharedData } from '../../support/shared-data';
import { withWallets } from '../support/arbitrary';
import { ask, rowsIn } from '../support/ask';
import { readRows } from '../support/real-data';

const pooled = (asked: ReturnType<typeof ask>) => {
  const rows = rowsIn(asked.table);
  const sum = (name: string) => rows.reduce((total, row) => total + Number(row[name]), 0);
  return { share: sum('own') / sum('wallet'), measured: sum('customers_measured'), errors: sum('data_errors') };
};
const nothing = { category: null, stated: null, share: null, rank: null };

test.each([
  ['heinz28', 0.34692213615980433, 255],
  ['heinz32', 0.5917207792207793, 254],
  ['heinz41', 0.1686746987951807, 113],
  ['hunts32', 0.2909952606635071, 121],
])('catsup: the share of purchases that the buyers of %s give it', (brand, share, buyers) => {
  const purchases = readRows(sharedData('scr_catsup/Catsup.csv'));
  const own = purchases.filter((row) => row['choice'] === brand);
  const lines = own.map((row): Line => ({ customer: row['id'], day: 100, order: row['rownames'], amount: 1 }));
  const wallets = [...new Set(own.map((row) => row['id']))].map((customer) => ({
    ...nothing,
    customer,
    stated: purchases.filter((row) => row['id'] === customer).length,
  }));
  const found = pooled(ask('share_of_customer', withWallets(datasetOf(lines), wallets)));
  expect(found.share).toBeCloseTo(share, 12);
  expect([found.measured, found.errors]).toEqual([buyers, 0]);
});

test('SMCRM: shares stated in per cent, pooled by what customers bought', () => {
  const lines = readRows(sharedData('smcrm_shared/customerRetentionTransactions.csv')).map((row, at): Line => ({
    customer: row['customer'],
    day: 100,
    order: String(at),
    amount: Number(row['order_quantity']),
  }));
  const wallets = readRows(sharedData('smcrm_shared/customerRetentionDemographics.csv')).map((row) => ({
    ...nothing,
    customer: row['customer'],
    share: Number(row['sow']) / 100,
  }));
  const dataset = withWallets(datasetOf(lines), wallets);
  // By fifths or by segments, the whole is the same; so is the sum over customers.
  for (const metric of ['share_of_customer', 'share_by_segment'] as const) {
    const found = pooled(ask(metric, dataset));
    expect(found.share).toBeCloseTo(0.53238814788, 10);
    expect([found.measured, found.errors]).toEqual([500, 0]);
  }
  const gaps = rowsIn(ask('wallet_gap', dataset).table);
  const sum = (name: string) => gaps.reduce((total, row) => total + Number(row[name]), 0);
  // Who buys nothing has a wallet of nothing by a stated share.
  expect([gaps.length, sum('customers')]).toEqual([500, 500]);
  expect(sum('own') / sum('wallet')).toBeCloseTo(0.53238814788, 10);
  expect(1 - sum('gap') / sum('wallet')).toBeCloseTo(0.53238814788, 10);
});

test('SMCRM: the five customers with a share over 100 are data errors, left out and listed', () => {
  const acquired = readRows(sharedData('smcrm_shared/acquisitionRetention.csv')).filter(
    (row) => row['acquisition'] === '1',
  );
  const lines = acquired.map((row): Line => ({
    customer: row['customer'],
    day: 100,
    order: row['customer'],
    amount: Number(row['profit']),
  }));
  const wallets = acquired.map((row) => ({ ...nothing, customer: row['customer'], share: Number(row['sow']) / 100 }));
  const asked = ask('share_of_customer', withWallets(datasetOf(lines), wallets));
  expect(pooled(asked)).toMatchObject({ errors: 5 });
  const listed = rowsIn(asked.table).flatMap((row) => [...asked.members(row, 'data_errors')]);
  expect(listed.map((customer) => asked.facts.customers.ids[customer]).sort()).toEqual([
    '11',
    '197',
    '204',
    '410',
    '71',
  ]);
});
