import { strategyWords } from '../../domain/strategy-words';
import type { Formatter } from '../../domain/format';
import type { Finding, MetricTable } from '../metric';
import { readCliffs, type Cliff } from './cliffs';
import type { contractCliff } from './definition';

/** Fewer at risk in the month after the end carry no sentence. */
const ENOUGH = 30;

/** Where the cliff is steepest, and how it is where there is least of one. */
export function finding(
  table: MetricTable<typeof contractCliff>,
  _context: unknown,
  format: Formatter,
): Finding | null {
  const cliffs = readCliffs(table).filter(({ after, ratio }) => (after?.atRisk ?? 0) >= ENOUGH && !Number.isNaN(ratio));
  if (cliffs.length === 0) return null;
  cliffs.sort((a, b) => b.ratio - a.ratio);
  const [steep, flat] = [cliffs[0], cliffs.length > 1 ? cliffs[cliffs.length - 1] : null];
  const n = `n = ${format.list(cliffs.map(({ after }) => format.int(after!.atRisk)))} at risk after the term`;
  if (!isCliff(steep))
    return { words: [{ strong: 'No cliff at the end of the term' }, `: ${ratesOf(steep, format)}.`], n };
  const subject = {
    strong: `In the month after the term ${format.number(steep.ratio, 1)} times as many ${strategyWords(steep.strategy).many} leave as in a month before`,
  };
  const interval = ` (95%: ${format.number(steep.low, 1)}–${format.number(steep.high, 1)})`;
  const rest = flat ? `; of ${strategyWords(flat.strategy).many}, ${format.number(flat.ratio, 1)} times as many.` : '.';
  return { words: [subject, interval, rest], n };
}

/** A ratio beyond chance above 1. */
export const isCliff = ({ low }: Cliff): boolean => low > 1;

const ratesOf = ({ after, before }: Cliff, format: Formatter) =>
  `${format.share(after!.hazard, 2)} left in the month after it, ${format.share(before, 2)} in an average month of the six before`;
