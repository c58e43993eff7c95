import type { MetricTable, TableRow } from '../metric';
import type { customerBalance } from './definition';

/** Standing at the start of a period; `best` to `loss` were buying in the period before. */
export const GROUPS = ['best', 'middle', 'loss', 'away', 'new'] as const;
export type Group = (typeof GROUPS)[number];
export const STATES = ['grew', 'same', 'stopped', 'back', 'away', 'new'] as const;
export type State = (typeof STATES)[number];
export const BUYING_GROUPS: readonly Group[] = ['best', 'middle', 'loss'];

export interface Cell {
  readonly group: Group;
  readonly state: State;
  readonly customers: number;
  readonly netBefore: number;
  readonly netNow: number;
  readonly profitBefore: number;
  readonly profitNow: number;
  /** The row of the table, as `members` takes it. */
  readonly row: TableRow;
}

/** One period: every customer known at its end stands in exactly one cell. */
export interface Balance {
  /** 0 is the latest. */
  readonly period: number;
  readonly from: number;
  readonly until: number;
  readonly cells: readonly Cell[];
  /** False where the file has no categories: then nobody can have grown. */
  readonly hasCategories: boolean;
  readonly start: { readonly buying: number; readonly away: number };
  readonly fresh: number;
  readonly back: number;
  readonly stopped: number;
  readonly kept: number;
  readonly grew: number;
  readonly end: { readonly buying: number; readonly away: number };
  readonly known: number;
}

export type Measure = 'customers' | 'netBefore' | 'netNow' | 'profitBefore' | 'profitNow';

/** Adds a measure over the cells of some groups and states. Empty money (NaN) counts as 0. */
export function sumCells(
  balance: Pick<Balance, 'cells'>,
  measure: Measure,
  where: { readonly group?: readonly Group[]; readonly state?: readonly State[] } = {},
): number {
  let sum = 0;
  for (const cell of balance.cells) {
    if (where.group && !where.group.includes(cell.group)) continue;
    if (where.state && !where.state.includes(cell.state)) continue;
    sum += cell[measure] || 0;
  }
  return sum;
}

export const cellOf = (balance: Balance, group: Group, state: State): Cell | undefined =>
  balance.cells.find((cell) => cell.group === group && cell.state === state);

/** The table as balances, the latest first. */
export function readBalances(table: MetricTable<typeof customerBalance>): Balance[] {
  const byPeriod = new Map<number, Cell[]>();
  const days = new Map<number, { from: number; until: number }>();
  const hasCategories = table.has_categories.includes(1);
  for (let row = 0; row < table.period.length; row++) {
    const period = table.period[row];
    const cells = byPeriod.get(period) ?? [];
    byPeriod.set(period, cells);
    days.set(period, { from: table.period_from[row], until: table.period_until[row] });
    cells.push(readCell(table, row));
  }
  return [...byPeriod.keys()]
    .sort((a, b) => a - b)
    .map((period) => balanceOf(period, days.get(period)!, byPeriod.get(period)!, hasCategories));
}

function readCell(table: MetricTable<typeof customerBalance>, row: number): Cell {
  return {
    group: table.group[row] as Group,
    state: table.state[row] as State,
    customers: table.customers[row],
    netBefore: table.net_before[row],
    netNow: table.net_now[row],
    profitBefore: table.profit_before[row],
    profitNow: table.profit_now[row],
    row: Object.fromEntries(Object.entries(table).map(([name, column]) => [name, column[row]])),
  };
}

function balanceOf(
  period: number,
  days: { from: number; until: number },
  cells: readonly Cell[],
  hasCategories: boolean,
): Balance {
  const count = (where: Parameters<typeof sumCells>[2]) => sumCells({ cells }, 'customers', where);
  const away = count({ group: ['away'] });
  const fresh = count({ group: ['new'] });
  const back = count({ state: ['back'] });
  const stopped = count({ state: ['stopped'] });
  const kept = count({ group: BUYING_GROUPS, state: ['same', 'grew'] });
  return {
    period,
    ...days,
    cells,
    hasCategories,
    start: { buying: kept + stopped, away },
    fresh,
    back,
    stopped,
    kept,
    grew: count({ state: ['grew'] }),
    end: { buying: kept + back + fresh, away: away - back + stopped },
    known: kept + stopped + away + fresh,
  };
}
