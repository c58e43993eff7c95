import type { TextColumn } from '../../domain/columns';
import type { BasketShape, BasketSuggestion } from '../../domain/shape';
import { kindOf } from '../read/cell-kind';
import { mappingAs } from '../understand/guess-mapping';
import { headerScore } from '../words/header-score';
import type { RawTable } from '../read/raw-table';
import { countsOf } from '../values/read-columns';
import { readFlag } from '../values/flag';
import { countItems } from './baskets';
import type { NamedTable } from './suggest-joins';

/** Fewer columns of yes and no are attributes of something. */
const LEAST_ITEMS = 4;
const MOST_OTHERS = 3;
/** Rows whose items stand from the first column on without a gap. */
const GAPLESS = 0.98;
/** Cells whose value stands in another column too: the columns are one list. */
const SHARED = 0.5;
const NUMBERED_ITEM = /^(?:items?|products?|artikel|produkte?|articles?|articulo|skus?|goods)[ _#.-]*\d+$/i;
/** Headings that ask something of a customer, and name no goods. */
const ATTRIBUTE = /^(?:is|has|had|was|can|does|did|ist|hat|likes?|owns?|uses?|wants?)(?=[\s_]|\p{Lu})/u;

/** Tables in which a row is a basket: item names side by side, or a column of yes and no for each item. */
export function suggestBaskets(tables: readonly NamedTable[]): BasketSuggestion[] {
  return tables.flatMap((named) => {
    const shape = itemsSideBySide(named.table) ?? itemsAsHeadings(named.table);
    if (shape === null || !saysNothingElse(named)) return [];
    return [
      {
        table: named.id,
        shape,
        needed: true,
        baskets: named.table.rows,
        itemRows: countItems(named.table, shape),
      },
    ];
  });
}

/** Nothing fits, or it has orders at most, of nothing. */
function saysNothingElse({ table, roles }: NamedTable): boolean {
  if (roles.length === 0) return true;
  if (roles.some((role) => role !== 'transactions')) return false;
  const mapping = mappingAs(table, 'transactions');
  return !mapping['amount'] && !mapping['unit_price'] && (table.headerLine === 0 || !mapping['product']);
}

function itemsSideBySide(table: RawTable): BasketShape | null {
  const isHeadless = table.headerLine === 0 && table.header.every((name, c) => name === `column ${c + 1}`);
  const columns = table.header.filter(
    (name, c) => (isHeadless || NUMBERED_ITEM.test(name)) && holdsWords(table.columns[c]),
  );
  if (columns.length < 2 || (isHeadless && columns.length < table.header.length)) return null;
  const places = columns.map((name) => table.header.indexOf(name));
  if (!areGapless(table, places) || !shareValues(places.map((place) => table.columns[place]))) return null;
  return { kind: 'baskets', columns, items: 'cells', ...headersFor(table, columns) };
}

function itemsAsHeadings(table: RawTable): BasketShape | null {
  const columns = table.header.filter((name, c) => !ATTRIBUTE.test(name) && saysYesOrNo(table.columns[c]));
  const others = table.header.filter((name) => !columns.includes(name));
  if (columns.length < LEAST_ITEMS || others.length > MOST_OTHERS) return null;
  const { orderHeader, productHeader } = headersFor(table, columns);
  // A list of people with what is true of each has a key too, but none that names a purchase.
  const mapping = mappingAs(table, 'transactions');
  const isBought = orderHeader === null || others.length === 0 || (mapping['customer'] && mapping['date']);
  return isBought ? { kind: 'baskets', columns, items: 'headings', orderHeader, productHeader } : null;
}

/** A column that names the baskets, each in one row, makes a number needless. */
function headersFor(table: RawTable, columns: readonly string[]): Pick<BasketShape, 'orderHeader' | 'productHeader'> {
  const others = table.header.filter((name) => !columns.includes(name));
  const namesOrder = (name: string): boolean => {
    const { codes, values } = table.columns[table.header.indexOf(name)];
    return (
      headerScore(name, 'transactions', 'order') >= 0.5 &&
      codes.every((code) => code >= 0) &&
      values.length >= table.rows
    );
  };
  const free = (name: string): string => (others.includes(name) ? `${name} (of the basket)` : name);
  return { orderHeader: others.some(namesOrder) ? null : free('order'), productHeader: free('product') };
}

const usedValues = (column: TextColumn): string[] => {
  const counts = countsOf(column);
  return column.values.filter((value, code) => counts[code] > 0 && value !== '');
};

function holdsWords(column: TextColumn): boolean {
  const used = usedValues(column);
  return used.length > 0 && used.filter((value) => kindOf(value) === 'text').length >= used.length * 0.95;
}

function saysYesOrNo(column: TextColumn): boolean {
  const used = usedValues(column);
  if (used.length === 0 || used.length > 2) return false;
  return used.every((value) => readFlag(value) !== null || /^[xX✓✔]$/.test(value));
}

/** Items fill each row from the left, and not all rows alike. */
function areGapless(table: RawTable, places: readonly number[]): boolean {
  let gapless = 0;
  let short = 0;
  for (let row = 0; row < table.rows; row++) {
    const filled = places.map((place) => table.columns[place].codes[row] >= 0);
    const width = filled.lastIndexOf(true) + 1;
    if (filled.slice(0, width).every(Boolean)) gapless++;
    if (width < places.length) short++;
  }
  return short > 0 && gapless >= table.rows * GAPLESS;
}

function shareValues(columns: readonly TextColumn[]): boolean {
  const columnsOf = new Map<string, number>();
  for (const column of columns)
    for (const value of usedValues(column)) columnsOf.set(value, (columnsOf.get(value) ?? 0) + 1);
  let cells = 0;
  let shared = 0;
  for (const column of columns) {
    const counts = countsOf(column);
    column.values.forEach((value, code) => {
      cells += counts[code];
      if ((columnsOf.get(value) ?? 0) > 1) shared += counts[code];
    });
  }
  return cells > 0 && shared >= cells * SHARED;
}
