import type { Formatter } from '../../domain/format';
import type { Against } from '../chart-props';
import { FEW, type Finding, type MetricOptions, type MetricTable } from '../metric';
import type { valueQuintiles } from './definition';
import { MEASURE_WORDS, measureOf, readQuintiles } from './quintiles';

/** Categories held, best fifth against the others; without categories, what the best and the last fifth bring. */
export function finding(
  table: MetricTable<typeof valueQuintiles>,
  context: { readonly hasProfit: boolean },
  format: Formatter,
  { by }: MetricOptions<typeof valueQuintiles>,
  _choices: unknown = {},
  against: Against<typeof valueQuintiles> | null = null,
): Finding | null {
  const what = measureOf(table, by, context.hasProfit);
  const measure = MEASURE_WORDS[what];
  const rows = readQuintiles(table, what);
  const customers = rows.reduce((sum, row) => sum + row.customers, 0);
  if (customers === 0) return null;
  const n = `n = ${format.int(customers)}`;
  if (customers < FEW)
    return {
      words: [`${format.plural(customers, 'customer')} ${customers === 1 ? 'is' : 'are'} too few for a finding.`],
      n,
    };
  const [best, ...others] = rows;
  if (others.length < 4) return null;
  const before = against ? readQuintiles(against.table, what).find(({ quintile }) => quintile === best.quintile) : null;
  if (against && before)
    return {
      words: [
        { strong: `The best fifth brought ${format.money(best.value)} of ${measure} in ${against.ownWords.said}` },
        `, ${format.money(before.value)} in ${against.words.said}.`,
      ],
      n,
    };
  const held = others.map(({ categories }) => categories);
  if (best.categories > 0 && held.every((count) => !Number.isNaN(count))) {
    const [least, most] = [format.number(Math.min(...held), 1), format.number(Math.max(...held), 1)];
    const range = least === most ? least : `${least} to ${most}`;
    return {
      words: [
        { strong: `The best fifth hold ${format.number(best.categories, 1)} categories each` },
        `, the others ${range}.`,
      ],
      n,
    };
  }
  const last = others[others.length - 1];
  // Shares of a sum below zero say the opposite of what they seem to.
  if (Number.isNaN(best.share) || rows.reduce((sum, { value }) => sum + value, 0) <= 0) return null;
  const end =
    last.share < 0
      ? `the last fifth takes ${format.share(-last.share)} of it away again`
      : `the last fifth ${format.share(last.share)}`;
  return { words: [{ strong: `The best fifth brings ${format.share(best.share)} of the ${measure}` }, `, ${end}.`], n };
}
