import { expect, test } from 'vitest';
import { buildFacts } from '../../../src/facts/build';
import { unifiedCompany } from '../../intake/unify/made-customers';
import type { Line } from '../../support/histories';
import { ask, rowsIn } from '../support/ask';

const line = (customer: string, amount: number): Line => ({ customer, day: 19_800, order: customer, amount });
const person = (customer: string, name: string) => ({ customer, name, email: `${name.split(' ')[0]}@post.example` });

test('a customer that no file but the transactions knows takes part in the ranking before and after', async () => {
  const lines = [line('B1', 10), line('C1', 20), line('walk-in', 30), line('B2', 40)];
  const facts = buildFacts(
    await unifiedCompany(lines, {
      'branch.csv': [person('B1', 'Ann Abel'), person('B2', 'Ben Berg')],
      'cards.csv': [person('C1', 'Ann Abel')],
    }),
  );
  // Before: Ben 1, walk-in 2, C1 3, B1 4. After: Ben 1, Ann and walk-in 2 and 3 by key at 30 each.
  const rows = rowsIn(ask('fragmentation', facts).table);
  expect(rows).toMatchObject([
    { source: 'branch.csv', records: 2, customers: 2, shared_with_other_sources: 1, profit_rank_changed: 1 },
    { source: 'cards.csv', records: 1, customers: 1, shared_with_other_sources: 1, profit_rank_changed: 1 },
  ]);
  expect(rows.map(({ net_alone: alone, net_whole: whole }) => [alone, whole])).toEqual([
    [500_000, 700_000],
    [200_000, 300_000],
  ]);
});

test('one file in which nobody is twice has no meter', async () => {
  const facts = buildFacts(await unifiedCompany([line('B1', 10)], { 'branch.csv': [person('B1', 'Ann Abel')] }));
  expect(facts.unified).toBeNull();
  expect(ask('fragmentation', facts).missing).toEqual(['customers.sources']);
});

test('an earlier end of observation leaves the later lines out of both', async () => {
  const lines = [line('B1', 10), { ...line('C1', 20), day: 19_900 }];
  const dataset = await unifiedCompany(lines, {
    'branch.csv': [person('B1', 'Ann Abel')],
    'cards.csv': [person('C1', 'Ann Abel')],
  });
  const rows = rowsIn(ask('fragmentation', buildFacts(dataset, { until: 19_850 })).table);
  expect(rows.map(({ net_alone: alone, net_whole: whole }) => [alone, whole])).toEqual([
    [100_000, 100_000],
    [0, 100_000],
  ]);
});
