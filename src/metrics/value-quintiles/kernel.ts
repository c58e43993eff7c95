import { countHeldItems, moneyInView } from '../../facts/order-sums';
import { quintilesBy } from '../../facts/quintiles';
import { statedWallets } from '../../facts/wallet';
import { winningCostsInView, winningCostTable } from '../../facts/winning-costs';
import { defineComputation, type Kernel, type Members } from '../metric';
import { valueQuintiles } from './definition';
import { derive } from './derive';
import sql from './query.sql?raw';

const NOTHING = { own: 0, wallet: 0 };

/** Adds up the customers in view by their quintile of the whole file. A quintile with nobody in view has no row. */
const kernel: Kernel<typeof valueQuintiles> = (facts, scope, { by }) => {
  const quintile = quintilesBy(facts, by);
  const money = moneyInView(facts, scope);
  const held = countHeldItems(facts, scope, 'category');
  const sums = Array.from({ length: 6 }, (_, number) => ({
    quintile: number,
    customers: 0,
    net: 0,
    profit: 0,
    categories: 0,
    own: 0,
    wallet: 0,
    winning_cost: 0,
  }));
  const stated = statedWallets(facts, scope);
  const costs = winningCostsInView(facts, scope);
  for (let c = 0; c < facts.customers.count; c++) {
    if (!scope.customer[c] || quintile[c] === 0) continue;
    const sum = sums[quintile[c]];
    sum.customers++;
    sum.net += money.net[c];
    if (money.profit) sum.profit += money.profit[c];
    sum.categories += held[c];
    if (costs) sum.winning_cost += costs[c];
    const { own, wallet } = stated.get(c) ?? NOTHING;
    if (own > wallet) continue;
    sum.own += own;
    sum.wallet += wallet;
  }
  const rows = sums.filter(({ customers }) => customers > 0);
  const column = (name: keyof (typeof sums)[number]) => Float64Array.from(rows, (row) => row[name]);
  return {
    quintile: column('quintile'),
    customers: column('customers'),
    net: column('net'),
    profit: column('profit'),
    categories: column('categories'),
    own: column('own'),
    wallet: column('wallet'),
    winning_cost: column('winning_cost'),
  };
};

const members: Members<typeof valueQuintiles> = (facts, scope, { by }, row) => {
  const quintile = quintilesBy(facts, by);
  const wanted = Number(row['quintile']);
  const all = Int32Array.from(quintile, (_, customer) => customer);
  return all.filter((customer) => scope.customer[customer] && quintile[customer] === wanted);
};

export default defineComputation(valueQuintiles, { sql, kernel, members, tables: winningCostTable, derive });
