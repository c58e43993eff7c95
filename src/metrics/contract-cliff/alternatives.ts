import { strategyLabel } from '../../domain/strategy-words';
import type { Formatter } from '../../domain/format';
import type { MetricTable } from '../metric';
import { readCliffs, type Cliff } from './cliffs';
import type { contractCliff } from './definition';

/** The ratio against twelve months before the end in place of six; NaN without all of them. */
function againstYear({ points, after }: Cliff): number {
  const before = points.filter(({ month }) => month < 0);
  const mean = before.reduce((sum, { hazard }) => sum + hazard, 0) / before.length;
  return before.length === 12 && after && mean > 0 ? after.hazard / mean : NaN;
}

/** The alternative is the same table held against a longer time before: no other question is asked. */
export function alternativeWords(table: MetricTable<typeof contractCliff>, format: Formatter): string {
  const said = readCliffs(table)
    .map((cliff) => ({ cliff, ratio: againstYear(cliff) }))
    .filter(({ ratio }) => !Number.isNaN(ratio))
    .map(({ cliff, ratio }) => `${strategyLabel(cliff.strategy).toLowerCase()} ${format.number(ratio, 1)}`);
  return said.length === 0 ? '' : `Against the twelve months before in place of six: ${format.list(said)}.`;
}
