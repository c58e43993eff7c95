import type { Day } from '../../domain/calendar';
import type { ItemDays } from './item-days';
import { compareUtf8 } from '../../domain/keys';

/** Customers with what they hold; items are numbered in the order of their names, so that the order of a file is no matter. */
export interface ItemHolders {
  readonly names: readonly string[];
  readonly customers: Int32Array;
  /** By customer: items held by the day, ascending; and those first held after it. */
  readonly held: readonly (readonly number[])[];
  readonly later: readonly (readonly number[])[];
  /** Mean value of an item from a holder, up to the day. */
  readonly value: Float64Array;
}

/** What customers held at the end of a day, and what they took up after it. */
export function itemHolders(days: ItemDays, names: readonly string[], until: Day): ItemHolders {
  const order = Array.from(names.keys()).sort((a, b) => compareUtf8(names[a], names[b]));
  const number = new Int32Array(names.length);
  order.forEach((code, place) => (number[code] = place));
  const customers: number[] = [];
  const held: number[][] = [];
  const later: number[][] = [];
  const sums = new Float64Array(names.length);
  const holders = new Int32Array(names.length);
  for (let row = 0; row < days.customer.length; row++) {
    if (customers[customers.length - 1] !== days.customer[row]) {
      customers.push(days.customer[row]);
      held.push([]);
      later.push([]);
    }
    const at = customers.length - 1;
    const item = number[days.item[row]];
    // Days of an item ascend: the first one says when it was taken up.
    const isFirst = row === 0 || days.item[row - 1] !== days.item[row] || days.customer[row - 1] !== days.customer[row];
    if (isFirst) (days.day[row] <= until ? held : later)[at].push(item);
    if (days.day[row] > until) continue;
    if (isFirst) holders[item]++;
    sums[item] += days.value[row];
  }
  for (const items of [...held, ...later]) items.sort((a, b) => a - b);
  return {
    names: order.map((code) => names[code]),
    customers: Int32Array.from(customers),
    held,
    later,
    value: sums.map((sum, item) => (holders[item] > 0 ? sum / holders[item] : 0)),
  };
}
