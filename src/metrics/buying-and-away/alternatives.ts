import { otherGoneDays } from '../../domain/rhythm';
import type { Formatter } from '../../domain/format';
import { FEW, type MetricOptions, type MetricTable } from '../metric';
import type { buyingAndAway } from './definition';
import { readStandings, ruleWords } from './months';

type Options = MetricOptions<typeof buyingAndAway>;

/** Another number of days without a purchase; by contract there is none. */
export function alternativeOptions({ source, lapse_days }: MetricTable<typeof buyingAndAway>): Partial<Options> | null {
  return source[0] === 'purchases' ? { lapse_days: otherGoneDays(lapse_days[0]) } : null;
}

/** Who is with us and who is gone at the end, by the other definition. */
export function alternativeWords(table: MetricTable<typeof buyingAndAway>, format: Formatter): string {
  const end = readStandings(table).at(-1);
  if (!end || !(end.buying + end.away >= FEW)) return '';
  return `${format.int(end.buying)} ${ruleWords(table, format.plural)}, ${format.int(end.away)} did not.`;
}
