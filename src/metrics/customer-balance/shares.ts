import type { Formatter } from '../../domain/format';
import { wilson } from '../../statistics/intervals';
import type { TableRow } from '../metric';
import { BUYING_GROUPS, sumCells, type Balance } from './balance';
import { GROUP_WORDS } from './labels';
import { shortWords } from '../../domain/period-words';

/** A share of customers with its 95 % interval, one line of a small chart. */
export interface ShareRow {
  readonly key: string;
  readonly name: string;
  readonly count: number;
  readonly n: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** What the chart is about; the others are there to compare. */
  readonly subject: boolean;
  readonly row: TableRow;
}

export const SHOWN_PERIODS = 6;
const KEPT = 'grew;same';

function shareRow(key: string, name: string, count: number, n: number, subject: boolean, row: TableRow): ShareRow {
  const { low, high } = wilson(count, n);
  return { key, name, count, n, share: count / n, low, high, subject, row };
}

/** The latest periods, the oldest first. */
export const latestPeriods = (balances: readonly Balance[]): Balance[] => balances.slice(0, SHOWN_PERIODS).reverse();

/** Who bought again, by what they were worth before. */
export function keptByWorth(balance: Balance): ShareRow[] {
  return BUYING_GROUPS.flatMap((group) => {
    const n = sumCells(balance, 'customers', { group: [group] });
    if (n === 0) return [];
    const kept = sumCells(balance, 'customers', { group: [group], state: ['same', 'grew'] });
    return [
      shareRow(group, GROUP_WORDS[group].replace(' money', ''), kept, n, true, {
        ...balance.cells[0].row,
        group,
        state: KEPT,
      }),
    ];
  });
}

/** Who bought again, period by period. */
export function keptByPeriod(balances: readonly Balance[], format: Formatter): ShareRow[] {
  return latestPeriods(balances)
    .filter(({ start }) => start.buying > 0)
    .map((balance) =>
      shareRow(
        `p${balance.period}`,
        shortWords(balance, format),
        balance.kept,
        balance.start.buying,
        balance.period === 0,
        {
          ...balance.cells[0].row,
          group: BUYING_GROUPS.join(';'),
          state: KEPT,
        },
      ),
    );
}

/** Of those kept, who bought a category new to them, period by period. */
export function grewByPeriod(balances: readonly Balance[], format: Formatter): ShareRow[] {
  return latestPeriods(balances)
    .filter(({ kept }) => kept > 0)
    .map((balance) =>
      shareRow(`p${balance.period}`, shortWords(balance, format), balance.grew, balance.kept, balance.period === 0, {
        ...balance.cells[0].row,
        group: BUYING_GROUPS.join(';'),
        state: 'grew',
      }),
    );
}
