import type { Members } from '../metric';
import type { valueCurve } from './definition';
import { customersOfHundredth, rankInView } from './kernel';

/** The best customers up to a hundredth, or those of them who cost money. */
export const members: Members<typeof valueCurve> = (facts, scope, { by }, row, column) => {
  const { values, ranked } = rankInView(facts, scope, by);
  const top = ranked.subarray(0, customersOfHundredth(Math.round(Number(row['customers_share']) * 100), ranked.length));
  return (column === 'loss_makers' ? top.filter((customer) => values[customer] < 0) : top.slice()).sort();
};
