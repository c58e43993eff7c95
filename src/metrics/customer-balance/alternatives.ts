import type { Formatter } from '../../domain/format';
import { FEW, type MetricTable } from '../metric';
import { BUYING_GROUPS, readBalances, sumCells, type Group } from './balance';
import type { customerBalance } from './definition';

/**
 * The other common retention rate: (customers at the end - new ones) / customers at the start. It counts those who were won back as
 * kept, and so may exceed 1.
 */
export function keptAlternativeWords(table: MetricTable<typeof customerBalance>, format: Formatter): string {
  const [latest] = readBalances(table);
  if (!latest || latest.start.buying < FEW) return '';
  const { end, fresh, start } = latest;
  return `With those won back, (end − new) / start: ${format.share((end.buying - fresh) / start.buying)}.`;
}

/**
 * Kept money in place of kept customers (net revenue retention): what the buyers of the period before brought since, of what they brought
 * then; returns are taken off.
 */
export function keptMoneyWords(table: MetricTable<typeof customerBalance>, format: Formatter): string {
  const [latest] = readBalances(table);
  if (!latest) return '';
  const kept = (group: readonly Group[]) => {
    const before = sumCells(latest, 'netBefore', { group });
    return before > 0 ? sumCells(latest, 'netNow', { group }) / before : NaN;
  };
  const [best, all] = [kept(['best']), kept(BUYING_GROUPS)];
  if (latest.start.buying < FEW || Number.isNaN(best) || Number.isNaN(all)) return '';
  return `In money, the best fifth brought ${format.share(best)} of their net sales before, all buyers ${format.share(all)}.`;
}
