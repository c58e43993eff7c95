import type { Formatter } from '../../domain/format';
import { chosen, type Choices } from '../choices';
import type { MetricOptions, MetricTable } from '../metric';
import { choices as specs } from './choices';
import type { churnRate } from './definition';
import { lastYears, meanRate, spanWords } from './finding';

/** The rate of the finding by the other denominator: the same table tells. */
export function alternativeWords(
  table: MetricTable<typeof churnRate>,
  format: Formatter,
  { unit }: MetricOptions<typeof churnRate>,
  choices: Choices,
): string {
  const years = lastYears(table, unit);
  if (!years) return '';
  const other = chosen(specs, choices).denominator === 'start' ? 'average' : 'start';
  const rate = meanRate(table, years.last, other, format);
  return other === 'average'
    ? `All who left, of the mean of start and end: ${rate} ${spanWords(years.year, unit, format)}.`
    : `Of those there at the start: ${rate} ${spanWords(years.year, unit, format)}.`;
}
