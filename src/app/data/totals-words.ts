import type { Formatter } from '../../domain/format';
import type { ReadingTotals } from '../../domain/questions';
import { spanWords } from '../../domain/receipt-words';

/** `$3,000.00, 30 orders of 10 customers, 12 Jan 2024 to 12 Dec 2024`; customers who bought nothing are counted apart. */
export function totalsWords(totals: ReadingTotals, format: Formatter): string {
  const people = `${format.plural(totals.purchases, 'order')} of ${format.plural(totals.buyers, 'customer')}`;
  const { customers, buyers } = totals;
  const all = customers === buyers ? '' : `${format.plural(customers, 'customer')} in all`;
  return [format.moneyExact(totals.net), people, all, spanWords(totals, format)].filter(Boolean).join(', ');
}
