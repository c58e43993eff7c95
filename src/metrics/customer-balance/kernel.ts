import { balancePeriods } from './balance-periods';
import type { Facts } from '../../facts/facts';
import type { Scope } from '../../facts/scope';
import { standingsOf, GROUPS, STATES } from './standings';
import { defineComputation, type Kernel, type Members, type QueryTables } from '../metric';
import { customerBalance } from './definition';
import { derive } from './derive';
import sql from './query.sql?raw';

/** The periods to compare, as a table for the query. */
function tables(facts: Facts, scope: Scope): QueryTables {
  const periods = balancePeriods(facts.observed, scope);
  return {
    balance_periods: {
      period: periods.map((_, period) => period),
      from_day: periods.map(({ from }) => from),
      until_day: periods.map(({ until }) => until),
      before_from: periods.map(({ beforeFrom }) => beforeFrom),
      before_until: periods.map(({ beforeUntil }) => beforeUntil),
    },
  };
}

const CELLS = 64;

/** Customers and their money by standing and state, for each period. Cells of nobody have no row. */
const kernel: Kernel<typeof customerBalance> = (facts, scope) => {
  const standings = standingsOf(facts, scope);
  const { periods, net, profit } = standings;
  const rows: number[][] = [];
  periods.forEach(({ from, until }, period) => {
    const sums = Array.from({ length: CELLS }, () => [0, 0, 0, 0, 0]);
    for (let c = 0; c < facts.customers.count; c++) {
      const cell = standings.cell(period, c);
      if (cell < 0) continue;
      const sum = sums[cell];
      sum[0]++;
      sum[1] += net[period + 1][c];
      sum[2] += net[period][c];
      if (!profit) continue;
      sum[3] += profit[period + 1][c];
      sum[4] += profit[period][c];
    }
    sums.forEach((sum, cell) => {
      if (sum[0] > 0) rows.push([period, from, until, cell >> 3, cell & 7, ...sum]);
    });
  });
  const column = (at: number) => Float64Array.from(rows, (row) => row[at]);
  return {
    period: column(0),
    period_from: column(1),
    period_until: column(2),
    standing: column(3),
    state: column(4),
    customers: column(5),
    net_before: column(6),
    net_now: column(7),
    profit_before: column(8),
    profit_now: column(9),
  };
};

/** A mark may stand for several cells: names are joined by `;`, and '' is any. */
const codes = (names: readonly string[], wanted: unknown): ReadonlySet<number> => {
  const text = String(wanted);
  return new Set(text === '' ? names.keys() : text.split(';').map((name) => names.indexOf(name)));
};

const members: Members<typeof customerBalance> = (facts, scope, _options, row) => {
  const standings = standingsOf(facts, scope);
  const period = Number(row['period']);
  const groups = codes(GROUPS, row['group']);
  const states = codes(STATES, row['state']);
  const all = Int32Array.from(facts.customers.firstDay, (_, customer) => customer);
  return standings.periods[period]
    ? all.filter((customer) => {
        const cell = standings.cell(period, customer);
        return cell >= 0 && groups.has(cell >> 3) && states.has(cell & 7);
      })
    : new Int32Array(0);
};

export default defineComputation(customerBalance, { sql, kernel, members, tables, derive });
