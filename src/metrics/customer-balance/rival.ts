import type { Formatter } from '../../charts/format';
import type { MetricTable } from '../metric';
import { readBalances } from './balance';
import type { customerBalance } from './definition';

/**
 * The other common retention rate: (customers at the end - new ones) / customers at the start. It counts those who were won back as
 * kept, and so may exceed 1.
 */
export function keptRivalWords(table: MetricTable<typeof customerBalance>, format: Formatter): string {
  const [latest] = readBalances(table);
  if (!latest || latest.start.buying < 5) return '';
  const { end, fresh, start } = latest;
  return `With those won back, (end − new) / start: ${format.share((end.buying - fresh) / start.buying)}.`;
}
