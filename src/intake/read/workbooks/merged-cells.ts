import type { Notice } from '../../../domain/notices';
import { kindOf } from '../cell-kind';
import { headerScore } from '../../words/header-score';
import type { RawTable } from '../raw-table';

/** A cell that stands for several beneath each other: its column from 0, its first and last row of the sheet from 1. */
export interface MergedCell {
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

const MEASURES = ['amount', 'unit_price', 'quantity', 'discount', 'cost', 'margin'] as const;
const KEYS = ['customer', 'order', 'product', 'date'] as const;

/** `A2:A4`; null where one row is meant or the reference is none. */
export function parseMerged(reference: string): MergedCell | null {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?[A-Z]{1,3}\$?(\d{1,7})$/.exec(reference);
  if (found === null) return null;
  const column = [...found[1]].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const [from, to] = [Number(found[2]), Number(found[3])];
  return to > from ? { column, from, to } : null;
}

/**
 * Fills a merged cell down over the rows that it stands beside: a customer or an order is that of all its lines. An amount is
 * not: it would be counted once for each line.
 */
export function fillMerged(table: RawTable, merged: readonly MergedCell[]): RawTable {
  const inside = merged.filter(({ column, to }) => column < table.columns.length && to > table.headerLine);
  if (inside.length === 0 || table.headerLine === 0) return table;
  const rowOf = new Map<number, number>();
  table.line.forEach((line, row) => rowOf.set(line, row));
  const columns = [...table.columns];
  const notices: Notice[] = [];
  for (const column of new Set(inside.map((cell) => cell.column))) {
    const { codes, values } = table.columns[column];
    const cells = inside.filter((cell) => cell.column === column);
    const firstCodes = cells.map(({ from }) => codes[rowOf.get(from) ?? -1] ?? -1);
    const name = table.header[column];
    if (
      countsOnce(
        name,
        firstCodes.flatMap((code) => (code < 0 ? [] : [values[code]])),
      )
    )
      continue;
    const filled = codes.slice();
    let count = 0;
    cells.forEach(({ from, to }, at) => {
      if (firstCodes[at] < 0) return;
      for (let line = from + 1; line <= to; line++) {
        const row = rowOf.get(line);
        if (row === undefined || filled[row] >= 0) continue;
        filled[row] = firstCodes[at];
        count++;
      }
    });
    columns[column] = { codes: filled, values };
    if (count > 0) notices.push({ code: 'filled_down', file: table.file, count, column: name });
  }
  return { ...table, columns, notices: [...(table.notices ?? []), ...notices] };
}

/** Numbers under a heading of money or pieces, or with decimals, belong to all the rows together. */
function countsOnce(name: string, cells: readonly string[]): boolean {
  if (!cells.every((cell) => kindOf(cell) === 'number')) return false;
  const best = (fields: readonly string[]) =>
    Math.max(...fields.map((field) => headerScore(name, 'transactions', field)));
  const [measure, key] = [best(MEASURES), best(KEYS)];
  return measure > key || (key < 0.5 && cells.some((cell) => !/^\d+$/.test(cell)));
}
