import type { scorecardOf } from '../measures/scorecard';

interface Target {
  figure: keyof ReturnType<typeof scorecardOf> | null;
  stage: string;
  level: string;
  metric: string;
  target: number;
  owner: string;
  isShare?: true;
  lessIsBetter?: true;
}

/**
 * Targets for the year to the end of the records, as the shop writes them: shares in per cent. `figure` is what METRICS.md's
 * scorecard calls it; what no file can tell is in the list all the same.
 */
export const TARGETS: readonly Target[] = [
  {
    figure: 'new_customers',
    stage: 'Acquisition',
    level: 'Operations',
    metric: 'New customers',
    target: 1_000,
    owner: 'Priya Nair',
  },
  {
    figure: 'cac',
    stage: 'Acquisition',
    level: 'Management',
    metric: 'Cost per customer',
    target: 22,
    owner: 'Priya Nair',
    lessIsBetter: true,
  },
  {
    figure: 'known_contact',
    stage: 'Acquisition',
    level: 'Intelligence',
    metric: 'Won through a known contact',
    target: 98,
    owner: 'Priya Nair',
    isShare: true,
  },
  {
    figure: 'active_customers',
    stage: 'Retention',
    level: 'Operations',
    metric: 'Customers who bought',
    target: 1_700,
    owner: 'Tom Ashby',
  },
  {
    figure: null,
    stage: 'Retention',
    level: 'Operations',
    metric: 'Letters answered within two days',
    target: 95,
    owner: 'Joan Ferris',
  },
  {
    figure: 'kept',
    stage: 'Retention',
    level: 'Management',
    metric: 'Retention rate',
    target: 60,
    owner: 'Tom Ashby',
    isShare: true,
  },
  {
    figure: 'nps',
    stage: 'Retention',
    level: 'Intelligence',
    metric: 'Net Promoter Score',
    target: 20,
    owner: 'Joan Ferris',
  },
  {
    figure: 'net_sales',
    stage: 'Growth',
    level: 'Operations',
    metric: 'Net sales',
    target: 330_000,
    owner: 'Mo Haddad',
  },
  {
    figure: 'net_per_customer',
    stage: 'Growth',
    level: 'Management',
    metric: 'Sales per customer',
    target: 190,
    owner: 'Mo Haddad',
  },
  {
    figure: 'categories_per_customer',
    stage: 'Growth',
    level: 'Intelligence',
    metric: 'Categories per customer',
    target: 2.5,
    owner: 'Mo Haddad',
  },
];
