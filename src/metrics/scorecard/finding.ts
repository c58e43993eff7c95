import type { Formatter } from '../../domain/format';
import type { Finding, MetricTable } from '../metric';
import type { capabilityPortfolio, scorecard } from './definition';
import { indicatorLabel } from './indicators';
import { valueWords } from './words';

/** How many targets are met, and the missed one that is furthest off; silent without targets. */
export function finding(table: MetricTable<typeof scorecard>, _context: unknown, format: Formatter): Finding | null {
  const rows = Array.from(table.metric.keys());
  const of = (status: string) => rows.filter((row) => table.status[row] === status);
  const [met, missed] = [of('met'), of('missed')];
  const judged = met.length + missed.length;
  if (judged === 0) return null;
  const off = (row: number) =>
    Math.abs(table.value[row] - table.target[row]) / Math.max(1e-9, Math.abs(table.target[row]));
  const [worst] = [...missed].sort((a, b) => off(b) - off(a));
  const words = (row: number, value: number) => valueWords(value, table.unit[row], format);
  const owner = (row: number) => (table.owner[row] === '' ? '' : ` (${table.owner[row]})`);
  const rest =
    worst === undefined
      ? '.'
      : `; furthest off is ${indicatorLabel(table.metric[worst]).toLowerCase()}${owner(worst)}: ${words(worst, table.value[worst])} against ${words(worst, table.target[worst])}.`;
  return {
    words: [{ strong: `${format.int(met.length)} of ${format.plural(judged, 'target')} are met` }, rest],
    n: `n = ${format.plural(rows.length, 'figure')}`,
  };
}

/** For how many of the nine capabilities the files bring what it takes. */
export function portfolioFinding(
  table: MetricTable<typeof capabilityPortfolio>,
  _context: unknown,
  format: Formatter,
): Finding | null {
  const cells = table.metric.length;
  if (cells === 0) return null;
  const ready = table.data_readiness.filter((share) => share === 1).length;
  const owned = table.owner.filter((owner) => owner !== '').length;
  if (ready === 0 && owned === 0) return null;
  return {
    words: [
      { strong: `The files bring what it takes for ${format.int(ready)} of ${format.int(cells)} capabilities` },
      owned === 0
        ? '; nobody is said to answer for any of them.'
        : `; somebody answers for ${format.int(owned)} of them.`,
    ],
    n: `n = ${format.plural(cells, 'capability', 'capabilities')}`,
  };
}
