import type { MetricOptions, MetricTable, TableRow } from '../metric';
import type { valueQuintiles } from './definition';

export const QUINTILE_NAMES: Readonly<Record<number, string>> = {
  1: 'best',
  2: 'second',
  3: 'third',
  4: 'fourth',
  5: 'last',
};

export type Measure = MetricOptions<typeof valueQuintiles>['by'];
export const MEASURE_WORDS: Readonly<Record<Measure, string>> = {
  profit: 'profit',
  net: 'net sales',
  contribution: 'contribution',
};

/** What is really shown: net where no file has costs, profit where nothing tells what winning a customer cost. */
export function measureOf(
  { contribution }: Pick<MetricTable<typeof valueQuintiles>, 'contribution'>,
  by: Measure,
  hasProfit: boolean,
): Measure {
  if (!hasProfit) return 'net';
  return by === 'contribution' && contribution.every(Number.isNaN) ? 'profit' : by;
}

export interface Quintile {
  readonly quintile: number;
  readonly customers: number;
  readonly value: number;
  /** Of all; NaN where the whole is not above zero. */
  readonly share: number;
  readonly categories: number;
  readonly row: TableRow;
}

export function readQuintiles(table: MetricTable<typeof valueQuintiles>, by: Measure): Quintile[] {
  const money = { profit: table.profit, net: table.net, contribution: table.contribution }[by];
  const share = { profit: table.share_of_profit, net: table.share_of_net, contribution: table.share_of_contribution }[
    by
  ];
  return Array.from(table.quintile, (quintile, i) => ({
    quintile,
    customers: table.customers[i],
    value: money[i],
    share: share[i],
    categories: table.categories_per_customer[i],
    row: { quintile, customers: table.customers[i] },
  })).filter(({ customers }) => customers > 0);
}
