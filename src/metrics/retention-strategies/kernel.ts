import { TENURE_SCALE } from '../../facts/contracts';
import type { Facts } from '../../facts/facts';
import { moneyInView } from '../../facts/order-sums';
import type { Scope } from '../../facts/scope';
import { contractStays, lengthOf } from '../../facts/stays';
import { defineComputation, type Kernel, type Members, type QueryTables } from '../metric';
import { retentionStrategies } from './definition';
import { derive } from './derive';
import sql from './query.sql?raw';

/** The strategy of each customer with a contract as its code + 1, 0 for a blank; -1 without a contract. */
function strategiesOf({ contracts, customers }: Facts): Int32Array {
  const strategies = new Int32Array(customers.count).fill(-1);
  contracts?.customer.forEach((customer, row) => {
    if (strategies[customer] <= 0) strategies[customer] = (contracts.strategy?.codes[row] ?? -1) + 1;
  });
  return strategies;
}

function tables(facts: Facts, _scope: Scope): QueryTables {
  const strategies = strategiesOf(facts);
  const known = Array.from(strategies.keys()).filter((customer) => strategies[customer] >= 0);
  return {
    customer_strategies: { customer_key: known, strategy_code: known.map((customer) => strategies[customer]) },
  };
}

/** The part of a stay on days in view, which is when its money comes in; in ten-thousandths of a day, like the stay. */
function inView(length: number, start: number, { windowed, from, until }: Scope): number {
  if (!windowed) return length;
  const entry = TENURE_SCALE * Math.max(0, from - start);
  return Math.max(0, Math.min(length, TENURE_SCALE * (until - start + 1)) - entry);
}

/** Adds up customers in view by their strategy. */
const kernel: Kernel<typeof retentionStrategies> = (facts, scope) => {
  const strategies = strategiesOf(facts);
  const stays = contractStays(facts);
  const money = moneyInView(facts, scope);
  const scores = new Map(
    Array.from(facts.surveys?.customer ?? [], (customer, row) => [customer, facts.surveys!.score[row]]),
  );
  const isTen = facts.surveys?.scale === 10;
  const sums: number[][] = [];
  for (let c = 0; c < strategies.length; c++) {
    const strategy = strategies[c];
    if (strategy < 0 || !scope.customer[c]) continue;
    const sum = (sums[strategy] ??= [strategy, 0, 0, 0, 0, 0, 0, 0, 0]);
    sum[1]++;
    sum[2] += stays.ended[c];
    if (stays.start && stays.last[c] >= 0) sum[3] += inView(lengthOf(stays, stays.last[c]), stays.start[c], scope);
    sum[4] += money.net[c];
    if (money.profit) sum[5] += money.profit[c];
    const score = isTen ? scores.get(c) : undefined;
    if (score === undefined) continue;
    sum[6]++;
    if (score >= 9) sum[7]++;
    if (score <= 6) sum[8]++;
  }
  const rows = sums.filter(Boolean);
  const column = (at: number) => Float64Array.from(rows, (row) => row[at]);
  return {
    strategy: column(0),
    customers: column(1),
    ended: column(2),
    days: column(3),
    net: column(4),
    profit: column(5),
    responders: column(6),
    promoters: column(7),
    detractors: column(8),
  };
};

/** Customers of a strategy: all, those who have left, or those who answered. */
const members: Members<typeof retentionStrategies> = (facts, scope, _options, row, column) => {
  const strategies = strategiesOf(facts);
  const wanted = (facts.contracts?.strategy?.values.indexOf(String(row['strategy'])) ?? -1) + 1;
  const { ended } = contractStays(facts);
  const answered = new Set(facts.surveys?.scale === 10 ? facts.surveys.customer : []);
  const isListed = (c: number) => (column === 'ended' ? ended[c] === 1 : column === 'customers' || answered.has(c));
  return Int32Array.from(
    Array.from(strategies.keys()).filter((c) => strategies[c] === wanted && scope.customer[c] && isListed(c)),
  );
};

export default defineComputation(retentionStrategies, { sql, kernel, members, tables, derive });
