import type { Formatter } from '../../domain/format';
import { FEW, type Finding, type MetricTable } from '../metric';
import type { crossSellField } from './definition';
import { strongestWords } from './finding';

type Table = MetricTable<typeof crossSellField>;

/** The row of the strongest pair of all; -1 where none is beyond chance. */
export function strongestRow({ lift }: Pick<Table, 'lift'>): number {
  let best = -1;
  for (let row = 0; row < lift.length; row++)
    if (!Number.isNaN(lift[row]) && (best < 0 || lift[row] > lift[best])) best = row;
  return best;
}

/** The strongest pair of thousands. */
export function fieldFinding(table: Table, _context: unknown, format: Formatter): Finding | null {
  const n = table.n[0] ?? 0;
  if (table.from.length < 2 || n === 0) return null;
  const basket = table.level[0] === 'basket';
  const counted = format.plural(n, basket ? 'basket' : 'customer');
  if (n < FEW) return { words: [`${counted} ${n === 1 ? 'is' : 'are'} too few for a finding.`], n: `n = ${counted}` };
  const row = strongestRow(table);
  const top =
    row < 0 ? null : { from: table.from[row], to: table.to[row], lift: table.lift[row], both: table.n_both[row] };
  return strongestWords(top, { items: table.from.length, basket, counted }, format);
}
