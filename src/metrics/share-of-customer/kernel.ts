import { AppError } from '../../domain/errors';
import { attributeOf } from '../../facts/attributes';
import type { Facts } from '../../facts/facts';
import { rfmSegments } from '../../facts/rfm';
import type { Scope } from '../../facts/scope';
import { shareSummary } from '../../facts/wallet';
import type { AnyOptions, MetricBase, QueryTables } from '../metric';
import type { shareOfCustomer } from './definition';

/** More segments than this are no picture. */
const MOST_GROUPS = 60;

/** The code of each customer's segment or attribute; -1 for none. Throws `unknown-filter-field`, `too-many-groups`. */
export function groupsOf(facts: Facts, { by }: AnyOptions): Int32Array | Int8Array {
  if (typeof by !== 'string' || by === '') return rfmSegments(facts);
  const { codes, values } = attributeOf(facts, by);
  if (values.length > MOST_GROUPS)
    throw new AppError('too-many-groups', { field: by, found: values.length, most: MOST_GROUPS });
  return codes;
}

/** The groups of customers as a table for the query. */
export function tables(facts: Facts, _scope: Scope, options: AnyOptions): QueryTables {
  const codes = Int32Array.from(groupsOf(facts, options));
  return { share_groups: { customer_key: codes.map((_, customer) => customer), group_code: codes } };
}

export function kernel(facts: Facts, scope: Scope, options: AnyOptions): MetricBase<typeof shareOfCustomer> {
  const summary = shareSummary(facts, scope);
  const groups = groupsOf(facts, options);
  return { ...summary, group_code: summary.customer.map((customer) => groups[customer]) };
}
