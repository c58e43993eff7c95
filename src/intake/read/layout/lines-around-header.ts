import { kindOf } from '../cell-kind';
import type { TableRecord } from './header-rows';
import { announcesAnswers } from './answer-headers';

/** Fewer numbers than this could be a row of data. */
const LEAST_NUMBERED = 3;
/** More rows of units, types and codes than this are no second header. */
const MOST_DESCRIBING = 3;

/** `1`, `(1)`, `[1]`, `1.` as a number; null for anything else. */
const placeNumber = (cell: string): number | null => {
  const found = /^[([]?(\d{1,4})[)\].]?$/.exec(cell);
  return found === null ? null : Number(found[1]);
};

/** Columns numbered from 0 or 1 (`1, 2, 3`) or lettered as in a worksheet (`A, B, C`), with nothing else in the line. */
function numbersColumns(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  if (filled.length < LEAST_NUMBERED) return false;
  const numbers = filled.map(placeNumber);
  if (numbers[0] === 0 || numbers[0] === 1) return numbers.every((number, at) => number === at + numbers[0]!);
  return filled.length <= 26 && filled.every((cell, at) => cell === String.fromCharCode(65 + at));
}

/**
 * Whether a line that only numbers the columns stands above the header: the next one names at least as many columns and
 * holds no number itself.
 */
export function isNumberingAbove(line: TableRecord, next: TableRecord | undefined): boolean {
  if (next === undefined || !numbersColumns(line.cells)) return false;
  const names = next.cells.filter((cell) => cell !== '');
  const numbered = line.cells.filter((cell) => cell !== '').length;
  return names.length >= numbered && names.every((cell) => kindOf(cell) === 'text') && new Set(names).size > 1;
}

const PLACEHOLDER = /^(?:n\/?a|nan|null|none|nil|unknown|unbekannt|missing|tbd|tba|\?+|[-–—.*]+)$/i;
const BRACKETED = /^(?:\(.*\)|\[.*\]|<.*>|\{.*\})$/s;
const TYPE =
  /^(?:var|n?var|n)?char(?:acter)?2?\b|^(?:text|string|str|date|datetime|timestamp|time|int|integer|bigint|smallint|number|numeric|decimal|float|double|real|currency|money|bool|boolean|object|int64|float64|uuid|key|id|datetime64.*)(?:\s*\([\d, ]*\))?$/i;
const UNIT =
  /^(?:[€$£¥%#°]|eur|usd|gbp|chf|jpy|cny|euro?s?|dollars?|kg|g|t|lbs?|oz|l|ml|m|cm|mm|km|m2|m²|m3|m³|pcs?\.?|pieces?|units?|stk\.?|stück|st\.?|no\.?|nr\.?|nos\.?|qty|days?|tage?|weeks?|months?|monate?|years?|jahre?|h|hrs?|hours?|min|sec|percent|prozent|in .{1,12}|[dmyhjatsn]{1,4}(?:[-./: ][dmyhjatsn]{1,4}){1,5})$/i;
const CODE = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$|^[a-z][a-z0-9]*(?:_[a-z0-9]+)+(?:__c)?$|^[A-Z]{2,}[A-Z0-9]*$/;

const describes = (cell: string): boolean =>
  announcesAnswers(cell) || BRACKETED.test(cell) || TYPE.test(cell) || UNIT.test(cell) || CODE.test(cell);

/**
 * How many records right beneath a header describe its columns, and are no data: units (`(EUR)`), types (`VARCHAR`), codes of
 * the fields, or the columns' numbers. Such a row has words wherever the rows beneath have numbers or dates.
 * @param records the first records, with the header's last at `header`
 */
export function countDescribing(records: readonly TableRecord[], header: number): number {
  let count = 0;
  while (count < MOST_DESCRIBING) {
    const record = records[header + 1 + count];
    const beneath = records.slice(header + 2 + count).filter(({ cells }) => cells.some((cell) => cell !== ''));
    if (record === undefined || beneath.length === 0 || !describesColumns(record, beneath)) break;
    count++;
  }
  return count;
}

function describesColumns({ cells }: TableRecord, beneath: readonly TableRecord[]): boolean {
  const filled = cells.flatMap((cell, column) => (cell === '' ? [] : [{ cell, column }]));
  if (filled.length < 2) return false;
  const below = (column: number) => beneath.map((row) => row.cells[column] ?? '').filter((cell) => cell !== '');
  const isTyped = (column: number): boolean => {
    const others = below(column);
    return others.length > 0 && others.filter((cell) => kindOf(cell) !== 'text').length >= others.length * 0.8;
  };
  if (numbersColumns(cells) && filled.length > LEAST_NUMBERED)
    return filled.some(({ column }) => below(column).length > 1 && !holdsNumbers(below(column)));
  if (filled.some(({ cell, column }) => kindOf(cell) !== 'text' || below(column).includes(cell))) return false;
  const typed = filled.filter(({ column }) => isTyped(column));
  if (typed.length === 0 || typed.some(({ cell }) => PLACEHOLDER.test(cell))) return false;
  const said = filled.filter(({ cell }) => describes(cell)).length;
  return said === filled.length || (typed.length >= 2 && typed.every(({ cell }) => describes(cell)));
}

const holdsNumbers = (cells: readonly string[]): boolean =>
  cells.filter((cell) => kindOf(cell) === 'number').length >= cells.length * 0.5;
