import type { Formatter } from '../../domain/format';
import { FEW, type MetricOptions, type MetricTable } from '../metric';
import type { buyingAndAway } from './definition';
import { readStandings } from './months';

type Options = MetricOptions<typeof buyingAndAway>;

/** Half as many months; of one month there is no half. */
export const alternativeOptions = (_table: unknown, { months }: Options): Partial<Options> | null =>
  months > 1 ? { months: Math.ceil(months / 2) } : null;

/** Who is buying and who is away at the end, by the other definition. */
export function alternativeWords(
  table: MetricTable<typeof buyingAndAway>,
  format: Formatter,
  options: Options,
): string {
  const end = readStandings(table, options).at(-1);
  if (!end || !(end.buying + end.away >= FEW)) return '';
  return `Within the last ${format.plural(options.months, 'month')}: ${format.int(end.buying)} buying, ${format.int(end.away)} away.`;
}
