import { strategyWords } from '../../domain/strategy-words';
import type { Formatter } from '../../domain/format';
import { FEW, type InView, type MetricTable } from '../metric';
import type { retentionStrategies } from './definition';

/** The same value over the whole stay in place of a year of it: the same table tells. */
export function alternativeWords(
  table: MetricTable<typeof retentionStrategies>,
  format: Formatter,
  _options: unknown,
  _choices: unknown,
  { context }: InView<MetricTable<typeof retentionStrategies>>,
): string {
  const value = context.hasProfit ? table.profit_per_customer : table.net_per_customer;
  const said = Array.from(table.customers.keys())
    .filter((row) => table.customers[row] >= FEW && !Number.isNaN(value[row]))
    .sort((a, b) => value[b] - value[a])
    .map((row) => `${strategyWords(table.strategy[row]).one} ${format.money(value[row])}`);
  return said.length < 2 ? '' : `Over the whole stay so far: ${format.list(said)}.`;
}
