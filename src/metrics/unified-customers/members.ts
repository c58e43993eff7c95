import { RECORD_RULES, type RecordRule } from '../../domain/unification';
import type { Members } from '../metric';
import type { unifiedCustomers } from './definition';

/** Customers in view with a record by the row's rule. */
export const members: Members<typeof unifiedCustomers> = ({ unified }, scope, _, row) => {
  const rule = RECORD_RULES.indexOf(row['rule'] as RecordRule);
  const found = new Set<number>();
  unified?.customer.forEach((customer, record) => {
    if (unified.rule[record] === rule && scope.customer[customer]) found.add(customer);
  });
  return Int32Array.from(found).sort();
};
