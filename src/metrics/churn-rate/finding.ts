import type { Formatter } from '../../domain/format';
import { chosen, type Choices } from '../choices';
import { FEW, type Finding, type MetricOptions, type MetricTable } from '../metric';
import { choices as specs } from './choices';
import type { churnRate } from './definition';

type Unit = MetricOptions<typeof churnRate>['unit'];
/** What a rate is of, within a sentence. */
const OF = { start: 'those there at the start', average: 'the mean of start and end' } as const;

/** The last year of whole units, and the year before it; null where there is no such year. */
export function lastYears(table: MetricTable<typeof churnRate>, unit: Unit) {
  const whole = Array.from(table.month.keys()).filter(
    (row) => table.possible[row] === 1 && table.complete[row] === 1 && table.at_start[row] >= FEW,
  );
  const year = unit === 'month' ? 12 : unit === 'quarter' ? 4 : 1;
  const last = whole.slice(-year);
  const earlier = whole.slice(-2 * year, -year);
  return last.length < year ? null : { year, last, earlier: earlier.length === year ? earlier : null };
}

/** The mean rate of some rows by a denominator, as it is read. */
export function meanRate(
  table: MetricTable<typeof churnRate>,
  rows: readonly number[],
  denominator: keyof typeof OF,
  format: Formatter,
): string {
  const rates = denominator === 'start' ? table.rate_of_start : table.rate_of_average;
  return format.share(rows.reduce((sum, row) => sum + rates[row], 0) / rows.length, 2);
}
export const spanWords = (year: number, unit: Unit, format: Formatter): string =>
  year === 1 ? `in the last ${unit}` : `in an average ${unit} of the last ${format.int(year)}`;

/** The last year of whole units against the year before it, where there is one, by the denominator in view. */
export function finding(
  table: MetricTable<typeof churnRate>,
  _context: unknown,
  format: Formatter,
  { unit }: MetricOptions<typeof churnRate>,
  choices: Choices,
): Finding | null {
  const years = lastYears(table, unit);
  if (!years) return null;
  const { year, last, earlier } = years;
  const { denominator } = chosen(specs, choices);
  const rate = (rows: readonly number[]) => meanRate(table, rows, denominator, format);
  const n = `n = ${format.int(table.at_start[last[0]])} at the start of the first`;
  const before = earlier ? `, ${rate(earlier)} in the ${year === 1 ? unit : format.int(year)} before.` : '.';
  return {
    words: [{ strong: `${rate(last)} of ${OF[denominator]} left ${spanWords(year, unit, format)}` }, before],
    n,
  };
}
