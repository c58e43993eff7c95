import { kindOf } from '../cell-kind';
import type { TextColumnBuilder } from '../delimited/dictionary';
import type { SetAside } from '../raw-table';
import { isSumOf, isSumRow } from './sum-rows';

const WORDS =
  '(?:(?:grand|sub|running)[\\s-]*)?totals?|sum|(?:zwischen|gesamt|end)?summe|(?:gesamt|teil)ergebnis|gesamt|insgesamt|total g[ée]n[ée]ral|sous-total|' +
  'somme|totale|totaal|suma|razem|celkem|합계|合計|总计|小计|小計|итого';
const TOTAL = new RegExp(`^(?:${WORDS})\\s*:?$`, 'iu');
/** `Total Expenses for Q1`, `Subtotal: North`, `Ann Total`: told from a name by what the row leaves blank. */
const NAMED_TOTAL = new RegExp(`^(?:${WORDS})(?:\\s*:|\\s)\\s*\\S|\\s(?:${WORDS})\\s*:?$`, 'iu');
const LONGEST = 80;
const LEADING = new RegExp(
  `^(?:${WORDS})(?!\\p{L})\\s*(?::|\\b(?:for|of|für|von|pour|de|para|per|di|voor)\\b)?\\s*`,
  'iu',
);
const TRAILING = new RegExp(`\\s*:?\\s*(?<!\\p{L})(?:${WORDS})\\s*:?$`, 'iu');

/** What a total is of: `Blue Cafe` of `Total for Blue Cafe` or `Blue Cafe Total`; null where the text names nothing more. */
export function nameOfTotal(text: string): string | null {
  const name = LEADING.test(text) ? text.replace(LEADING, '') : text.replace(TRAILING, '');
  return name === '' || name === text ? null : name;
}

/** A note under a table says what it is, is a sentence, or has no letters at all. */
const NOTE =
  /^(?:note|notes|source|report|generated|printed|created|exported|page|end of|erstellt|quelle|stand|hinweis|bericht|seite|source|généré|página|fuente)\b|^[^\p{L}\d]+$|\S+\s+\S+\s+\S+/iu;
const SAMPLE = 100;

interface Rows {
  readonly columns: readonly TextColumnBuilder[];
  readonly rows: number;
  /** The line on which a row begins. */
  readonly lineOf: (row: number) => number;
  /** Lines set aside as blank. */
  readonly blankLines: ReadonlySet<number>;
}

export interface ClosingRow {
  readonly row: number;
  readonly reason: Extract<SetAside['reason'], 'totals' | 'footer'>;
}

/**
 * Finds the rows that are no data: totals and subtotals wherever they stand, and notes beneath the table. They can be told
 * only once all rows are known. The first row stays unless it is the sum of all others. In rising order.
 */
export function findClosingRows(table: Rows): ClosingRow[] {
  const usual = usuallyFilled(table);
  const groups = groupNames(table);
  const found: ClosingRow[] = [];
  let last = table.rows - 1;
  for (; last > 0; last--) {
    const cells = cellsOf(table, last);
    if (isTotal(cells, usual, true) || isTotalOf(groups, cells)) found.unshift({ row: last, reason: 'totals' });
    else if (isSumRow(table.columns, last + 1, last, usual) || isNamedSum(table, last + 1, last, cells))
      found.unshift({ row: last, reason: 'totals' });
    else if (isFooter(table, last, cells, usual)) found.unshift({ row: last, reason: 'footer' });
    else break;
  }
  const first: ClosingRow[] = startsWithTotal(table, last) ? [{ row: 0, reason: 'totals' }] : [];
  return [...first, ...findSubtotals(table, usual, groups, last), ...found];
}

/** Names that stand alone in their row, where the first row is such a heading of a group. */
function groupNames(table: Rows): ReadonlySet<string> {
  const soleText = (row: number): string | null => {
    const filled = cellsOf(table, row).filter((cell) => cell !== '');
    return filled.length === 1 && kindOf(filled[0]) === 'text' ? filled[0] : null;
  };
  const names = new Set<string>();
  if (table.rows < 3 || soleText(0) === null) return names;
  for (let row = 0; row < table.rows; row++) {
    const name = soleText(row);
    if (name !== null) names.add(name);
  }
  return names;
}

/** Names one of the groups that headings begin: no customer is called so. */
function isTotalOf(groups: ReadonlySet<string>, cells: readonly string[]): boolean {
  if (groups.size === 0) return false;
  const texts = cells.filter((cell) => kindOf(cell) === 'text');
  const name = texts.length === 1 && texts[0].length <= LONGEST ? nameOfTotal(texts[0]) : null;
  return name !== null && groups.has(name);
}

/** Some exports give the total before the rows that it sums. */
function startsWithTotal(table: Rows, last: number): boolean {
  if (last < 2) return false;
  return (
    isSumRow(table.columns, last + 1, 0, usuallyFilled(table, 1)) || isNamedSum(table, last + 1, 0, cellsOf(table, 0))
  );
}

/** A word for total, and the sum of a column beside it: no customer of that name. */
function isNamedSum(table: Rows, rows: number, row: number, cells: readonly string[]): boolean {
  const texts = cells.filter((cell) => kindOf(cell) === 'text');
  if (texts.length !== 1 || !TOTAL.test(texts[0]) || rows < 3) return false;
  return table.columns.some((column) => kindOf(column.at(row)) === 'number' && isSumOf(column, rows, row));
}

function findSubtotals(
  table: Rows,
  usual: readonly boolean[],
  groups: ReadonlySet<string>,
  before: number,
): ClosingRow[] {
  const rows = new Set<number>();
  for (const column of table.columns) {
    const codes = column.codesWhere((value) => mayNameTotal(value) && (TOTAL.test(value) || NAMED_TOTAL.test(value)));
    if (codes.size === 0) continue;
    for (let row = 1; row < before; row++) if (codes.has(column.codeAt(row))) rows.add(row);
  }
  return [...rows]
    .sort((a, b) => a - b)
    .filter((row) => isTotal(cellsOf(table, row), usual, false) || isTotalOf(groups, cellsOf(table, row)))
    .map((row) => ({ row, reason: 'totals' }));
}

/** Keeps the pattern away from nearly all values of a large column. */
function mayNameTotal(value: string): boolean {
  if (value.length < 2 || value.length > LONGEST) return false;
  const code = value.charCodeAt(0) | 0x20;
  const next = value.charCodeAt(1);
  // A digit first, or second as in most keys, names nothing.
  return !(code >= 0x30 && code <= 0x39) && !(next >= 0x30 && next <= 0x39);
}

/** One word for total, and else numbers only; blank where other rows have a name or date: else it may be a customer. */
function isTotal(cells: readonly string[], usual: readonly boolean[], atEnd: boolean): boolean {
  const texts = cells.filter((cell) => kindOf(cell) === 'text');
  if (texts.length !== 1) return false;
  const blanks = usual.filter((filled, column) => filled && cells[column] === '').length;
  if (blanks === 0 || (!atEnd && cells.some((cell) => kindOf(cell) === 'date'))) return false;
  if (TOTAL.test(texts[0])) return true;
  const numbers = cells.filter((cell) => kindOf(cell) === 'number').length;
  const many = blanks * 2 >= usual.filter(Boolean).length;
  return many && numbers > 0 && texts[0].length <= LONGEST && NAMED_TOTAL.test(texts[0]);
}

function isFooter(table: Rows, row: number, cells: readonly string[], usual: readonly boolean[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  if (usual.filter(Boolean).length < 3 || kindOf(filled[0] ?? '') !== 'text') return false;
  if (filled.length > 1) return isDividedNote(cells, filled, usual) && isApart(table, row);
  return NOTE.test(filled[0]) || isApart(table, row);
}

const WEEKDAY = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch)$/i;
/** More cells than this are no sentence. */
const MOST_PIECES = 4;

/** `Friday, Apr 05, 2024 - Accrual Basis`, divided by its commas: words from the first cell on, and most else blank. */
function isDividedNote(cells: readonly string[], filled: readonly string[], usual: readonly boolean[]): boolean {
  const blanks = usual.filter((one, column) => one && cells[column] === '').length;
  return (
    filled.length <= MOST_PIECES &&
    kindOf(cells[filled.length - 1]) === 'text' &&
    cells.slice(0, filled.length).every((cell) => cell !== '' && kindOf(cell) !== 'date') &&
    (blanks * 2 >= usual.filter(Boolean).length || (blanks > 0 && WEEKDAY.test(filled[0])))
  );
}

/** A blank line stands before it. */
function isApart(table: Rows, row: number): boolean {
  for (let line = table.lineOf(row - 1) + 1; line < table.lineOf(row); line++)
    if (table.blankLines.has(line)) return true;
  return false;
}

/** Columns filled in four rows of five, as far as the first rows tell that are no totals or notes themselves. */
function usuallyFilled(table: Rows, from = 0): boolean[] {
  const first = Array.from({ length: Math.min(table.rows, SAMPLE) - from }, (_, at) => at + from);
  const whole = first.filter((row) => {
    const filled = cellsOf(table, row).filter((cell) => cell !== '');
    const [text, ...more] = filled.filter((cell) => kindOf(cell) === 'text');
    const isNamed = text !== undefined && more.length === 0 && (TOTAL.test(text) || NAMED_TOTAL.test(text));
    return filled.length > 1 && !isNamed;
  });
  const sample = whole.length > 0 ? whole : first.slice(0, 1);
  return table.columns.map((column) => {
    const filled = sample.filter((row) => column.codeAt(row) >= 0).length;
    return filled >= sample.length * 0.8;
  });
}

const cellsOf = ({ columns }: Rows, row: number): string[] => columns.map((column) => column.at(row));
