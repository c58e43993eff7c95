import type { Formatter } from '../../domain/format';
import { FEW, type Finding, type MetricOptions, type MetricTable } from '../metric';
import type { lifecycleFlow } from './definition';
import { isOver, readFlow, unitsAYear, type FlowUnit } from './months';
export type Context = {
  readonly observed: { readonly until: number } | null;
  readonly window: { readonly until: number } | null;
  readonly windowed: boolean;
};

export const untilOf = ({ observed, window, windowed }: Context) =>
  windowed && window ? Math.min(window.until, observed?.until ?? window.until) : (observed?.until ?? null);

/** Buyers of the last full month, against the same month a year before, which has the same season. */
export function finding(
  table: MetricTable<typeof lifecycleFlow>,
  context: Context,
  format: Formatter,
  { unit }: MetricOptions<typeof lifecycleFlow>,
): Finding | null {
  const units = readFlow(table).filter(({ at, active }) => isOver(unit, at, untilOf(context)) && !Number.isNaN(active));
  const last = units[units.length - 1];
  if (!last) return null;
  const n = `n = ${format.int(last.active)}`;
  if (last.active === 0) return null;
  if (last.active < FEW)
    return {
      words: [`${format.plural(last.active, 'customer')} ${last.active === 1 ? 'is' : 'are'} too few for a finding.`],
      n,
    };
  const subject = { strong: `${format.plural(last.active, 'customer')} bought in ${format.unit(last.at, unit)}` };
  const before = units.find(({ at }) => at === last.at - unitsAYear(unit));
  if (!before) return { words: [subject, `; ${format.int(last.counts.new)} of them were new.`], n };
  const change = last.active - before.active;
  const against =
    change === 0 ? ', as many as' : `, ${format.int(Math.abs(change))} ${change > 0 ? 'more' : 'fewer'} than`;
  return { words: [subject, `${against} a year before.`], n };
}

/** New customers of the last twelve months, against the twelve before; those of the file's beginning are no comparison. */
export function newCustomersFinding(
  table: MetricTable<typeof lifecycleFlow>,
  context: Context,
  format: Formatter,
  { unit }: MetricOptions<typeof lifecycleFlow>,
): Finding | null {
  const units = readFlow(table);
  const year = unitsAYear(unit);
  const over = units.filter(({ at }) => isOver(unit, at, untilOf(context)));
  const sum = (some: readonly FlowUnit[]) => some.reduce((all, { counts }) => all + (counts.new || 0), 0);
  const total = sum(units);
  if (total === 0) return null;
  const n = `n = ${format.int(total)}`;
  if (total < FEW)
    return {
      words: [`${format.plural(total, 'new customer')} ${total === 1 ? 'is' : 'are'} too few for a finding.`],
      n,
    };
  const span = year === 1 ? 'year' : `12 months`;
  if (over.length < 2 * year)
    return {
      words: [{ strong: format.plural(total, 'new customer') }, ` since ${format.unit(units[0].at, unit)}.`],
      n,
    };
  const [now, then] = [sum(over.slice(-year)), sum(over.slice(-2 * year, -year))];
  const subject = { strong: `${format.plural(now, 'new customer')} in the last ${span}` };
  const begins = over.length < 3 * year ? ', where the file begins' : '';
  return {
    words: [
      subject,
      now === then
        ? `, as many as in the ${span} before${begins}.`
        : `, after ${format.int(then)} in the ${span} before${begins}.`,
    ],
    n,
  };
}
