import type { Formatter } from '../../charts/format';
import type { Stage } from '../../domain/lifecycle';
import type { TableRow } from '../metric';
import { cellOf, sumCells, type Balance } from './balance';
import { inWords, lengthWords, periodBefore } from './period';

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

/** True statements only: what these data do not show is not among them. */
export function nextActions(
  balances: readonly Balance[],
  format: Formatter,
  hasProfit: boolean,
): { action: NextAction | null; runners: Runner[] } {
  const [latest, before] = balances;
  if (!latest) return { action: null, runners: [] };
  const lost = cellOf(latest, 'best', 'stopped');
  const value = hasProfit ? 'profitBefore' : 'netBefore';
  const last = lengthWords(latest);
  const action: NextAction | null =
    lost && lost.customers > 0
      ? {
          customers: lost.customers,
          row: lost.row,
          title: `Next: speak to ${format.int(lost.customers)} of the best of the ${last} before`,
          label: `${format.plural(lost.customers, 'customer')} of the best fifth of ${inWords(periodBefore(latest), format)} who bought nothing in ${inWords(latest, format)}`,
          value: lost[value],
          of: sumCells(latest, value, { group: ['best'] }),
          what: hasProfit ? 'profit' : 'net sales',
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
