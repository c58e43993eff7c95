import type { Component } from 'svelte';
import type { Stage } from '../domain/lifecycle';
import type { MetricId } from '../metrics/metric-id';
import type { PageId } from '../session/view-code';
import { fetchPart } from './fetch-part';
import { loadView } from './panel/load-view';

/** The groups of the navigation, from top to bottom. */
export const MENUS = ['life cycle', 'people', 'files'] as const;

interface Page {
  readonly name: string;
  /** Its group in the navigation; null for a page that is reached otherwise. */
  readonly menu: (typeof MENUS)[number] | null;
  /** The stage whose colour the page and its link have. */
  readonly stage?: Stage;
  /** Shows the data in view: the filter is above it, and without data the start takes its place. */
  readonly needsData: boolean;
  readonly load: () => Promise<{ readonly default: Component }>;
  /** Metrics that most data have on this page: their views are fetched with it, all others when their panel is there. */
  readonly metrics: readonly MetricId[];
  /** The page that is likely to be opened next. */
  readonly next?: PageId;
}

/** All pages, in the order of the navigation. The id is the page's address behind `#`. */
export const pages: Readonly<Record<PageId, Page>> = {
  start: {
    name: 'Start',
    menu: null,
    needsData: false,
    load: () => import('./pages/Start.svelte'),
    metrics: [],
    next: 'life-cycle',
  },
  'life-cycle': {
    name: 'Life cycle',
    menu: 'life cycle',
    needsData: true,
    load: () => import('./pages/LifeCycle.svelte'),
    metrics: ['customer_balance', 'buying_and_away', 'kpi_tree'],
    next: 'selection',
  },
  selection: {
    name: 'Selection',
    menu: 'life cycle',
    stage: 'selection',
    needsData: true,
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
    name: 'Acquisition',
    menu: 'life cycle',
    stage: 'acquisition',
    needsData: true,
    load: () => import('./pages/Acquisition.svelte'),
    metrics: ['lifecycle_funnel', 'lifecycle_flow', 'acquisition'],
    next: 'retention',
  },
  retention: {
    name: 'Retention',
    menu: 'life cycle',
    stage: 'retention',
    needsData: true,
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
    name: 'Growth',
    menu: 'life cycle',
    stage: 'growth',
    needsData: true,
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
    name: 'Accountability',
    menu: 'people',
    needsData: true,
    load: () => import('./pages/Accountability.svelte'),
    metrics: ['scorecard', 'capability_portfolio', 'kpi_tree'],
    next: 'customers',
  },
  customers: {
    name: 'Customers',
    menu: 'people',
    needsData: true,
    load: () => import('./pages/Customers.svelte'),
    metrics: [],
    next: 'data',
  },
  data: {
    name: 'Data',
    menu: 'files',
    needsData: false,
    load: () => import('./pages/Data.svelte'),
    metrics: [],
    next: 'life-cycle',
  },
  sql: {
    name: 'SQL',
    menu: 'files',
    needsData: true,
    load: () => import('./pages/Sql.svelte'),
    metrics: [],
  },
};

/** Fetches a page and the views of its metrics; a view that fails shows its error in its panel. Throws `part-missing`. */
export async function loadPage(id: PageId): Promise<Component> {
  const { load, metrics } = pages[id];
  const shown = metrics.map((metric) => loadView(metric).catch(() => null));
  const [page] = await Promise.all([fetchPart(load), ...shown]);
  return page.default;
}

/** Fetches the page that is likely to be opened next when the browser is idle. */
export function preloadNext(id: PageId): void {
  const { next } = pages[id];
  if (next === undefined) return;
  const fetch = () => void loadPage(next).catch(() => null);
  if (typeof requestIdleCallback === 'function') requestIdleCallback(fetch);
  else setTimeout(fetch, 1_000);
}
