import type { Formatter } from '../../domain/format';
import { monthOfDay, lastDayOfMonth } from '../../domain/calendar';
import { FEW, type DeriveContext, type Finding, type MetricTable } from '../metric';
import type { kpiTree } from './definition';
import { DRIVERS, readMonths } from './months';

/** What moved the last whole month most, and which way. */
export function finding(
  table: MetricTable<typeof kpiTree>,
  context: Pick<DeriveContext, 'observed'>,
  format: Formatter,
): Finding | null {
  const months = readMonths(table);
  const { observed } = context;
  const whole = months.filter(({ month }) => observed !== null && lastDayOfMonth(month) <= observed.until);
  const last = whole.at(-1);
  if (!last || !observed || !last.parts || monthOfDay(observed.from) === last.month) return null;
  const n = `n = ${format.int(last.customers)}`;
  if (last.customers < FEW) return null;
  const change = DRIVERS.reduce((sum, { id }) => sum + last.parts![id], 0);
  if (change === 0) return null;
  const [most] = [...DRIVERS].sort((a, b) => Math.abs(last.parts![b.id]) - Math.abs(last.parts![a.id]));
  const part = last.parts[most.id];
  const direction = part > 0 ? most.more : most.less;
  const withChange = part > 0 === change > 0;
  return {
    words: [
      {
        strong: `${direction} ${part > 0 ? 'added' : 'took'} ${format.money(Math.abs(part))} ${part > 0 ? 'to' : 'off'} net sales in ${format.month(last.month)}`,
      },
      `, more than any other driver moved; ${withChange ? 'all in all' : 'and yet'} they ${change > 0 ? 'rose' : 'fell'} by ${format.money(Math.abs(change))} on the month before.`,
    ],
    n,
  };
}
