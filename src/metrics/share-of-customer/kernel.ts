import { AppError } from '../../domain/errors';
import { RFM_SEGMENTS } from '../../domain/rfm-segments';
import { attributeOf, attributeTexts } from '../../facts/attributes';
import type { Facts } from '../../facts/facts';
import { rfmSegments } from '../../facts/rfm';
import type { Scope } from '../../facts/scope';
import { shareSummary } from '../../facts/wallet';
import { defineComputation, type AnyOptions, type Members, type MetricBase, type QueryTables } from '../metric';
import { shareBySegment, shareOfCustomer, walletGap } from './definition';
import { derive, deriveBySegment, deriveGap, remark } from './derive';
import { measure, type Measured } from './measure';
import sql from './query.sql?raw';

/** More segments than this are no picture. */
const MOST_GROUPS = 60;

/** The code of each customer's segment or attribute; -1 for none. Throws `unknown-filter-field`, `too-many-groups`. */
function groupsOf(facts: Facts, { by }: AnyOptions): Int32Array | Int8Array {
  if (typeof by !== 'string' || by === '') return rfmSegments(facts);
  const { codes, values } = attributeOf(facts, by);
  if (values.length > MOST_GROUPS)
    throw new AppError('too-many-groups', { field: by, found: values.length, most: MOST_GROUPS });
  return codes;
}

/** The groups of customers as a table for the query. */
function tables(facts: Facts, _scope: Scope, options: AnyOptions): QueryTables {
  const codes = Int32Array.from(groupsOf(facts, options));
  return { share_groups: { customer_key: codes.map((_, customer) => customer), group_code: codes } };
}

function kernel(facts: Facts, scope: Scope, options: AnyOptions): MetricBase<typeof shareOfCustomer> {
  const summary = shareSummary(facts, scope);
  const groups = groupsOf(facts, options);
  return { ...summary, group_code: summary.customer.map((customer) => groups[customer]) };
}

function measuredCustomers(
  facts: Facts,
  scope: Scope,
  options: Parameters<typeof kernel>[2],
  isWanted: (one: Measured) => boolean,
): Int32Array {
  return Int32Array.from(
    measure(kernel(facts, scope, options))
      .filter(isWanted)
      .map(({ customer }) => customer),
  ).sort();
}

/** Customers measured in a quintile and grade, or those left out of it as data errors. */
const members: Members<typeof shareOfCustomer> = (facts, scope, options, row, column) =>
  measuredCustomers(
    facts,
    scope,
    options,
    ({ quintile, grade, isError }) =>
      quintile === row['quintile'] && grade === row['grade'] && isError === (column === 'data_errors'),
  );

/** The same of a segment. */
const segmentMembers: Members<typeof shareBySegment> = (facts, scope, options, row, column) => {
  const texts: readonly string[] = options.by === '' ? RFM_SEGMENTS : attributeTexts(facts, options.by);
  return measuredCustomers(
    facts,
    scope,
    options,
    ({ group, grade, isError }) =>
      (texts[group] ?? '') === row['group'] && grade === row['grade'] && isError === (column === 'data_errors'),
  );
};

/** The one customer of a row. */
const gapMembers: Members<typeof walletGap> = (facts, _scope, _options, row) => {
  const at = facts.customers.ids.indexOf(String(row['customer']));
  return Int32Array.from(at < 0 ? [] : [at]);
};

const shared = { sql, kernel, tables };
export default defineComputation(shareOfCustomer, { ...shared, derive, members, remark });
export const bySegment = defineComputation(shareBySegment, {
  ...shared,
  derive: deriveBySegment,
  members: segmentMembers,
});
export const gap = defineComputation(walletGap, { ...shared, derive: deriveGap, members: gapMembers });
