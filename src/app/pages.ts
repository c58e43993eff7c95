import type { Component } from 'svelte';
import type { MetricId } from '../metrics/metric-id';
import type { PageId } from '../session/view-code';
import { fetchPart } from './fetch-part';
import { loadView } from './panel/load-view';

interface Page {
  readonly load: () => Promise<{ readonly default: Component }>;
  /** Metrics that it shows of most data: their views are fetched with the page, those of others when they are looked at. */
  readonly metrics: readonly MetricId[];
  /** The page that is likely to be opened next. */
  readonly next?: PageId;
}

export const pages: Readonly<Record<PageId, Page>> = {
  start: { load: () => import('./pages/Start.svelte'), metrics: [], next: 'life-cycle' },
  'life-cycle': {
    load: () => import('./pages/LifeCycle.svelte'),
    metrics: ['customer_balance', 'buying_and_away', 'kpi_tree'],
    next: 'selection',
  },
  selection: {
    load: () => import('./pages/Selection.svelte'),
    metrics: [
      'rfm',
      'rfm_cuts',
      'value_curve',
      'value_quintiles',
      'clv',
      'clv_holdout',
      'clv_conditional',
      'clv_model',
      'clv_contract',
    ],
    next: 'acquisition',
  },
  acquisition: {
    load: () => import('./pages/Acquisition.svelte'),
    metrics: ['lifecycle_funnel', 'lifecycle_flow', 'acquisition'],
    next: 'retention',
  },
  retention: {
    load: () => import('./pages/Retention.svelte'),
    metrics: [
      'cohort_retention',
      'retention_curve',
      'survival',
      'survival_summary',
      'churn_rate',
      'cohort_value',
      'at_risk',
      'lifecycle_flow',
    ],
    next: 'growth',
  },
  growth: {
    load: () => import('./pages/Growth.svelte'),
    metrics: [
      'cross_sell',
      'cross_sell_pairs',
      'value_curve',
      'value_quintiles',
      'share_of_customer',
      'share_by_segment',
      'category_breadth',
      'wallet_gap',
      'next_offer',
      'next_offer_holdout',
      'basket_rules',
    ],
    next: 'accountability',
  },
  accountability: {
    load: () => import('./pages/Accountability.svelte'),
    metrics: ['scorecard', 'capability_portfolio', 'kpi_tree'],
    next: 'customers',
  },
  customers: { load: () => import('./pages/Customers.svelte'), metrics: [], next: 'data' },
  data: { load: () => import('./pages/Data.svelte'), metrics: [], next: 'life-cycle' },
  sql: { load: () => import('./pages/Sql.svelte'), metrics: [] },
};

/** A page with the views that it shows; a view that does not come is said in its panel. Throws `part-missing`. */
export async function loadPage(id: PageId): Promise<Component> {
  const { load, metrics } = pages[id];
  const shown = metrics.map((metric) => loadView(metric).catch(() => null));
  const [page] = await Promise.all([fetchPart(load), ...shown]);
  return page.default;
}

/** Fetches the page that is likely to be opened next, while nothing else is done. */
export function preloadNext(id: PageId): void {
  const { next } = pages[id];
  if (next === undefined) return;
  const fetch = () => void loadPage(next).catch(() => null);
  if (typeof requestIdleCallback === 'function') requestIdleCallback(fetch);
  else setTimeout(fetch, 1_000);
}
