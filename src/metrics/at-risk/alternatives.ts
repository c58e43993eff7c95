import type { Formatter } from '../../domain/format';
import type { InView, MetricOptions, MetricTable } from '../metric';
import type { atRisk } from './definition';

type Options = MetricOptions<typeof atRisk>;
const overdue = ({ reason }: Pick<MetricTable<typeof atRisk>, 'reason'>) =>
  reason.filter((one) => one === 'overdue').length;

/** Twice the own mean gap and three times are each other's alternatives; null where nobody is overdue. */
export const alternativeOptions = (
  table: Pick<MetricTable<typeof atRisk>, 'reason'>,
  { overdue_times: times }: Options,
): Partial<Options> | null => (overdue(table) === 0 ? null : { overdue_times: times === 2 ? 3 : 2 });

/** How many are overdue by the other definition. */
export const alternativeWords = (
  table: MetricTable<typeof atRisk>,
  format: Formatter,
  { overdue_times: times }: Options,
  _choices: unknown,
  inView: InView<MetricTable<typeof atRisk>>,
): string =>
  `Overdue only beyond ${format.int(times)} times their usual gap: ${format.plural(overdue(table), 'customer')}, in place of ${format.int(overdue(inView.table))}.`;
