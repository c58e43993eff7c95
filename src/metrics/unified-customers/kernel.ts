import type { Kernel } from '../metric';
import type { unifiedCustomers } from './definition';

/** The records whose customer is in view; they stand by source and key already. */
export const kernel: Kernel<typeof unifiedCustomers> = ({ unified }, scope) => {
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
