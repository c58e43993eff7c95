import type { Formatter } from '../../charts/format';
import type { MetricOptions, MetricTable } from '../metric';
import { byLoss, halfGone, longestOf, readCurves, shareAt, stratumWords, timeWords } from './curves';
import type { survival } from './definition';

type Options = MetricOptions<typeof survival>;

/**
 * The rival of a stay by contract is one by purchases, where there are any; of a lapse of N days one of half as many.
 * @returns null where there is no rival
 */
export function rivalOptions(
  table: MetricTable<typeof survival>,
  _options: Options,
  available: ReadonlySet<string>,
): Partial<Options> | null {
  if (table.source[0] === 'contract')
    return available.has('transactions.customer') && available.has('transactions.date')
      ? { source: 'purchases' }
      : null;
  const lapse = table.lapse_days[0];
  return lapse > 1 ? { source: 'purchases', lapse_days: Math.ceil(lapse / 2) } : null;
}

/** Where most leave: when half are gone by the rival definition, or how many are left at the end. */
export function rivalWords(table: MetricTable<typeof survival>, format: Formatter, { by }: Options): string {
  const [worst] = byLoss(readCurves(table));
  if (!worst) return '';
  const unit = table.unit[0];
  const rule =
    table.source[0] === 'contract'
      ? 'By contract'
      : `Where ${format.int(table.lapse_days[0])} days without a purchase mean gone`;
  const half = halfGone(worst);
  const who = stratumWords(by, worst.name);
  return Number.isNaN(half)
    ? `${rule}: ${format.share(shareAt(worst, longestOf(worst)))} of ${who} are still here after ${timeWords(longestOf(worst), unit, format.int)}.`
    : `${rule}: half of ${who} are gone after ${timeWords(half, unit, (value) => format.number(value, Number.isInteger(value) ? 0 : 1))}.`;
}
