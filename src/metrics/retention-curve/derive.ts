import { compareUtf8 } from '../../domain/keys';
import { wilson } from '../../statistics/intervals';
import type { Derive, MetricTable } from '../metric';
import type { retentionCurve } from './definition';

type Table = MetricTable<typeof retentionCurve>;

/** Adds the share of the eligible who were active, and its Wilson interval. `group` is left out without a breakdown. */
export const derive: Derive<typeof retentionCurve> = (base, context, { by }) => {
  const texts = by === '' ? [] : (context.attribute?.(by) ?? []);
  const name = (row: number) => texts[base.group_code[row]] ?? '';
  // Rows of a group stand by period already, and sorting keeps their order.
  const order = Array.from(base.period.keys());
  if (by !== '') order.sort((a, b) => compareUtf8(name(a), name(b)));
  const column = (value: (row: number) => number) => Float64Array.from(order, value);
  const intervals = order.map((row) => wilson(base.active[row], base.eligible[row]));
  const table: Omit<Table, 'group'> = {
    period: column((row) => base.period[row]),
    eligible: column((row) => base.eligible[row]),
    active: column((row) => base.active[row]),
    rate: column((row) => (base.eligible[row] > 0 ? base.active[row] / base.eligible[row] : NaN)),
    ci_low: Float64Array.from(intervals, ({ low }) => low),
    ci_high: Float64Array.from(intervals, ({ high }) => high),
  };
  // `group` comes first where there is one, and is absent where there is none.
  return (by === '' ? table : { group: order.map(name), ...table }) as Table;
};
