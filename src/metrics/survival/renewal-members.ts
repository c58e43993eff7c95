import { lengthOf, scanStays } from '../../facts/stays';
import type { Members } from '../metric';
import type { clvContract } from './definition';
import { stratify } from './kernel';
import { endedAt, passedBefore, periodOf, renewedUntil } from './renewals';
import { T_SCALE } from './strata';
import { contractOptions } from './contract-stays';

/** Customers who came to a renewal, who left at it, or all whose stay is known. */
export const renewalMembers: Members<typeof clvContract> = (facts, scope, options, row, column) => {
  const { stays } = stratify(facts, contractOptions);
  const { length } = periodOf(options.period, facts.contracts?.tenureUnit ?? 'days');
  const wanted = Number(row['renewal']);
  const found: number[] = [];
  scanStays(stays, scope, (customer, entry, last, ended) => {
    const periods = (step: number) => lengthOf(stays, step) / T_SCALE / length;
    const until = ended ? endedAt(periods(last)) : renewedUntil(periods(last));
    const came = passedBefore(periods(entry)) < wanted && wanted <= until;
    if (column === 'customers' || (came && (column === 'came' || (ended === 1 && until === wanted))))
      found.push(customer);
  });
  return Int32Array.from(found);
};
