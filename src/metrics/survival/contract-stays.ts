import type { Facts } from '../../facts/facts';
import type { Kernel, MetricOptions, QueryTables } from '../metric';
import type { clvContract } from './definition';
import { kernel, tables, type Options } from './kernel';

/** Stays by contract, all customers together: what the query and the kernel of survival are asked for. */
export const contractOptions: Options = { by: '', source: 'contract', lapse_days: 1, tau: null };

export const resolveRenewals = (_facts: Facts, options: MetricOptions<typeof clvContract>) => ({
  ...contractOptions,
  ...options,
});
export const renewalTables = (facts: Facts, scope: Parameters<typeof tables>[1]): QueryTables =>
  tables(facts, scope, contractOptions);
export const renewalKernel: Kernel<typeof clvContract> = (facts, scope) => kernel(facts, scope, contractOptions);
