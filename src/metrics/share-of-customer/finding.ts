import type { Formatter } from '../../domain/format';
import { FEW, type Finding, type MetricTable } from '../metric';
import type { shareOfCustomer } from './definition';
import { readShares } from './shares';

/** What the best fifth gives against the others, and where the largest gap lies. */
export function finding(
  table: MetricTable<typeof shareOfCustomer>,
  _context: unknown,
  format: Formatter,
): Finding | null {
  const read = readShares(table);
  if (!read) return null;
  const [best, ...others] = read.fifths;
  const customers = read.fifths.reduce((sum, fifth) => sum + fifth.customers, 0);
  if (customers < FEW || best.quintile !== 1 || best.customers < FEW || Number.isNaN(best.share)) return null;
  const last = others[others.length - 1];
  if (!last || Number.isNaN(last.share)) return null;
  const n = `n = ${format.int(customers)}`;
  if (read.grade === 'proxy')
    return {
      words: [
        { strong: `The best fifth hold ${format.share(best.share, 0)} of our categories` },
        `, the last ${format.share(last.share, 0)}; what they buy elsewhere is not known.`,
      ],
      n,
    };
  const [most] = [...read.fifths].sort((a, b) => b.gap - a.gap);
  const order = { 1: 'best', 2: 'second', 3: 'middle', 4: 'fourth', 5: 'last' }[most.quintile];
  return {
    words: [
      {
        strong: `The best fifth gives us ${format.share(best.share, 0)} of its business, the last ${format.share(last.share, 0)}`,
      },
      `; ${format.money(most.gap)} of the ${order} fifth goes elsewhere.`,
    ],
    n,
  };
}
