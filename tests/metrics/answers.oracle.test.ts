import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { MetricId } from '../../src/metrics/metric-id';
import { sharedData } from '../support/shared-data';
import { metricIds } from './support/ask';

/** Tests that hold a metric to a published answer of another form than the reference reports. */
const PUBLISHED: Partial<Record<MetricId, string>> = {
  rfm_cuts: 'rfm/published.oracle.test.ts',
  share_of_customer: 'share-of-customer/published.oracle.test.ts',
  clv_contract: '../statistics/shifted-beta-geometric.test.ts',
  share_by_segment: 'share-of-customer/published.oracle.test.ts',
  wallet_gap: 'share-of-customer/published.oracle.test.ts',
  clv: 'clv/published.oracle.test.ts',
  clv_model: 'clv/published.oracle.test.ts',
  clv_holdout: 'clv/published.oracle.test.ts',
  clv_conditional: 'clv/published.oracle.test.ts',
};
/** Why a metric has no independent answer on real data. Every other one is in reference.oracle.test.ts. */
const REASONS: Partial<Record<MetricId, string>> = {
  next_offer:
    'no implementation gives offers by this rule; proved by hand, its pairs by cross_sell, and on planted pairs',
  next_offer_holdout: 'the same; proved by hand',
  cross_sell_pairs:
    'chosen from the pairs of cross_sell, which has an answer; its tails are held to exact arithmetic, its choice to that of every pair',
  cross_sell_field: 'the pairs of cross_sell, which has an answer, as a picture; each cell is held to its pair',
  acquisition:
    'no published data have contacts and spend; proved by hand and by the counts of the generator in tests/sample-data',
  scorecard: 'defined by this product; proved by its SQL and cases by hand',
  capability_portfolio: 'the same',
  customer_balance: 'defined by this product; proved by its SQL, its sums and cases by hand',
  category_breadth: 'defined by this product; proved by its SQL and cases by hand',
  contract_cliff: 'no published data have an end of term; proved by the counts of the generator in tests/sample-data',
  unified_customers:
    'defined by this product; precision and recall against known persons in febrl.oracle.test.ts and samples.test.ts',
  fragmentation: 'defined by this product; proved by its SQL and by the truth planted in a sample company',
  retention_strategies: 'its parts are those of survival and feedback; proved by its SQL and cases by hand',
  churn_rate: 'counted from the stays of survival, which have an answer; proved by its SQL and its balance',
  at_risk: 'defined by this product; proved by its SQL and cases by hand',
  buying_and_away: 'defined by this product; proved by its SQL, its sums and cases by hand',
};

test.each(metricIds)('%s has an independent answer, or a stated reason for none', (id) => {
  const folders = readdirSync(sharedData('reference'));
  const answered =
    id in PUBLISHED
      ? existsSync(path.join(import.meta.dirname, PUBLISHED[id]!))
      : folders.some((name) => existsSync(sharedData(`reference/${name}/${id}.csv`)));
  expect(answered).toBe(REASONS[id] === undefined);
});
