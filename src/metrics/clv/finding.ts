import type { Formatter } from '../../domain/format';
import { refusalSentence } from '../../domain/model-refusals';
import { FEW, type Finding, type MetricOptions, type MetricTable } from '../metric';
import type { clv } from './definition';

/** How many can be expected to buy again (the sum of the chances, METRICS.md `clv`), and what all are expected to bring; or why there is no figure. */
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
  const sum = (column: Float64Array) => column.reduce((total, value) => total + value, 0);
  const again = {
    strong: `About ${format.int(sum(table.p_alive))} of ${format.plural(customers, 'customer')} can be expected to buy again`,
  };
  const horizon = options.horizon_weeks === 52 ? 'a year' : format.plural(options.horizon_weeks, 'week');
  if (table.value_refusal[0])
    return {
      words: [again, `; ${format.int(sum(table.expected_purchases))} purchases are expected within ${horizon}.`],
      n,
    };
  return {
    words: [again, `; all together they are expected to bring ${format.money(sum(table.clv))} within ${horizon}.`],
    n,
  };
}
