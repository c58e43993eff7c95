import { otherGoneDays } from '../../domain/rhythm';
import type { Formatter } from '../../domain/format';
import type { InView, MetricOptions, MetricTable } from '../metric';
import type { lifecycleFlow } from './definition';
import { untilOf } from './finding';
import { isOver, readFlow, unitsAYear } from './months';

type Options = MetricOptions<typeof lifecycleFlow>;

/** Another number of days without a purchase, as for who is still a customer; null where none is known. */
export function alternativeOptions(
  { lapse_days: [lapse] }: Pick<MetricTable<typeof lifecycleFlow>, 'lapse_days'>,
  _options: unknown,
): Partial<Options> | null {
  return lapse > 0 ? { lapse_days: otherGoneDays(lapse) } : null;
}

/** Who left in the last year of whole units, by the other definition and by the one in view. */
export function alternativeWords(
  table: MetricTable<typeof lifecycleFlow>,
  format: Formatter,
  { unit, lapse_days: lapse }: Options,
  _choices: unknown,
  inView: InView<MetricTable<typeof lifecycleFlow>>,
): string {
  const year = unitsAYear(unit);
  const latest = (one: typeof table) =>
    readFlow(one)
      .filter(({ at }) => isOver(unit, at, untilOf(inView.context)))
      .slice(-year);
  const left = (one: typeof table) => latest(one).reduce((sum, { counts }) => sum + counts.lost, 0);
  const units = latest(table);
  const [now, own] = [left(table), left(inView.table)];
  if (lapse === null || units.length === 0 || Number.isNaN(now) || Number.isNaN(own)) return '';
  const when =
    units.length === 1 ? `in ${format.unit(units[0].at, unit)}` : `from ${format.unit(units[0].at, unit)} on`;
  return `Where ${format.int(lapse)} days without a purchase mean gone, customers left ${format.plural(now, 'time')} ${when}, in place of ${format.int(own)}.`;
}
