import type { Formatter } from '../../domain/format';
import { FEW, type Finding, type MetricTable } from '../metric';
import type { rfmCuts } from './definition';

/** How many bought once only: the reason why cuts of frequency often fall together. */
export function finding(table: MetricTable<typeof rfmCuts>, _context: unknown, format: Formatter): Finding | null {
  const at = table.measure.indexOf('frequency');
  if (at < 0) return null;
  const n = [table.band_1, table.band_2, table.band_3, table.band_4, table.band_5].reduce((sum, b) => sum + b[at], 0);
  if (n < FEW || table.q20[at] !== 1) return null;
  return {
    words: [
      { strong: `${format.int(table.band_1[at])} of ${format.plural(n, 'customer')} bought once` },
      ', so frequency cannot be cut into equal fifths.',
    ],
    n: `n = ${format.int(n)}`,
  };
}
