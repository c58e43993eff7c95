import { expect } from 'vitest';
import { buildFacts } from '../../../src/facts/build';
import { MetricRunner } from '../../../src/engine/run-metric';
import { datasetOfFile } from '../../support/report';
import { oracle, sharedData } from '../../support/shared-data';

// The balance of 2022 as it was worked out apart from this code, with d3 over the same file.
oracle('Superstore: the balance of the last calendar year', async () => {
  const file = sharedData('superstore_us/Sample - Superstore.csv');
  const facts = buildFacts(await datasetOfFile({ role: 'transactions', file }));
  const table = new MetricRunner(facts).table('customer_balance', {}, []);
  const customers = (wanted: { group?: string; state?: readonly string[] }) =>
    Array.from(table['customers'], Number).reduce((sum, count, row) => {
      const matches =
        table['period'][row] === 0 &&
        (wanted.group === undefined || table['group'][row] === wanted.group) &&
        (wanted.state === undefined || wanted.state.includes(String(table['state'][row])));
      return matches ? sum + count : sum;
    }, 0);
  const kept = ['same', 'grew'];
  expect(customers({})).toBe(804);
  expect([customers({ group: 'new' }), customers({ state: ['back'] }), customers({ state: ['stopped'] })]).toEqual([
    11, 120, 80,
  ]);
  expect(customers({ state: [...kept, 'back', 'new'] })).toBe(704);
  const standing = ['best', 'middle', 'loss'].map((group) => ({
    all: customers({ group }),
    kept: customers({ group, state: kept }),
  }));
  expect(standing).toEqual([
    { all: 131, kept: 113 },
    { all: 391, kept: 349 },
    { all: 131, kept: 111 },
  ]);
});
