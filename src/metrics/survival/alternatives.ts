import { otherGoneDays } from '../../domain/rhythm';
import type { Formatter } from '../../domain/format';
import { FEW, plainWords, within, type MetricOptions, type MetricTable } from '../metric';
import { byLoss, halfGone, longestOf, readCurves, shareAt, stratumWords, timeWords } from './curves';
import type { survival, survivalSummary } from './definition';
import { summaryFinding } from './finding';

type Options = MetricOptions<typeof survival>;

/**
 * The alternative to a stay by contract is one by purchases, where there are any; of N days without a purchase one of a year, or where N
 * is a year already, of half a year.
 * @returns null where there is no alternative
 */
export function alternativeOptions(
  table: Pick<MetricTable<typeof survival>, 'source' | 'lapse_days'>,
  _options: unknown,
  available: ReadonlySet<string>,
): Partial<Options> | null {
  if (table.source[0] === 'contract')
    return available.has('transactions.customer') && available.has('transactions.date')
      ? { source: 'purchases' }
      : null;
  return { source: 'purchases', lapse_days: otherGoneDays(table.lapse_days[0]) };
}

/** Where most leave: when half are gone by the other definition, or how many are left at the end. */
export function alternativeWords(table: MetricTable<typeof survival>, format: Formatter, { by }: Options): string {
  const [worst] = byLoss(readCurves(table));
  if (!worst) return '';
  const unit = table.unit[0];
  const rule = ruleWords(table, format);
  const half = halfGone(worst);
  const who = stratumWords(by, worst.name);
  if (half === 0 && table.source[0] === 'purchases')
    return `${rule}: ${format.share(1 - shareAt(worst, 0))} of ${who} bought once only.`;
  return Number.isNaN(half)
    ? `${rule}: ${format.share(shareAt(worst, longestOf(worst)))} of ${who} are still here after ${timeWords(longestOf(worst), unit, format.int)}.`
    : `${rule}: half of ${who} are gone after ${timeWords(half, unit, (value) => format.number(value, Number.isInteger(value) ? 0 : 1))}.`;
}

/** The mean stays by the other definition. */
export function summaryAlternativeWords(
  table: MetricTable<typeof survivalSummary>,
  format: Formatter,
  options: MetricOptions<typeof survivalSummary>,
): string {
  const said = summaryFinding(table, null, format, options);
  return said ? `${ruleWords(table, format)}: ${within(plainWords(said))}` : '';
}

/** The crude share: whoever had not left by the end, however short a time they were seen. */
export function crudeWords(table: MetricTable<typeof survival>, format: Formatter, { by }: Options): string {
  const [worst] = byLoss(readCurves(table));
  if (!worst || worst.n < FEW) return '';
  const share = format.share(1 - worst.left / worst.n);
  return `However short a time each was seen: ${share} of ${stratumWords(by, worst.name)} have not left.`;
}

/** The median in place of the mean, where the mean is shortest. */
export function medianWords(
  table: MetricTable<typeof survivalSummary>,
  format: Formatter,
  { by }: MetricOptions<typeof survivalSummary>,
): string {
  const rows = Array.from(table.stratum.keys()).filter((row) => table.n[row] >= FEW && !Number.isNaN(table.rmst[row]));
  if (rows.length === 0) return '';
  const least = rows.reduce((a, b) => (table.rmst[b] < table.rmst[a] ? b : a));
  const who = stratumWords(by, table.stratum[least]);
  const time = (t: number) =>
    timeWords(t, table.unit[0], (value) => format.number(value, Number.isInteger(value) ? 0 : 1));
  return Number.isNaN(table.median[least])
    ? `By the median: more than half of ${who} are still here at the end of what was seen.`
    : `By the median: half of ${who} stay ${time(table.median[least])} or longer.`;
}

const ruleWords = (
  { source, lapse_days }: Pick<MetricTable<typeof survival>, 'source' | 'lapse_days'>,
  format: Formatter,
) =>
  source[0] === 'contract' ? 'By contract' : `Where ${format.int(lapse_days[0])} days without a purchase mean gone`;
