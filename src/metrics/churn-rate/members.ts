import type { Members } from '../metric';
import type { churnRate } from './definition';
import { scanDatedStays, unitDays } from './kernel';

/** Who was there at the start of a unit, joined in it, left in it, or left in it having been there at its start. */
export const members: Members<typeof churnRate> = (facts, scope, options, row, column) => {
  const { first, last } = unitDays(options.unit, Number(row['month']));
  const found: number[] = [];
  scanDatedStays(facts, scope, options, (customer, start, left) => {
    const before = start < first;
    const goes = left >= first && left <= last;
    const isListed =
      column === 'at_start'
        ? before && left >= first
        : column === 'joined'
          ? start >= first && start <= last
          : goes && (column === 'left' || before);
    if (isListed) found.push(customer);
  });
  return Int32Array.from(found);
};
