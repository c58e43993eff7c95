import type { Formatter } from '../../domain/format';
import type { CustomerSort } from '../../domain/customer-list';
import type { Filter } from '../../domain/filter';
import type { Stage } from '../../domain/lifecycle';
import type { TableRow } from '../metric';
import { cellOf, sumCells, type Balance, type Cell } from './balance';
import { inWords, lengthWords, periodBefore } from '../../domain/period-words';

/** Whom to turn to first: the best who stopped. */
export interface NextAction {
  readonly customers: number;
  readonly row: TableRow;
  readonly title: string;
  readonly label: string;
  /** What they brought in the period before, and of what whole. */
  readonly value: number;
  readonly of: number;
  readonly what: 'profit' | 'net sales';
  readonly best: number;
}
/** Something else that the data show, and where to look. */
export interface Runner {
  readonly key: string;
  readonly strong: string;
  readonly words: string;
  readonly page: Stage;
  /** Whom it is about; null where nobody in particular. */
  readonly row: TableRow | null;
  readonly label: string;
}

/** The best who stopped; null where none did. */
export function lostBest(latest: Balance, hasProfit: boolean): (Cell & Pick<NextAction, 'what'>) | null {
  const lost = cellOf(latest, 'best', 'stopped');
  return lost && lost.customers > 0 ? { ...lost, what: hasProfit ? 'profit' : 'net sales' } : null;
}

/** Names on the page; the export has all. */
const SHOWN = 6;

/** The best who stopped as a list to ask for: what they did in the period before, the most profitable first. */
export function lostBestRequest(
  { row, what }: Pick<NextAction, 'row' | 'what'>,
  latest: Balance,
  filter: Filter,
  limit = SHOWN,
) {
  return {
    filter: [...filter.filter(({ kind }) => kind !== 'window'), { kind: 'window', ...periodBefore(latest) } as const],
    mark: { metric: 'customer_balance', options: {}, filter, row, column: 'customers' },
    search: '',
    sort: what === 'profit' ? 'profit' : 'net',
    descending: true,
    offset: 0,
    limit,
  } as const satisfies { readonly sort: CustomerSort; readonly [part: string]: unknown };
}

/** True statements only: what these data do not show is not among them. */
export function nextActions(
  balances: readonly Balance[],
  format: Formatter,
  hasProfit: boolean,
): { action: NextAction | null; runners: Runner[] } {
  const [latest, before] = balances;
  if (!latest) return { action: null, runners: [] };
  const lost = lostBest(latest, hasProfit);
  const value = hasProfit ? 'profitBefore' : 'netBefore';
  const last = lengthWords(latest);
  const action: NextAction | null = lost
    ? {
        customers: lost.customers,
        row: lost.row,
        title: `Next: speak to ${format.int(lost.customers)} of the best of the ${last} before`,
        label: `${format.plural(lost.customers, 'customer')} of the best fifth of ${inWords(periodBefore(latest), format)} who bought nothing in ${inWords(latest, format)}`,
        value: lost[value],
        of: sumCells(latest, value, { group: ['best'] }),
        what: lost.what,
        best: sumCells(latest, 'customers', { group: ['best'] }),
      }
    : null;
  return { action, runners: runnersOf(latest, before, format, last) };
}

function runnersOf(latest: Balance, before: Balance | undefined, format: Formatter, last: string): Runner[] {
  const runners: Runner[] = [];
  const then = inWords(periodBefore(latest), format);
  const keptAtLoss = sumCells(latest, 'customers', { group: ['loss'], state: ['same', 'grew'] });
  if (keptAtLoss > 0) {
    runners.push({
      key: 'loss',
      strong: `Review ${format.plural(keptAtLoss, 'customer')} kept at a loss:`,
      words: `profit in ${then} was below zero for each of them`,
      page: 'selection',
      row: { ...latest.cells[0].row, group: 'loss', state: 'grew;same' },
      label: `${format.plural(keptAtLoss, 'customer')} kept who cost us money in ${then}`,
    });
  }
  const middle = sumCells(latest, 'customers', { group: ['middle'], state: ['stopped'] });
  if (middle > 0) {
    runners.push({
      key: 'middle',
      strong: `Ask ${format.int(middle)} of the middle why they stopped:`,
      words: `they bought in ${then} and nothing in ${inWords(latest, format)}`,
      page: 'retention',
      row: { ...latest.cells[0].row, group: 'middle', state: 'stopped' },
      label: `${format.plural(middle, 'customer')} of the middle who stopped`,
    });
  }
  if (before && latest.fresh < before.fresh) {
    runners.push({
      key: 'new',
      strong: `Find out why ${format.int(latest.fresh)} were won, after ${format.int(before.fresh)}:`,
      words: `new customers became fewer than in the ${last} before`,
      page: 'acquisition',
      row: latest.fresh > 0 ? { ...latest.cells[0].row, group: 'new', state: 'new' } : null,
      label: format.plural(latest.fresh, 'new customer'),
    });
  }
  return runners;
}
