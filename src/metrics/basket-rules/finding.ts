import type { Formatter } from '../../domain/format';
import { FEW, type Finding, type MetricTable } from '../metric';
import type { basketRules } from './definition';
import { firstRules } from './rules';

/** The strongest rule that adds something and is beyond chance. */
export function finding(table: MetricTable<typeof basketRules>, _context: unknown, format: Formatter): Finding | null {
  const [rule] = firstRules(table, { order: 'lift', sides: 'all', kept: 'useful' }, 1);
  if (!rule || rule.count < FEW) return null;
  return {
    words: [
      {
        strong: `${format.share(rule.confidence)} of the baskets with ${format.list(rule.antecedent)} hold ${rule.consequent} too`,
      },
      `, against ${format.share(rule.usual)} of all baskets.`,
    ],
    n: `n = ${format.plural(rule.from, 'basket')}`,
  };
}
