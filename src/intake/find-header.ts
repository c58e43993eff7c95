import { kindOf } from './cell-kind';
import { monthInHeader } from './shape/turn-long';

export interface TableRecord {
  /** Trimmed. */
  readonly cells: readonly string[];
  readonly line: number;
}

interface HeaderPlace {
  /** Index of the header among the records; -1 where the table has none. */
  readonly header: number;
  /** Index of the first record that may be data. */
  readonly first: number;
}

const countFilled = (record: TableRecord): number =>
  record.cells.reduce((count, cell) => count + (cell === '' ? 0 : 1), 0);

/**
 * Finds the header among a file's first records. Records before it are title lines, with half the cells of a
 * usual record or fewer. Returns `first` = records.length when all are blank.
 */
export function findHeader(records: readonly TableRecord[]): HeaderPlace {
  const filled = records.map(countFilled);
  const present = filled.map((_, index) => index).filter((index) => filled[index] > 0);
  if (present.length === 0) return { header: -1, first: records.length };
  const start = skipPreamble(records, filled, present);
  const beneath = present.filter((index) => index > start).map((index) => records[index]);
  if (looksLikeData(records[start], beneath)) return { header: -1, first: start };
  return { header: start, first: start + 1 };
}

function skipPreamble(records: readonly TableRecord[], filled: readonly number[], present: readonly number[]): number {
  const sorted = present.map((index) => filled[index]).sort((a, b) => a - b);
  const usual = sorted[sorted.length >> 1];
  const place = present.findIndex((index) => filled[index] * 2 > usual);
  if (place <= 0) return present[0];
  // Shopping baskets, one a line, begin with short records too: only an even table has a title above it.
  const widths = new Map<number, number>();
  const after = present.slice(place);
  for (const index of after) {
    const width = records[index].cells.length;
    widths.set(width, (widths.get(width) ?? 0) + 1);
  }
  const even = Math.max(...widths.values()) >= after.length * 0.6;
  return even ? present[place] : present[0];
}

/** A first record is data when it holds numbers or dates as the rows beneath do, or values that come again beneath. */
function looksLikeData(first: TableRecord, beneath: readonly TableRecord[]): boolean {
  const others = beneath.filter((record) => !sameCells(record.cells, first.cells));
  const kinds = first.cells.map(kindOf);
  if (others.length === 0) {
    const filled = kinds.filter((kind) => kind !== 'empty');
    return filled.length > 1 && filled.every((kind) => kind !== 'text');
  }
  let data = 0;
  let heading = 0;
  let repeated = 0;
  first.cells.forEach((cell, column) => {
    if (cell === '') return;
    const below = others.map((record) => record.cells[column] ?? '').filter((other) => other !== '');
    const typed = below.filter((other) => kindOf(other) !== 'text').length >= Math.max(1, below.length * 0.8);
    if (typed && kinds[column] === 'text') heading++;
    else if (typed) data++;
    else if (below.includes(cell)) repeated++;
  });
  if (data > 0 && (isSequence(first.cells, kinds) || areMonths(first.cells))) return false;
  if (data > 0) return data > heading;
  const cells = kinds.filter((kind) => kind !== 'empty').length;
  return heading === 0 && repeated * 2 >= cells && repeated > 0;
}

/** Years as headings (2011, 2012, 2013), or at least four weeks or periods, each a step from the last. */
function isSequence(cells: readonly string[], kinds: readonly string[]): boolean {
  const numbers = cells.filter((_, column) => kinds[column] === 'number').map(Number);
  const years = numbers.length > 1 && numbers.every((number) => number >= 1900 && number <= 2100);
  if (!numbers.every(Number.isInteger) || (numbers.length < 4 && !years)) return false;
  const step = numbers[1] - numbers[0];
  return Math.abs(step) === 1 && numbers.every((number, at) => at === 0 || number - numbers[at - 1] === step);
}

/** Month after month as headings, of a table with a column for each. */
function areMonths(cells: readonly string[]): boolean {
  const months = cells.flatMap((cell) => {
    const [year, month] = (monthInHeader(cell) ?? '').split('-').map(Number);
    return month === undefined ? [] : [year * 12 + month];
  });
  return months.length >= 3 && months.every((month, at) => at === 0 || month === months[at - 1] + 1);
}

export function sameCells(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((cell, column) => cell === b[column]);
}
