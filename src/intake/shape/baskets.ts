import type { TextColumn } from '../../domain/columns';
import type { BasketShape } from '../../domain/shape';
import type { RawTable } from '../read/raw-table';
import { readFlag } from '../values/flag';

/** Whether a cell of a column that is named by an item says that the basket holds it. */
const saysHeld = (value: string): boolean => readFlag(value) === true || /^[xX✓✔]$/.test(value);

/**
 * A row for each item of each basket, with the basket's other columns repeated, and a number for the basket where no column
 * names it. Rows keep the line of the basket. A basket without an item stays, as
 * one row without: shares are of all baskets.
 */
export function takeBasketsApart(table: RawTable, shape: BasketShape): RawTable {
  const places = shape.columns.map((name) => table.header.indexOf(name)).filter((place) => place >= 0);
  const kept = table.header.map((_, column) => column).filter((column) => !places.includes(column));
  const { row, product } = itemsOf(table, places, shape);
  const repeat = ({ codes, values }: TextColumn): TextColumn => ({ codes: row.map((r) => codes[r]), values });
  const numbers: TextColumn = {
    codes: row,
    values: shape.orderHeader === null ? [] : Array.from({ length: table.rows }, (_, r) => String(r + 1)),
  };
  const isNumbered = shape.orderHeader !== null;
  return {
    ...table,
    header: [...(isNumbered ? [shape.orderHeader] : []), ...kept.map((c) => table.header[c]), shape.productHeader],
    columns: [...(isNumbered ? [numbers] : []), ...kept.map((c) => repeat(table.columns[c])), product],
    rows: row.length,
    line: row.map((r) => table.line[r]),
  };
}

/** Rows that would come of it. */
export const countItems = (table: RawTable, shape: BasketShape): number =>
  itemsOf(
    table,
    shape.columns.map((name) => table.header.indexOf(name)).filter((place) => place >= 0),
    shape,
  ).row.length;

function itemsOf(table: RawTable, places: readonly number[], { items }: BasketShape) {
  const codeOf = new Map<string, number>();
  const codeFor = (name: string): number => {
    if (!codeOf.has(name)) codeOf.set(name, codeOf.size);
    return codeOf.get(name)!;
  };
  // Of each column, the item that each of its values stands for; -1 for none.
  const itemOf = places.map((place) => {
    const own = items === 'headings' ? codeFor(table.header[place]) : -1;
    return Int32Array.from(table.columns[place].values, (value) =>
      items === 'cells' ? codeFor(value) : saysHeld(value) ? own : -1,
    );
  });
  const row: number[] = [];
  const product: number[] = [];
  for (let r = 0; r < table.rows; r++) {
    const before = row.length;
    places.forEach((place, at) => {
      const code = table.columns[place].codes[r];
      if (code < 0 || itemOf[at][code] < 0) return;
      row.push(r);
      product.push(itemOf[at][code]);
    });
    if (row.length > before) continue;
    row.push(r);
    product.push(-1);
  }
  return { row: Int32Array.from(row), product: { codes: Int32Array.from(product), values: [...codeOf.keys()] } };
}
