import type { Formatter } from '../../domain/format';
import { refusalSentence } from '../../domain/model-refusals';
import { FEW, type Finding, type MetricOptions, type MetricTable } from '../metric';
import type { clv } from './definition';

/** How many are more likely than not still buying, and what all are expected to bring; or why there is no figure. */
export function finding(
  table: MetricTable<typeof clv>,
  _context: unknown,
  format: Formatter,
  options: MetricOptions<typeof clv>,
): Finding | null {
  const customers = table.x.length;
  if (customers === 0) return null;
  const n = `n = ${format.int(customers)}`;
  if (customers < FEW)
    return {
      words: [`${format.plural(customers, 'customer')} ${customers === 1 ? 'is' : 'are'} too few for a finding.`],
      n,
    };
  if (table.refusal[0]) return { words: [refusalSentence(table.refusal[0])], n };
  const alive = table.p_alive.reduce((sum, chance) => sum + (chance > 0.5 ? 1 : 0), 0);
  const subject = {
    strong: `${format.int(alive)} of ${format.plural(customers, 'customer')} are more likely buying than not`,
  };
  const sum = (column: Float64Array) => column.reduce((total, value) => total + value, 0);
  const horizon = options.horizon_weeks === 52 ? 'a year' : format.plural(options.horizon_weeks, 'week');
  if (table.value_refusal[0])
    return {
      words: [subject, `; ${format.int(sum(table.expected_purchases))} purchases are expected within ${horizon}.`],
      n,
    };
  return {
    words: [subject, `; all together are expected to bring ${format.money(sum(table.clv))} within ${horizon}.`],
    n,
  };
}
