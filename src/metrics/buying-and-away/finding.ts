import type { Formatter } from '../../domain/format';
import { FEW, type Finding, type MetricTable } from '../metric';
import type { buyingAndAway } from './definition';
import { readStandings, ruleWords } from './months';

export function finding(
  table: MetricTable<typeof buyingAndAway>,
  _context: unknown,
  format: Formatter,
): Finding | null {
  const standings = readStandings(table);
  const end = standings[standings.length - 1];
  const known = end ? end.buying + end.away : 0;
  if (!end || known === 0 || Number.isNaN(known)) return null;
  const n = `n = ${format.int(known)}`;
  if (known < FEW)
    return { words: [`${format.plural(known, 'customer')} ${known === 1 ? 'is' : 'are'} too few for a finding.`], n };
  return {
    words: [
      {
        strong: `${format.int(end.buying)} of ${format.int(known)} customers ${ruleWords(table, format.plural)}`,
      },
      '. Drag over the months to set the period for every chart.',
    ],
    n,
  };
}
