import type { Facts } from '../../facts/facts';
import { moneyInView } from '../../facts/order-sums';
import type { ValueMeasure } from '../../facts/quintiles';
import { rankByValue } from '../../facts/rank-by-value';
import type { Scope } from '../../facts/scope';
import { contributionInView, winningCostTable } from '../../facts/winning-costs';
import { defineComputation, type Kernel, type Members } from '../metric';
import { valueCurve } from './definition';
import { derive } from './derive';
import sql from './query.sql?raw';

/** Money in view by customer: profit or contribution, or net where that is asked for or no file has a cost. */
function valueInView(facts: Facts, scope: Scope, by: ValueMeasure): Float64Array {
  const { net, profit } = moneyInView(facts, scope);
  if (by === 'contribution') return contributionInView(facts, scope) ?? net;
  return by === 'net' ? net : (profit ?? net);
}

/** Customers in view who have a line in the whole file, best first, and the values of all. */
function rankInView(facts: Facts, scope: Scope, by: ValueMeasure): { values: Float64Array; ranked: Int32Array } {
  const values = valueInView(facts, scope, by);
  const included = facts.customers.hasLines.map((hasLines, customer) => hasLines & scope.customer[customer]);
  return { values, ranked: rankByValue(values, included) };
}

/** The least whole number of customers that makes `hundredth` hundredths of n, in exact arithmetic. */
const customersOfHundredth = (hundredth: number, n: number): number => Math.floor((hundredth * n + 99) / 100);

/** Ranks the customers in view who have a line in the whole file, best first, and adds up by hundredths of them. */
const kernel: Kernel<typeof valueCurve> = (facts, scope, { by }) => {
  const { values, ranked } = rankInView(facts, scope, by);
  const n = ranked.length;
  const rows = n === 0 ? 0 : 101;
  const zeros = () => new Float64Array(rows);
  const base = { hundredth: zeros(), customers: zeros(), value: zeros(), weighted: zeros(), loss_makers: zeros() };
  for (let h = 1; h < rows; h++) {
    const first = base.customers[h - 1];
    const last = customersOfHundredth(h, n);
    base.hundredth[h] = h;
    base.customers[h] = last;
    base.value[h] = base.value[h - 1];
    base.loss_makers[h] = base.loss_makers[h - 1];
    for (let place = first + 1; place <= last; place++) {
      const value = values[ranked[place - 1]];
      base.value[h] += value;
      base.weighted[h] += (place - first) * value;
      if (value < 0) base.loss_makers[h]++;
    }
  }
  return base;
};

/** The best customers up to a hundredth, or those of them who cost money. */
const members: Members<typeof valueCurve> = (facts, scope, { by }, row, column) => {
  const { values, ranked } = rankInView(facts, scope, by);
  const top = ranked.subarray(0, customersOfHundredth(Math.round(Number(row['customers_share']) * 100), ranked.length));
  return (column === 'loss_makers' ? top.filter((customer) => values[customer] < 0) : top.slice()).sort();
};

export default defineComputation(valueCurve, { sql, kernel, members, tables: winningCostTable, derive });
