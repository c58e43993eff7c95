import { RFM_SEGMENTS } from '../../domain/rfm-segments';
import { attributeTexts } from '../../facts/attributes';
import type { Facts } from '../../facts/facts';
import type { Scope } from '../../facts/scope';
import type { Members } from '../metric';
import type { shareBySegment, shareOfCustomer, walletGap } from './definition';
import { kernel } from './kernel';
import { measure, type Measured } from './measure';

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
export const members: Members<typeof shareOfCustomer> = (facts, scope, options, row, column) =>
  measuredCustomers(
    facts,
    scope,
    options,
    ({ quintile, grade, isError }) =>
      quintile === row['quintile'] && grade === row['grade'] && isError === (column === 'data_errors'),
  );

/** The same of a segment. */
export const segmentMembers: Members<typeof shareBySegment> = (facts, scope, options, row, column) => {
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
export const gapMembers: Members<typeof walletGap> = (facts, _scope, _options, row) => {
  const at = facts.customers.ids.indexOf(String(row['customer']));
  return Int32Array.from(at < 0 ? [] : [at]);
};
