import type { Formatter } from '../../domain/format';
import { plainWords, within, type MetricOptions, type MetricTable } from '../metric';
import { readCurve } from './curve';
import type { retentionCurve } from './definition';
import { groupsFinding } from './finding';

type Options = MetricOptions<typeof retentionCurve>;

/** Who bought in a period, or in it or a later one: each is the other's alternative. */
export const alternativeOptions = (_table: unknown, { mode }: Options): Partial<Options> => ({
  mode: mode === 'on' ? 'on_or_after' : 'on',
});

/** The first period by the other definition. */
export function alternativeWords(
  table: MetricTable<typeof retentionCurve>,
  format: Formatter,
  { unit, mode }: Options,
): string {
  const [first] = readCurve(table);
  if (!first || first.few) return '';
  const when = unit === '30d' ? '30 to 59 days after the first purchase' : `in the ${unit} after the first purchase`;
  return `${mode === 'on' ? `Counting only who bought ${when}` : `Counting who bought ${when} or later`}: ${format.share(first.rate)}.`;
}

/** The groups by the other definition. */
export function groupsAlternativeWords(
  table: MetricTable<typeof retentionCurve>,
  format: Formatter,
  options: Options,
): string {
  const said = groupsFinding(table, null, format, options);
  if (!said) return '';
  const counted =
    options.mode === 'on' ? 'Counting only who bought in the period' : 'Counting who bought then or later';
  return `${counted}: ${within(plainWords(said))}`;
}
