import type { MetricOptions, MetricTable, TableRow } from '../metric';
import type { valueCurve } from './definition';

type Measure = MetricOptions<typeof valueCurve>['by'];
const MEASURE_WORDS: Readonly<Record<Measure, string>> = {
  profit: 'profit',
  net: 'net sales',
  contribution: 'contribution',
};
/** `profit`; `net sales` where no file has costs. */
export const measureWords = (by: Measure, hasProfit: boolean): string => MEASURE_WORDS[hasProfit ? by : 'net'];

export interface ValuePoint {
  readonly hundredth: number;
  readonly customersShare: number;
  readonly valueShare: number;
  readonly customers: number;
  readonly value: number;
  readonly row: TableRow;
}
export interface ValueCurve {
  readonly points: readonly ValuePoint[];
  /** The best fifth of the customers. */
  readonly top20: ValuePoint;
  /** The highest point; above 1 where some customers cost money. */
  readonly peak: ValuePoint;
  readonly customers: number;
  readonly lossMakers: number;
  readonly gini: number;
}

/** Null where nothing can be shared out: no customers, or a sum that is not above zero. */
export function readValueCurve(table: MetricTable<typeof valueCurve>): ValueCurve | null {
  const points = Array.from(table.customers_share, (customersShare, i): ValuePoint => ({
    hundredth: Math.round(100 * customersShare),
    customersShare,
    valueShare: table.value_share[i],
    customers: table.customers[i],
    value: table.value[i],
    row: Object.fromEntries(Object.entries(table).map(([name, column]) => [name, column[i]])),
  }));
  const last = points[points.length - 1];
  const top20 = points.find(({ hundredth }) => hundredth === 20);
  if (!last || !top20 || !(last.value > 0) || Number.isNaN(last.valueShare)) return null;
  return {
    points,
    top20,
    peak: points.reduce((best, point) => (point.valueShare > best.valueShare ? point : best)),
    customers: last.customers,
    lossMakers: table.loss_makers[points.length - 1],
    gini: table.gini[0],
  };
}
