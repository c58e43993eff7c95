import type { Formatter } from '../../charts/format';
import type { MetricOptions, MetricTable } from '../metric';
import type { churnRate } from './definition';

/** The last whole period by both denominators: the same table tells. */
export function rivalWords(
  table: MetricTable<typeof churnRate>,
  format: Formatter,
  { unit }: MetricOptions<typeof churnRate>,
): string {
  const row = table.complete.lastIndexOf(1);
  if (row < 0 || Number.isNaN(table.rate_of_start[row])) return '';
  return `${format.unit(table.month[row], unit)}: ${format.share(table.rate_of_start[row], 2)} of those at the start, ${format.share(table.rate_of_average[row], 2)} of the mean of start and end.`;
}
