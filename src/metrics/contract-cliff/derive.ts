import { compareUtf8 } from '../../domain/keys';
import { wilson, Z95 } from '../../statistics/intervals';
import type { Derive } from '../metric';
import type { contractCliff } from './definition';

/** Months before the end that the month after it is held against. */
const BEFORE = 6;

interface Month {
  readonly strategy: string;
  readonly month: number;
  readonly atRisk: number;
  readonly ended: number;
}

/** Hazards with Wilson's interval, and in the row of month 0 the cliff ratio with its own. */
export const derive: Derive<typeof contractCliff> = (base, context) => {
  const rows = Array.from(base.strategy, (code, row): Month => ({
    strategy: context.names('strategy')[code - 1] ?? '',
    month: base.months_from_end[row],
    atRisk: base.at_risk[row],
    ended: base.ended[row],
  }));
  rows.sort((a, b) => compareUtf8(a.strategy, b.strategy) || a.month - b.month);
  const intervals = rows.map(({ ended, atRisk }) => wilson(ended, atRisk));
  const ratios = rows.map((row) =>
    row.month === 0
      ? cliffRatio(
          row,
          rows.filter(({ strategy, month }) => strategy === row.strategy && month < 0 && month >= -BEFORE),
        )
      : NO_RATIO,
  );
  const column = (value: (row: Month, at: number) => number) => Float64Array.from(rows, value);
  return {
    strategy: rows.map(({ strategy }) => strategy),
    months_from_end: column(({ month }) => month),
    at_risk: column(({ atRisk }) => atRisk),
    ended: column(({ ended }) => ended),
    hazard: column(({ ended, atRisk }) => ended / atRisk),
    ci_low: column((_, at) => intervals[at].low),
    ci_high: column((_, at) => intervals[at].high),
    ratio: column((_, at) => ratios[at].ratio),
    ratio_low: column((_, at) => ratios[at].low),
    ratio_high: column((_, at) => ratios[at].high),
  };
};

const NO_RATIO = { ratio: NaN, low: NaN, high: NaN };

/**
 * The hazard after the end over the mean of the six before it. Its interval is that of its logarithm by the delta method,
 * months taken as independent samples (D. Katz and others, Biometrics 34, 1978, for two shares).
 * @returns NaN unless all six months have somebody at risk; without an interval where nobody left before, or after
 */
function cliffRatio(after: Month, before: readonly Month[]): typeof NO_RATIO {
  const hazard = ({ ended, atRisk }: Month) => ended / atRisk;
  const variance = (month: Month) => (hazard(month) * (1 - hazard(month))) / month.atRisk;
  const mean = before.reduce((sum, month) => sum + hazard(month), 0) / BEFORE;
  if (before.length < BEFORE || mean === 0) return NO_RATIO;
  const ratio = hazard(after) / mean;
  if (ratio === 0) return { ...NO_RATIO, ratio };
  const meanVariance = before.reduce((sum, month) => sum + variance(month), 0) / BEFORE ** 2;
  const error = Math.sqrt(variance(after) / hazard(after) ** 2 + meanVariance / mean ** 2);
  return { ratio, low: ratio * Math.exp(-Z95 * error), high: ratio * Math.exp(Z95 * error) };
}
