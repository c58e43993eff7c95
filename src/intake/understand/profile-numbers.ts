import type { TextColumn } from '../../domain/columns';
import { FIT, nonBlankRows } from './profile-dates';
import { READ, UNREADABLE, IS_BLANK, countsOf, decimalAt, doubleAt, readNumbers } from '../values/read-columns';
import { isEitherWay, readNumber, type DecimalMark } from '../values/number';
import { sampleOf } from '../values/sample';

export interface NumberFit {
  readonly decimal: DecimalMark;
  readonly marks: Marks;
  readonly whole: boolean;
  readonly min: number;
  readonly max: number;
  /** Rows below zero. */
  readonly negative: number;
}

/**
 * What a column's values say of the mark. `decided`: some can be read under this one alone. `open`: every separator could be
 * thousands or decimals (`1.234`), and the mark is the likelier of the two. `settled`: the same, but the other columns of the table
 * say it. `unmarked`: there are no separators.
 */
type Marks = 'decided' | 'open' | 'settled' | 'unmarked';

/** Null when fewer than 95 % of the rows are numbers under either mark. */
export function fitNumbers(column: TextColumn): NumberFit | null {
  const sample = sampleOf(column, 500);
  if (sample.length === 0) return null;
  const readable = (mark: DecimalMark) => sample.filter((value) => readNumber(value, mark) !== null).length;
  const point = readable('.');
  const comma = readable(',');
  if (Math.max(point, comma) < 0.8 * sample.length) return null;
  if (point !== comma) return measureNumbers(column, point > comma ? '.' : ',', 'decided');
  return measureEither(column);
}

/** The sample cannot tell the marks apart, so all values that have one are asked. */
function measureEither(column: TextColumn): NumberFit | null {
  const counts = countsOf(column);
  let forPoint = 0;
  let forComma = 0;
  let points = 0;
  let commas = 0;
  for (const [code, value] of column.values.entries()) {
    if (!/[.,]/.test(value) || counts[code] === 0) continue;
    const byPoint = readNumber(value, '.') !== null;
    const byComma = readNumber(value, ',') !== null;
    if (byPoint && !byComma) forPoint += counts[code];
    else if (byComma && !byPoint) forComma += counts[code];
    else if (isEitherWay(value) && value.includes('.')) points += counts[code];
    else if (isEitherWay(value)) commas += counts[code];
  }
  if (forPoint !== forComma) return measureNumbers(column, forPoint > forComma ? '.' : ',', 'decided');
  const likelier = commas > points ? '.' : points > 0 && hasThousands(column) ? ',' : '.';
  return measureNumbers(column, likelier, points + commas > 0 ? 'open' : 'unmarked');
}

/**
 * `1.234` beside `567`, or `1.230`: whole numbers have a mark above a thousand only, and decimals are seldom padded with
 * zeros to three.
 */
function hasThousands(column: TextColumn): boolean {
  const plain = (value: string) => /^-?\d{1,3}$/.test(value);
  return (
    column.values.every((value) => plain(value) || isEitherWay(value) || value === '') &&
    column.values.some((value) => plain(value) || value.endsWith('0'))
  );
}

/** The numbers of a column as read under a mark; null when fewer than 95 % of the rows are some. */
export function measureNumbers(column: TextColumn, decimal: DecimalMark, marks: Marks): NumberFit | null {
  const readings = readNumbers(column, decimal);
  const counts = countsOf(column);
  let read = 0;
  let negative = 0;
  let whole = true;
  let min = Infinity;
  let max = -Infinity;
  for (let code = 0; code < counts.length; code++) {
    const state = readings.state[code];
    if (counts[code] === 0 || state === IS_BLANK || state === UNREADABLE) continue;
    read += counts[code];
    const value = doubleAt(readings, code);
    if (value < 0) negative += counts[code];
    if (value < min) min = value;
    if (value > max) max = value;
    if (
      whole &&
      !isWhole(readings.state[code] === READ ? readings.scale[code] : decimalAt(readings, code)!.scale, value)
    )
      whole = false;
  }
  return read > 0 && read >= FIT * nonBlankRows(column) ? { decimal, marks, whole, min, max, negative } : null;
}

const isWhole = (scale: number, value: number) => scale === 0 || Number.isInteger(value);

/** The decimal mark in which numbers are read when nobody says otherwise: the best fit, else the one that reads most. */
export function likeliestDecimal(column: TextColumn): DecimalMark {
  const fit = fitNumbers(column);
  if (fit) return fit.decimal;
  const sample = sampleOf(column, 500);
  const readable = (mark: DecimalMark) => sample.filter((value) => readNumber(value, mark) !== null).length;
  return readable(',') > readable('.') ? ',' : '.';
}
