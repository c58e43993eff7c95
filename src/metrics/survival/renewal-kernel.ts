import type { Facts } from '../../facts/facts';
import { lengthOf, scanStays } from '../../facts/stays';
import { defineComputation, type Kernel, type Members, type MetricOptions, type QueryTables } from '../metric';
import { clvContract } from './definition';
import { deriveRenewals, prepareRenewals, renewalsRemark } from './derive-renewals';
import { kernel, tables } from './kernel';
import sql from './query.sql?raw';
import { endedAt, passedBefore, periodOf, renewedUntil } from './renewals';
import { T_SCALE } from './strata';
import { stratify, type Options } from './stratify';

/** Stays by contract, all customers together: what the query and the kernel of survival are asked for. */
const contractOptions: Options = { by: '', source: 'contract', lapse_days: 1, lapse_at: 'last_purchase', tau: null };

const resolveRenewals = (_facts: Facts, options: MetricOptions<typeof clvContract>) => ({
  ...contractOptions,
  ...options,
});
const renewalTables = (facts: Facts, scope: Parameters<typeof tables>[1]): QueryTables =>
  tables(facts, scope, contractOptions);
const renewalKernel: Kernel<typeof clvContract> = (facts, scope) => kernel(facts, scope, contractOptions);

/** Customers who came to a renewal, who left at it, or all whose stay is known. */
const renewalMembers: Members<typeof clvContract> = (facts, scope, options, row, column) => {
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

export default defineComputation(clvContract, {
  sql,
  kernel: renewalKernel,
  members: renewalMembers,
  resolve: resolveRenewals,
  tables: renewalTables,
  derive: deriveRenewals,
  prepare: prepareRenewals,
  remark: renewalsRemark,
});
