import type { Formatter } from '../../charts/format';
import type { AnyOptions, Finding, MetricOptions, MetricTable } from '../metric';
import { denominatorIn } from './choices';
import type { churnRate } from './definition';

const FEW = 5;

type Unit = MetricOptions<typeof churnRate>['unit'];
/** What a rate is of, within a sentence. */
const OF = { start: 'those there at the start', average: 'the mean of start and end' } as const;

/**
 * The row in which somebody left for the first time. Before it, where leaving is told by inactivity, nobody could have been away for
 * long enough: a rate of 0 that is no rate.
 */
export const firstLeaving = (table: MetricTable<typeof churnRate>): number =>
  Math.max(
    0,
    table.left.findIndex((left) => left > 0),
  );

/** The last year of whole units, and the year before it; null where there is no such year. */
export function lastYears(table: MetricTable<typeof churnRate>, unit: Unit) {
  const first = firstLeaving(table);
  const whole = Array.from(table.month.keys()).filter(
    (row) => row >= first && table.complete[row] === 1 && table.at_start[row] >= FEW,
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
  choices: AnyOptions,
): Finding | null {
  const years = lastYears(table, unit);
  if (!years) return null;
  const { year, last, earlier } = years;
  const denominator = denominatorIn(choices);
  const rate = (rows: readonly number[]) => meanRate(table, rows, denominator, format);
  const n = `n = ${format.int(table.at_start[last[0]])} at the start of the first`;
  const before = earlier ? `, ${rate(earlier)} in the ${year === 1 ? unit : format.int(year)} before.` : '.';
  return {
    words: [{ strong: `${rate(last)} of ${OF[denominator]} left ${spanWords(year, unit, format)}` }, before],
    n,
  };
}
