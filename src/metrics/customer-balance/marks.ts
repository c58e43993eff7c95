import type { Formatter } from '../../domain/format';
import type { PlotMark } from '../../charts/plot';
import type { TableRow } from '../metric';
import { sumCells, type Balance, type Group, type State } from './balance';
import type { Layout, Thread } from './layout';
import { inWords } from '../../domain/period-words';

/** A mark of the balance: the cells that it stands for, and where its customers are listed. */
export interface BalanceMark extends PlotMark {
  readonly threads: readonly string[];
  readonly row: TableRow;
  readonly list: string;
}

interface Place {
  readonly column: number;
  readonly group: Group | '';
  readonly state: State | '';
  readonly also?: readonly State[];
}

/** In reading order: who was there, who came, who stayed or stopped, who grew. `''` stands for all. */
const PLACES: readonly Place[] = [
  { column: 0, group: 'best', state: '' },
  { column: 0, group: 'middle', state: '' },
  { column: 0, group: 'loss', state: '' },
  { column: 0, group: 'away', state: '' },
  { column: 1, group: 'new', state: 'new' },
  { column: 1, group: 'away', state: 'back' },
  { column: 2, group: 'best', state: 'stopped' },
  { column: 2, group: 'middle', state: 'stopped' },
  { column: 2, group: 'loss', state: 'stopped' },
  { column: 3, group: 'best', state: 'grew' },
  { column: 3, group: 'middle', state: 'grew' },
  { column: 3, group: 'loss', state: 'grew' },
  { column: 3, group: 'best', state: 'same' },
  { column: 3, group: 'middle', state: 'same' },
  { column: 3, group: 'loss', state: 'same' },
  { column: 3, group: 'away', state: 'away' },
];

const OF_GROUP: Readonly<Record<Group, string>> = {
  best: 'of the best fifth',
  middle: 'of the middle',
  loss: 'of those who cost us money',
  away: 'of those away',
  new: '',
};
const AT_START: Readonly<Record<Group, string>> = {
  best: 'in the best fifth',
  middle: 'in the middle',
  loss: 'who cost us money',
  away: 'away at the start',
  new: '',
};
const STATE_WORDS: Readonly<Record<State, string>> = {
  grew: 'bought from a category new to them',
  same: 'kept to what they knew',
  stopped: 'stopped',
  back: 'came back',
  away: 'stayed away',
  new: 'are new',
};

const matches = ({ cell }: Thread, { group, state }: Place) =>
  (group === '' || cell.group === group) && (state === '' || cell.state === state);

export function balanceMarks(
  balance: Balance,
  layout: Layout,
  format: Formatter,
  at: (column: number) => number,
  bar: number,
  turned: boolean,
): BalanceMark[] {
  const period = inWords(balance, format);
  return PLACES.flatMap((place): BalanceMark[] => {
    const threads = layout.threads.filter((thread) => matches(thread, place));
    const customers = threads.reduce((sum, { cell }) => sum + cell.customers, 0);
    if (customers === 0) return [];
    const extents = threads.map(({ stops }) => stops[place.column]!);
    const from = Math.min(...extents.map((extent) => extent.from));
    const to = Math.max(...extents.map((extent) => extent.to));
    const across = (from + to) / 2;
    const along = at(place.column) + bar / 2;
    const size = Math.max(2, to - from);
    const many = format.plural(customers, 'customer');
    const title = titleOf(place, customers, balance, format);
    return [
      {
        key: `${place.column} ${place.group} ${place.state}`,
        ...(turned
          ? { x: across, y: along, width: size, height: bar }
          : { x: along, y: across, width: bar, height: size }),
        title,
        lines: linesOf(place, balance, format),
        opens: many,
        threads: threads.map(({ key }) => key),
        row: { ...threads[0].cell.row, group: place.group, state: place.state },
        list: `${title}, in ${period}`,
      },
    ];
  });
}

function titleOf({ group, state }: Place, customers: number, balance: Balance, format: Formatter): string {
  const n = format.int(customers);
  if (group === 'new') return `${n} new`;
  if (state === '') return `${n} ${AT_START[group as Group]}`;
  const did = state === 'same' && !balance.hasCategories ? 'kept' : STATE_WORDS[state];
  if (group === 'away') return `${n} ${did}`;
  return `${n} ${OF_GROUP[group as Group]} ${did}`;
}

function linesOf({ group, state }: Place, balance: Balance, format: Formatter): string[] {
  const where = { ...(group ? { group: [group] } : {}), ...(state ? { state: [state] } : {}) };
  const net = (measure: 'netBefore' | 'netNow') => sumCells(balance, measure, where);
  const lines: string[] = [];
  if (group !== 'away' && group !== 'new') lines.push(`Net sales before: ${format.money(net('netBefore'))}`);
  if (state !== 'stopped' && !(group === 'away' && state !== 'back'))
    lines.push(`Net sales in the period: ${format.money(net('netNow'))}`);
  const customers = sumCells(balance, 'customers', where);
  if (state !== '' && group !== 'new') {
    const all = sumCells(balance, 'customers', { group: [group as Group] });
    lines.push(`${format.int(customers)} of ${format.int(all)}: ${format.share(customers / all)}`);
  }
  return lines;
}
