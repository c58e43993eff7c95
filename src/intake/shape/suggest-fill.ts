import type { TextColumn } from '../../domain/columns';
import type { FillSuggestion } from '../../domain/shape';
import { kindOf } from '../read/cell-kind';
import { headerScore } from '../words/header-score';
import type { RawTable } from '../read/raw-table';
import type { NamedTable } from './suggest-joins';

/** Fewer blanks than this are gaps. */
const LEAST_BLANK = 0.25;
const FILLED = 0.95;
const NEARLY = 0.9;
/** Names that stand in order by chance: one in 24. */
const LEAST_SORTED = 4;
const MEASURES = ['amount', 'unit_price', 'quantity', 'discount', 'cost', 'margin'] as const;

/**
 * Tables in which a key stands on the first row of its block only, as pivot tables and printed reports have it. Told from
 * sales without a customer by this: no key stands twice, and either several leading columns are blank in the same rows or the
 * keys stand in order.
 */
export function suggestFill(tables: readonly NamedTable[]): FillSuggestion[] {
  return tables.flatMap(({ id, table, roles }) => {
    if (roles.some((role) => role !== 'transactions') || table.rows < 4) return [];
    const columns = leadingKeys(table);
    if (columns.length === 0 || !areBlocks(table, columns)) return [];
    const rowsFilled = table.columns[columns[0]].codes.reduce((sum, code) => sum + (code < 0 ? 1 : 0), 0);
    const shape = { kind: 'fill', columns: columns.map((column) => table.header[column]) } as const;
    return [{ table: id, shape, needed: true, rowsFilled }];
  });
}

/** The first column, if it begins blocks, and those beside it that are filled wherever it is, and blank elsewhere. */
function leadingKeys(table: RawTable): number[] {
  const [first] = table.columns;
  if (!beginsBlocks(first, table.rows)) return [];
  const keys = [0];
  for (let column = 1; column < table.columns.length - 1; column++) {
    const { codes } = table.columns[column];
    const isBeside = first.codes.every((code, row) => code < 0 || codes[row] >= 0);
    const blanks = codes.reduce((sum, code) => sum + (code < 0 ? 1 : 0), 0);
    if (!isBeside || blanks < table.rows * LEAST_BLANK || isMeasure(table.header[column], table.columns[column])) break;
    keys.push(column);
  }
  return keys;
}

function beginsBlocks({ codes }: TextColumn, rows: number): boolean {
  if (codes[0] < 0) return false;
  const seen = new Set<number>();
  let filled = 0;
  for (const code of codes) {
    if (code < 0) continue;
    if (seen.has(code)) return false;
    seen.add(code);
    filled++;
  }
  return filled >= 2 && rows - filled >= rows * LEAST_BLANK;
}

function isMeasure(name: string, { values }: TextColumn): boolean {
  const score = Math.max(...MEASURES.map((field) => headerScore(name, 'transactions', field)));
  return score >= 0.5 && values.every((value) => value === '' || kindOf(value) === 'number');
}

function areBlocks(table: RawTable, keys: readonly number[]): boolean {
  const [first] = table.columns;
  const others = table.columns.filter((_, column) => !keys.includes(column));
  const full = others.filter(({ codes }) => codes.filter((code) => code >= 0).length >= table.rows * FILLED);
  // Lines of an order name it themselves: what its first line alone says is the order's.
  if (full.length < 2 || full.some((column) => namesBlocks(column, first))) return false;
  const isBlankAlike = (column: TextColumn) => column.codes.every((code, row) => code < 0 === first.codes[row] < 0);
  if (keys.length > 1 && keys.slice(1).some((key) => isBlankAlike(table.columns[key]))) return true;
  const names = [...first.codes].flatMap((code) => (code < 0 ? [] : [first.values[code]]));
  return names.length >= LEAST_SORTED && isSorted(names);
}

/** The same on all rows of a block and another one in nearly every block, as its number is: the goods of orders of one thing come again. */
function namesBlocks({ codes }: TextColumn, blocks: TextColumn): boolean {
  const names = new Set<number>();
  let count = 0;
  for (let row = 0; row < codes.length; row++) {
    if (blocks.codes[row] < 0 && codes[row] !== codes[row - 1]) return false;
    if (blocks.codes[row] < 0) continue;
    names.add(codes[row]);
    count++;
  }
  return names.size > 1 && names.size >= NEARLY * count;
}

function isSorted(names: readonly string[]): boolean {
  const collator = new Intl.Collator('en', { numeric: true });
  return names.every((name, at) => at === 0 || collator.compare(names[at - 1], name) <= 0);
}
