import { RECORD_RULES, type RecordRule } from '../../domain/unification';
import { defineComputation, type Kernel, type Members } from '../metric';
import { unifiedCustomers } from './definition';
import { derive } from './derive';
import sql from './query.sql?raw';

/** The records whose customer is in view; they stand by source and key already. */
const kernel: Kernel<typeof unifiedCustomers> = ({ unified }, scope) => {
  const records = Int32Array.from(unified?.keys ?? [], (_, record) => record).filter(
    (record) => scope.customer[unified!.customer[record]],
  );
  const column = (value: (record: number) => number) => Float64Array.from(records, value);
  return {
    source: column((record) => unified!.source[record]),
    source_key: column((record) => record),
    customer: column((record) => unified!.customer[record]),
    rule: column((record) => unified!.rule[record]),
    score: column((record) => (unified!.score[record] < 0 ? NaN : unified!.score[record])),
  };
};

/** Customers in view with a record by the row's rule. */
const members: Members<typeof unifiedCustomers> = ({ unified }, scope, _, row) => {
  const rule = RECORD_RULES.indexOf(row['rule'] as RecordRule);
  const found = new Set<number>();
  unified?.customer.forEach((customer, record) => {
    if (unified.rule[record] === rule && scope.customer[customer]) found.add(customer);
  });
  return Int32Array.from(found).sort();
};

export default defineComputation(unifiedCustomers, { sql, kernel, members, derive });
