import type { Formatter } from '../../domain/format';
import { FEW, type Finding, type MetricOptions, type MetricTable } from '../metric';
import type { crossSell } from './definition';
import { MOST_SHOWN, readPairs, strongest, type Pair } from './pairs';
/** A smaller lift may be beyond chance, and is still next to nothing. */
const WORTH_SAYING = 1.15;

/** The strongest pair of the most bought items beyond chance. */
export function finding(
  table: MetricTable<typeof crossSell>,
  _context: unknown,
  format: Formatter,
  { level }: MetricOptions<typeof crossSell>,
): Finding | null {
  const pairs = readPairs(table, level);
  if (!pairs || pairs.n === 0) return null;
  const basket = pairs.level === 'basket';
  const counted = format.plural(pairs.n, basket ? 'basket' : 'customer');
  const n = `n = ${counted}`;
  if (pairs.n < FEW) return { words: [`${counted} ${pairs.n === 1 ? 'is' : 'are'} too few for a finding.`], n };
  const names = pairs.items.slice(0, MOST_SHOWN).map(({ name }) => name);
  if (names.length < 2) return null;
  return strongestWords(strongest(pairs, names), { items: names.length, basket, counted }, format);
}

/** A sentence about the strongest pair of some items; null where there is none. */
export function strongestWords(
  top: Pick<Pair, 'from' | 'to' | 'lift' | 'both'> | null,
  { items, basket, counted }: { readonly items: number; readonly basket: boolean; readonly counted: string },
  format: Formatter,
): Finding {
  const n = `n = ${counted}`;
  if (!top) {
    return {
      words: [`No two of the ${format.int(items)} most bought go together more often than chance would have it.`],
      n,
    };
  }
  const lift = format.lift(top.lift, top.lift < 1.5 ? 2 : 1);
  if (top.lift < WORTH_SAYING) {
    return {
      words: [
        `No two of the ${format.int(items)} most bought go together more than ${lift} times as often as chance would have it.`,
      ],
      n,
    };
  }
  const share = basket ? 'share a basket' : 'are held by the same customer';
  return {
    words: [
      { strong: `${capital(top.from)} and ${top.to} ${share} ${lift} times as often as chance` },
      ` (${format.int(top.both)} of ${counted}).`,
    ],
    n,
  };
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
