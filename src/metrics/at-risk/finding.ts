import type { Formatter } from '../../domain/format';
import type { Finding, MetricOptions, MetricTable } from '../metric';
import { REASONS, type atRisk } from './definition';

/** How many, and why. A customer with two reasons is one customer. */
export function finding(
  table: MetricTable<typeof atRisk>,
  context: { readonly customers: number },
  format: Formatter,
  { within_days: within }: MetricOptions<typeof atRisk>,
): Finding | null {
  const people = new Set(table.customer).size;
  if (people === 0) return null;
  const words = {
    term_ends: `whose term ends within ${format.int(within)} days`,
    overdue: 'overdue by their own rhythm',
    low_score: 'who gave a low score',
  };
  const counts = REASONS.map((reason) => ({ reason, n: table.reason.filter((one) => one === reason).length }));
  const said = counts.filter(({ n }) => n > 0).map(({ reason, n }) => `${format.int(n)} ${words[reason]}`);
  return {
    words: [{ strong: `${format.plural(people, 'customer')} may leave next` }, `: ${format.list(said)}.`],
    n: `n = ${format.int(context.customers)}`,
  };
}
