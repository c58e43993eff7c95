import type { Formatter } from '../../domain/format';
import type { Finding, MetricTable } from '../metric';
import type { crossSellPairs } from './definition';
import { readLists } from './lists';

/** A smaller lift may be beyond chance, and is still next to nothing. */
const WORTH_SAYING = 1.15;

/** How many pairs chance does not explain, and the pair that is missed most. */
export function listsFinding(
  table: MetricTable<typeof crossSellPairs>,
  _context: unknown,
  format: Formatter,
): Finding | null {
  const lists = readLists(table);
  if (lists.length === 0) return null;
  const things = table.level[0] === 'basket' ? 'basket' : 'customer';
  const n = `n = ${format.plural(table.n[0], things)}`;
  const apart = lists.find(({ kind }) => kind === 'apart');
  const together = lists.find(({ kind }) => kind === 'together');
  if (!apart) {
    const [top] = together!.pairs;
    return {
      words: [
        { strong: `${format.plural(together!.found, 'pair goes', 'pairs go')} together more often than chance` },
        top.lift < WORTH_SAYING
          ? `, at most ${format.lift(top.lift)} times as often; none less often.`
          : ', none less often.',
      ],
      n,
    };
  }
  const [{ from, to, both, expected }] = apart.pairs;
  const shared = both === 0 ? 'no basket' : format.plural(both, 'basket');
  const held = both === 0 ? 'nobody' : format.plural(both, 'customer');
  return {
    words: [
      {
        strong:
          things === 'basket'
            ? `${capital(from)} and ${to} share ${shared}`
            : `${capital(from)} and ${to} are held together by ${held}`,
      },
      `; by chance it would be ${format.number(expected, expected < 10 ? 1 : 0)}.`,
    ],
    n,
  };
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
