import type { Members } from '../metric';
import { DAYS, type categoryBreadth } from './definition';
import { periodsOver } from './kernel';

/** Customers for whom the period is over. */
export const members: Members<typeof categoryBreadth> = (facts, scope, { each }, row) => {
  const found: number[] = [];
  for (let customer = 0; customer < facts.customers.count; customer++)
    if (periodsOver(facts, scope, customer, DAYS[each]) > Number(row['period'])) found.push(customer);
  return Int32Array.from(found);
};
