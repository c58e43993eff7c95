import type { Formatter } from '../../charts/format';
import type { Finding, MetricOptions, MetricTable } from '../metric';
import type { churnRate } from './definition';

const FEW = 5;

/** The last year of whole units against the year before it, where there is one. */
export function finding(
  table: MetricTable<typeof churnRate>,
  _context: unknown,
  format: Formatter,
  { unit }: MetricOptions<typeof churnRate>,
): Finding | null {
  const whole = Array.from(table.month.keys()).filter((row) => table.complete[row] === 1 && table.at_start[row] >= FEW);
  const year = unit === 'month' ? 12 : unit === 'quarter' ? 4 : 1;
  const last = whole.slice(-year);
  if (last.length < year) return null;
  const mean = (rows: readonly number[], column: Float64Array) =>
    rows.reduce((sum, row) => sum + column[row], 0) / rows.length;
  const earlier = whole.slice(-2 * year, -year);
  const rate = format.share(mean(last, table.rate_of_start), 2);
  const n = `n = ${format.int(table.at_start[last[0]])} at the start of the first`;
  const span = year === 1 ? `in the last ${unit}` : `in an average ${unit} of the last ${format.int(year)}`;
  const before =
    earlier.length === year
      ? `, ${format.share(mean(earlier, table.rate_of_start), 2)} in the ${format.int(year)} before.`
      : '.';
  return { words: [{ strong: `${rate} of those there at the start left ${span}` }, before], n };
}
