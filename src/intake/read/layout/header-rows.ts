import { kindOf } from '../cell-kind';
import { announcesAnswers } from './answer-headers';

export interface TableRecord {
  /** Trimmed. */
  readonly cells: readonly string[];
  readonly line: number;
}

const isWords = ({ cells }: TableRecord): boolean => cells.every((cell) => cell === '' || kindOf(cell) === 'text');
const at = (cells: readonly string[], column: number): string => cells[column] ?? '';

/**
 * Adds to a header the rows that belong to it: beneath, names of columns that the header groups (`Travel` above `Air`,
 * `Rail`); above, groups that tell apart names which repeat (`2023`, `2024` above `Net`, `Gross`, `Net`, `Gross`).
 * @param below indices of records of words between the header and the first values
 * @param above indices of the records before the header
 * @param typed the columns whose values are numbers or dates
 * @returns indices of the header's records, top first
 */
export function growHeader(
  records: readonly TableRecord[],
  main: number,
  below: readonly number[],
  above: readonly number[],
  typed: readonly boolean[],
): number[] {
  const header = [main];
  for (const index of below) {
    if (!completes(records[header[header.length - 1]].cells, records[index], typed)) break;
    header.push(index);
  }
  for (const index of [...above].reverse()) {
    const isNear = header[0] - index <= 2;
    if (!isNear || !isGroupRow(records[index], records, header)) break;
    header.unshift(index);
  }
  return header;
}

/**
 * Names only columns without a name, or the first column of a group; at least one of them holds values, or another cell says that
 * answers follow: those of a survey may all be words.
 */
function completes(upper: readonly string[], record: TableRecord, typed: readonly boolean[]): boolean {
  if (!isWords(record)) return false;
  const cells = namesOf(record.cells);
  const named = cells.flatMap((cell, column) => (cell === '' ? [] : [column]));
  const isFree = (column: number): boolean =>
    at(upper, column) === '' || (at(upper, column + 1) === '' && at(cells, column + 1) !== '');
  return (
    named.every(isFree) &&
    named.some((column) => at(upper, column) === '') &&
    named.some((column) => typed[column] || record.cells.some(announcesAnswers)) &&
    upper.some((cell, column) => cell !== '' && at(record.cells, column) === '')
  );
}

/** The cells of a second header line that name something. */
const namesOf = (cells: readonly string[]): readonly string[] =>
  cells.map((cell) => (announcesAnswers(cell) ? '' : cell));

function isGroupRow(record: TableRecord, records: readonly TableRecord[], header: readonly number[]): boolean {
  const rows = header.map((index) => records[index].cells);
  const width = Math.max(...rows.map((cells) => cells.length));
  const filled = record.cells.filter((cell) => cell !== '').length;
  if (!isWords(record) || filled < 2 || record.cells.slice(width).some((cell) => cell !== '')) return false;
  const distinct = (names: readonly string[]): number => new Set(names.filter((name) => name !== '')).size;
  return distinct(joinHeader([record.cells, ...rows])) > distinct(joinHeader(rows));
}

/**
 * One name a column out of a header's rows, top first. The name of a group holds for the columns to its right until the
 * next name, as far as a row beneath names them and no row above begins another group.
 */
export function joinHeader(rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 1) return [...rows[0]];
  const [top, ...beneath] = rows;
  return joinNames([top, ...beneath.map(namesOf)]);
}

function joinNames(rows: readonly (readonly string[])[]): string[] {
  const width = Math.max(...rows.map((cells) => cells.length));
  const names: string[][] = Array.from({ length: width }, () => []);
  rows.forEach((cells, level) => {
    let group = '';
    for (let column = 0; column < width; column++) {
      if (rows.slice(0, level).some((upper) => at(upper, column) !== '')) group = '';
      const isNamedBelow = rows.slice(level + 1).some((lower) => at(lower, column) !== '');
      const own = at(cells, column);
      if (own !== '') group = own;
      else if (!isNamedBelow) group = '';
      if (group !== '' && names[column].at(-1) !== group) names[column].push(group);
    }
  });
  return names.map((parts) => parts.join(' '));
}
