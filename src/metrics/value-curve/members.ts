import { rankByValue } from '../../facts/quintiles';
import type { Members } from '../metric';
import type { valueCurve } from './definition';
import { customersOfHundredth, valueInView } from './kernel';

/** The best customers up to a hundredth, or those of them who cost money. */
export const members: Members<typeof valueCurve> = (facts, scope, { by }, row, column) => {
  const value = valueInView(facts, scope, by);
  const included = facts.customers.hasLines.map((hasLines, customer) => hasLines & scope.customer[customer]);
  const ranked = rankByValue(value, included);
  const top = ranked.subarray(0, customersOfHundredth(Math.round(Number(row['customers_share']) * 100), ranked.length));
  return (column === 'loss_makers' ? top.filter((customer) => value[customer] < 0) : top.slice()).sort();
};
