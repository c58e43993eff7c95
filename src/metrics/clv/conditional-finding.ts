import type { Formatter } from '../../domain/format';
import { refusalSentence } from '../../domain/model-refusals';
import { FEW, type Finding, type MetricTable } from '../metric';
import type { clvConditional } from './definition';

/** What those who had bought once did afterwards, expected and actual: the largest group of most files. */
export function finding(
  table: MetricTable<typeof clvConditional>,
  _context: unknown,
  format: Formatter,
): Finding | null {
  const customers = table.customers[0] ?? 0;
  if (table.x[0] !== 0 || customers < FEW) return null;
  const n = `n = ${format.int(customers)}`;
  if (table.refusal[0]) return { words: [refusalSentence(table.refusal[0])], n };
  return {
    words: [
      { strong: `Customers of one purchase made ${format.number(table.actual[0], 2)} more each` },
      `; the model expected ${format.number(table.expected[0], 2)}.`,
    ],
    n,
  };
}
