import type { Formatter } from '../../domain/format';
import type { ReceiptTimes } from '../../domain/receipt';
import { AS_WRITTEN } from '../../domain/time-zone';

/** `Times are written in UTC; days are counted as written.` and, in a zone, how many orders that moves to another day. */
export function timesWords(times: ReceiptTimes, format: Formatter): string {
  const { zone, movedOrders, movedRows } = times;
  const written = `Times are written ${clockWords(times)}; days are counted`;
  if (zone === AS_WRITTEN) return `${written} as written.`;
  const moved = [
    ...(movedOrders > 0 ? [format.plural(movedOrders, 'order')] : []),
    ...(movedRows > 0 ? [format.plural(movedRows, 'other row')] : []),
  ];
  if (moved.length === 0) return `${written} in ${zone}. Nothing is on another day for it.`;
  return `${written} in ${zone}: ${format.list(moved)} ${movedOrders + movedRows === 1 ? 'is' : 'are'} on another day than written.`;
}

function clockWords({ utc, offset }: ReceiptTimes): string {
  if (offset === 0) return 'in UTC';
  return utc === 0 ? 'with their distance from UTC' : 'in UTC or with their distance from it';
}
