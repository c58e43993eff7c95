import type { Formatter } from '../../domain/format';
import { FEW, type Finding, type MetricTable } from '../metric';
import type { nextOffer } from './definition';
import { readOffers } from './offers';

/** The offer that most customers would get first, and its evidence. */
export function finding(table: MetricTable<typeof nextOffer>, _context: unknown, format: Formatter): Finding | null {
  const { offers, customers } = readOffers(table);
  const [most] = offers;
  if (!most || most.customers < FEW) return null;
  return {
    words: [
      { strong: `${most.offer} would be the first offer for ${format.plural(most.customers, 'customer')}` },
      most.lift > 1 ? `, most often since they hold ${most.because}.` : ', simply because so many hold it.',
    ],
    n: `n = ${format.int(customers)}`,
  };
}
