import type { Group, State } from '../../../src/metrics/customer-balance/balance';
import type { customerBalance } from '../../../src/metrics/customer-balance/definition';
import type { MetricTable } from '../../../src/metrics/metric';

export type BalanceTable = MetricTable<typeof customerBalance>;
export interface MadeCell {
  readonly group: Group;
  readonly state: State;
  readonly customers: number;
  readonly before?: number;
  readonly now?: number;
  readonly profitBefore?: number;
  readonly profitNow?: number;
}
interface MadePeriod {
  readonly from: number;
  readonly until: number;
  readonly cells: readonly MadeCell[];
}

/** A table as the engine gives it, the latest period first; money in whole units. */
export function balanceTable(periods: readonly MadePeriod[], categories = true): BalanceTable {
  const rows = periods.flatMap((period, index) => period.cells.map((cell) => ({ index, period, cell })));
  const numbers = (of: (row: (typeof rows)[number]) => number) => Float64Array.from(rows, of);
  const money = (of: (cell: MadeCell) => number | undefined) => numbers(({ cell }) => 10_000 * (of(cell) ?? 0));
  return {
    period: numbers(({ index }) => index),
    period_from: numbers(({ period }) => period.from),
    period_until: numbers(({ period }) => period.until),
    group: rows.map(({ cell }) => cell.group),
    state: rows.map(({ cell }) => cell.state),
    customers: numbers(({ cell }) => cell.customers),
    net_before: money((cell) => cell.before),
    net_now: money((cell) => cell.now),
    profit_before: money((cell) => cell.profitBefore),
    profit_now: money((cell) => cell.profitNow),
    has_categories: numbers(() => (categories ? 1 : 0)),
  };
}

const cell = (
  group: Group,
  state: State,
  customers: number,
  before = 0,
  now = 0,
  profitBefore = 0,
  profitNow = 0,
): MadeCell => ({
  group,
  state,
  customers,
  before,
  now,
  profitBefore,
  profitNow,
});

/** 1 Jan to 31 Dec 2022, and the year before. */
export const YEAR_2022 = { from: 18_993, until: 19_357 };
export const YEAR_2021 = { from: 18_628, until: 18_992 };

export const usual = balanceTable([
  {
    ...YEAR_2022,
    cells: [
      cell('best', 'same', 16, 60_000, 52_000, 11_000, 9_000),
      cell('best', 'grew', 52, 210_000, 260_000, 52_000, 49_000),
      cell('best', 'stopped', 12, 41_000, 0, 15_500, 0),
      cell('middle', 'same', 44, 52_000, 49_000, 4_100, 4_000),
      cell('middle', 'grew', 130, 140_000, 171_000, 11_200, 15_000),
      cell('middle', 'stopped', 31, 29_000, -400, 2_300, -90),
      cell('loss', 'same', 9, 8_800, 9_100, -2_100, 300),
      cell('loss', 'grew', 34, 37_000, 46_000, -9_400, 2_800),
      cell('loss', 'stopped', 7, 6_100, 0, -1_900, 0),
      cell('away', 'back', 61, 0, 66_000, 0, 8_100),
      cell('away', 'away', 48, -220, 0, -70, 0),
      cell('new', 'new', 9, 0, 7_200, 0, 900),
    ],
  },
  {
    ...YEAR_2021,
    cells: [
      cell('best', 'same', 20, 70_000, 66_000),
      cell('best', 'grew', 41, 150_000, 170_000),
      cell('best', 'stopped', 10, 22_000),
      cell('middle', 'same', 41, 50_000, 49_000),
      cell('middle', 'grew', 98, 120_000, 130_000),
      cell('middle', 'stopped', 50, 61_000),
      cell('loss', 'same', 12, 9_000, 9_800),
      cell('loss', 'grew', 30, 31_000, 33_000),
      cell('loss', 'stopped', 16, 9_000),
      cell('away', 'back', 53, 0, 60_000),
      cell('away', 'away', 33),
      cell('new', 'new', 40, 0, 66_000),
    ],
  },
]);

/** Nobody was known before: all are new. */
export const allNew = balanceTable([{ ...YEAR_2022, cells: [cell('new', 'new', 2_357, 0, 90_000)] }]);
/** No profit and no categories: `best` is by net, nobody can have grown. */
export const plain = balanceTable(
  [
    {
      ...YEAR_2022,
      cells: [
        cell('best', 'same', 30, 500, 400),
        cell('best', 'stopped', 2, 70),
        cell('middle', 'same', 100, 600, 640),
        cell('middle', 'stopped', 28, 90),
        cell('new', 'new', 3, 0, 12),
      ],
    },
  ],
  false,
);
/** One customer against a hundred thousand. */
export const uneven = balanceTable([
  {
    ...YEAR_2022,
    cells: [
      cell('best', 'same', 1, 5, 5),
      cell('best', 'grew', 20_000),
      cell('middle', 'grew', 79_998),
      cell('middle', 'stopped', 1),
      cell('away', 'back', 1),
      cell('away', 'away', 2),
      cell('new', 'new', 1),
    ],
  },
]);
export const four = balanceTable([
  { ...YEAR_2022, cells: [cell('middle', 'same', 3, 9, 9), cell('new', 'new', 1, 0, 1)] },
]);
export const none = balanceTable([]);
