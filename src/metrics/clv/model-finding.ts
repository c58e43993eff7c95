import type { Formatter } from '../../domain/format';
import { refusalSentence } from '../../domain/model-refusals';
import type { Finding, MetricTable } from '../metric';
import type { clvModel } from './definition';

/** A weaker correlation is next to none. */
const SLIGHT = 0.1;

/** How spend goes with frequency, which the value rests on; or why a model gives no figures. */
export function finding(table: MetricTable<typeof clvModel>, _context: unknown, format: Formatter): Finding | null {
  const valueOf = (parameter: string) => table.value[table.parameter.indexOf(parameter)] ?? NaN;
  const customers = valueOf('customers');
  if (!(customers > 0)) return null;
  const n = `n = ${format.int(customers)}`;
  const refusal = table.refusal.find((code) => code !== '');
  if (refusal) return { words: [refusalSentence(refusal)], n };
  const correlation = valueOf('frequency_spend_correlation');
  if (Number.isNaN(correlation)) return null;
  const words = ` (correlation ${format.number(correlation, 2)})`;
  return {
    words:
      Math.abs(correlation) < SLIGHT
        ? [{ strong: 'Spend a purchase and frequency hardly go together' }, `${words}, as the model of spend takes it.`]
        : [
            { strong: 'Spend a purchase and frequency go together slightly' },
            `${words}; the model of spend takes it that they do not.`,
          ],
    n,
  };
}
