import type { Formatter } from '../../domain/format';
import { FEW, plainWords, within, type MetricOptions, type MetricTable } from '../metric';
import type { cohortRetention } from './definition';
import { curvesFinding } from './finding';
import { poolCells, readCohorts } from './triangle';

type Options = MetricOptions<typeof cohortRetention>;

/** Who bought in a period, or in it or a later one: each is the other's alternative. */
export const alternativeOptions = (_table: unknown, { mode }: Options): Partial<Options> => ({
  mode: mode === 'on' ? 'on_or_after' : 'on',
});

/** All cohorts at their first period by the other definition. */
export function alternativeWords(
  table: MetricTable<typeof cohortRetention>,
  format: Formatter,
  { unit, mode }: Options,
): string {
  const first = poolCells(readCohorts(table)).find(({ period }) => period === 1);
  if (!first || first.eligible < FEW) return '';
  const when = unit === '30d' ? '30 to 59 days after the first purchase' : `in the ${unit} after the first purchase`;
  return `${mode === 'on' ? `Of all, counting only who bought ${when}` : `Of all, counting who bought ${when} or later`}: ${format.share(first.rate)}.`;
}

/** Newer and older cohorts by the other definition. */
export function curvesAlternativeWords(
  table: MetricTable<typeof cohortRetention>,
  format: Formatter,
  options: Options,
): string {
  const said = curvesFinding(table, null, format, options);
  if (!said) return '';
  const counted =
    options.mode === 'on' ? 'Counting only who bought in the period' : 'Counting who bought then or later';
  return `${counted}: ${within(plainWords(said))}`;
}
