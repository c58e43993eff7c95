import type { Members } from '../metric';
import type { contractCliff } from './definition';
import { scanPeople } from './kernel';

/** Customers of a strategy at risk in a month from the end of term, or those of them who left in it. */
export const members: Members<typeof contractCliff> = (facts, scope, _options, row, column) => {
  const wanted = facts.contracts?.strategy ? facts.contracts.strategy.values.indexOf(String(row['strategy'])) + 1 : 0;
  const found: number[] = [];
  scanPeople(facts, scope, (strategy, month, customer, left) => {
    if (strategy !== wanted || month !== row['months_from_end']) return;
    if (column === 'at_risk' || left) found.push(customer);
  });
  return Int32Array.from(found);
};
