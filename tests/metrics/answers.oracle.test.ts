import { existsSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { MetricId } from '../../src/metrics/catalog';
import { sharedData } from '../support/shared-data';
import { metricIds } from './support/ask';

/** Why a metric has no independent answer on real data. Every other one is in reference.oracle.test.ts. */
const REASONS: Partial<Record<MetricId, string>> = {
  customer_balance: 'defined by this product; proved by its SQL, its sums and cases by hand',
  contract_cliff: 'no published data have an end of term; proved by the counts of the generator in tests/sample-data',
  retention_strategies: 'its parts are those of survival and feedback; proved by its SQL and cases by hand',
  churn_rate: 'counted from the stays of survival, which have an answer; proved by its SQL and its balance',
  at_risk: 'defined by this product; proved by its SQL and cases by hand',
  buying_and_away: 'defined by this product; proved by its SQL, its sums and cases by hand',
};

test.each(metricIds)('%s has an independent answer, or a stated reason for none', (id) => {
  const folders = readdirSync(sharedData('reference'));
  const answered = folders.some((name) => existsSync(sharedData(`reference/${name}/${id}.csv`)));
  expect(answered).toBe(REASONS[id] === undefined);
});
