import type { Formatter } from '../../domain/format';
import { cohortCalendar } from '../../domain/cohort-periods';
import { FEW, type Finding, type MetricOptions, type MetricTable } from '../metric';
import type { cohortRetention } from './definition';
import { cohortLines } from './curves';
import { readCohorts, unitWord, type Cohort, type Pooled } from './triangle';

/** Cohorts in halves by age, compared at the same age: period 1, where it is over. */
export function finding(
  table: MetricTable<typeof cohortRetention>,
  _context: unknown,
  format: Formatter,
  options: MetricOptions<typeof cohortRetention>,
): Finding | null {
  const cohorts = readCohorts(table).filter(({ size }) => size > 0);
  const n = cohorts.reduce((sum, { size }) => sum + size, 0);
  if (n === 0) return null;
  const words = format.plural(n, 'customer');
  if (n < FEW)
    return { words: [`${words} ${n === 1 ? 'is' : 'are'} too few for a finding.`], n: `n = ${format.int(n)}` };
  const over = cohorts.filter(({ cells }) => cells.some(({ period, complete }) => period === 1 && complete));
  if (over.length === 0) return null;
  const later = halfOf(over);
  const earlier = over.slice(0, over.length - later.length);
  const name = (cohort: Cohort) => format.unit(cohort.cohort, cohortCalendar(options.unit));
  const when = afterWords(options.unit, options.mode);
  const [now, then] = [rateOf(later), rateOf(earlier)];
  if (now.n < FEW) return null;
  const since = later.length === 1 ? `won in ${name(later[0])}` : `won since ${name(later[0])}`;
  const counted = `n = ${format.int(now.n + then.n)}`;
  const subject = { strong: `${format.share(now.rate)} of the customers ${since} bought ${when}` };
  if (then.n < FEW) return { words: [subject, '.'], n: `n = ${format.int(now.n)}` };
  const [share, shareThen] = [format.share(now.rate), format.share(then.rate)];
  return {
    words: [
      subject,
      share === shareThen ? ', as many as of those won before.' : `, against ${shareThen} of those won before.`,
    ],
    n: counted,
  };
}

/** The later cohorts that hold about half of the customers. */
function halfOf(cohorts: readonly Cohort[]): Cohort[] {
  const half = cohorts.reduce((sum, { size }) => sum + size, 0) / 2;
  let sum = 0;
  let first = cohorts.length;
  while (first > 1 && sum + cohorts[first - 1].size / 2 < half) sum += cohorts[--first].size;
  return cohorts.length === 1 ? [...cohorts] : cohorts.slice(first === cohorts.length ? first - 1 : first);
}

function rateOf(cohorts: readonly Cohort[]): { n: number; rate: number } {
  const n = cohorts.reduce((sum, { size }) => sum + size, 0);
  const active = cohorts.reduce((sum, { cells }) => sum + (cells.find(({ period }) => period === 1)?.active ?? 0), 0);
  return { n, rate: active / n };
}

function afterWords(unit: MetricOptions<typeof cohortRetention>['unit'], mode: 'on' | 'on_or_after'): string {
  const after =
    unit === '30d' ? '30 to 59 days after the first purchase' : `in the ${unitWord(unit)} after the first purchase`;
  if (mode === 'on') return after;
  return unit === '30d' ? 'again 30 days after the first purchase or later' : `${after} or later`;
}

/** The newest line against the oldest, at the last period that both have lived. */
export function curvesFinding(
  table: MetricTable<typeof cohortRetention>,
  _context: unknown,
  format: Formatter,
  options: MetricOptions<typeof cohortRetention>,
): Finding | null {
  const lines = cohortLines(readCohorts(table), options.unit, format.unit);
  const newest = lines[lines.length - 1];
  const oldest = lines[0];
  if (!newest || newest === oldest) return null;
  const shared = newest.points.filter(({ period }) => oldest.points.some((point) => point.period === period));
  const last = shared[shared.length - 1];
  if (!last) return null;
  const mean = (points: readonly Pooled[]) => {
    const alike = points.filter(
      ({ period }) => period <= last.period && shared.some((point) => point.period === period),
    );
    return alike.reduce((sum, { rate }) => sum + rate, 0) / alike.length;
  };
  const span =
    options.unit === '30d'
      ? `in an average 30 days of the first ${30 * (last.period + 1)}`
      : `in an average ${options.unit} of the first ${format.int(last.period)}`;
  return {
    words: [
      { strong: `Of those won in ${newest.name}, ${format.share(mean(newest.points))} bought ${span}` },
      `; of those won in ${oldest.name}, ${format.share(mean(oldest.points))}.`,
    ],
    n: `n = ${format.int(newest.size)} and ${format.int(oldest.size)}`,
  };
}
