import type { Derive } from '../metric';
import type { kpiTree } from './definition';

const over = (part: Float64Array, whole: Float64Array) =>
  part.map((value, row) => (whole[row] === 0 ? NaN : value / whole[row]));

/**
 * The factors of net sales and each one's part of the change from the month before, by the logarithmic mean Divisia index in
 * its additive form (LMDI-I; Ang, Energy Policy 33 (2005) 867-871, eq. 5): the logarithmic mean of both sums times the
 * logarithm of the factor's growth. The parts add up to the change exactly; they are empty where a factor is not above 0.
 */
export const derive: Derive<typeof kpiTree> = ({ month, net, customers, orders, items }) => {
  const ordersEach = over(orders, customers);
  const itemsEach = over(items, orders).map((value) => value / 10_000);
  // Money and items are both in ten-thousandths: their ratio is in currency units, and is kept as money.
  const price = over(net, items).map((value) => value * 10_000);
  const factors = [customers, ordersEach, itemsEach, price];
  const part = (factor: Float64Array) =>
    month.map((_, row) => {
      const isWhole = row > 0 && factors.every((one) => one[row] > 0 && one[row - 1] > 0);
      return isWhole ? logarithmicMean(net[row], net[row - 1]) * Math.log(factor[row] / factor[row - 1]) : NaN;
    });
  return {
    month,
    net,
    customers,
    orders_per_customer: ordersEach,
    items_per_order: itemsEach,
    price_per_item: price,
    contribution_customers: part(customers),
    contribution_orders: part(ordersEach),
    contribution_items: part(itemsEach),
    contribution_price: part(price),
  };
};

/** (a - b) / (ln a - ln b) of two numbers above 0; a where they are equal. */
function logarithmicMean(a: number, b: number): number {
  return a === b ? a : (a - b) / Math.log1p((a - b) / b);
}
