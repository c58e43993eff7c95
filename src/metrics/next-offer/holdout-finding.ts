import type { Formatter } from '../../domain/format';
import { FEW, type Finding, type MetricTable } from '../metric';
import type { nextOfferHoldout } from './definition';

/** Whether the first offer beats the most held item, in plain figures. */
export function finding(
  table: MetricTable<typeof nextOfferHoldout>,
  _context: unknown,
  format: Formatter,
): Finding | null {
  const customers = table.customers[0] ?? 0;
  if (customers < FEW || table.with_offer[0] === 0) return null;
  return {
    words: [
      { strong: `The first offer would have been right for ${format.share(table.hit_rate[0])}` },
      `, the most held item for ${format.share(table.popular_rate[0])}.`,
    ],
    n: `n = ${format.plural(customers, 'customer')} who took up something new`,
  };
}
