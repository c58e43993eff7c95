import type { Formatter } from '../../domain/format';
import { refusalSentence } from '../../domain/model-refusals';
import type { Finding, MetricTable } from '../metric';
import type { clvContract } from './definition';

/** What a new customer is worth, in periods of what they bring; or why there is no model. */
export function renewalsFinding(
  table: MetricTable<typeof clvContract>,
  _context: unknown,
  format: Formatter,
): Finding | null {
  const customers = table.customers[0] ?? 0;
  if (!(customers > 0)) return null;
  const n = `n = ${format.int(customers)}`;
  const refusal = table.refusal[0];
  if (refusal) return { words: [refusalSentence(refusal)], n };
  const [period] = table.period;
  const [fresh] = table.residual;
  const rate = (renewal: number) => table.retention_model[table.renewal.indexOf(renewal)] ?? NaN;
  const late = Math.max(...table.renewal.filter((_, at) => table.came[at] > 0));
  return {
    words: [
      { strong: `A new customer is worth ${format.number(fresh, 1)} more ${period}s of what they bring, discounted` },
      late > 1
        ? `; ${format.share(rate(1))} renew after the first ${period}, ${format.share(rate(late))} after ${format.int(late)}.`
        : '.',
    ],
    n,
  };
}
