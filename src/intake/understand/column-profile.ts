import type { TextColumn } from '../../domain/columns';
import {
  fitDates,
  namesDate,
  nonBlankRows,
  openCalendar,
  openDateOrder,
  rowsAbove12,
  type DateFit,
} from './profile-dates';
import { fitNumbers, type NumberFit } from './profile-numbers';
import { blanksOf, countsOf } from '../values/read-columns';
import { readFlag } from '../values/flag';

export type { DateFit } from './profile-dates';

export type ColumnType = 'integer' | 'decimal' | 'day' | 'flag' | 'text' | 'empty';

/** What a column holds, by its values and its header alone. */
export interface ColumnProfile {
  readonly name: string;
  readonly rows: number;
  readonly blank: number;
  readonly distinct: number;
  /** The first three different values. */
  readonly first: readonly string[];
  readonly type: ColumnType;
  /** No value occurs twice. */
  readonly unique: boolean;
  /** Null where 95 % of the values are no numbers. */
  readonly number: NumberFit | null;
  /** The ways to read it as dates, best first. */
  readonly dates: readonly DateFit[];
  /** Both readings, best first, where the values cannot tell day-first from month-first. */
  readonly openOrder: readonly [DateFit, DateFit] | null;
  /** The readings, likeliest first, where the values cannot tell in which calendar or fiscal year they are. */
  readonly openCalendar: readonly DateFit[] | null;
  /** Rows whose first and second number is above 12, for dates that begin with day or month. */
  readonly above12: readonly [number, number] | null;
  /** Of numbers; days since 1970-01-01 of dates. */
  readonly min: number | null;
  readonly max: number | null;
}

export function profileColumn(column: TextColumn, name: string): ColumnProfile {
  const filled = nonBlankRows(column);
  const counts = countsOf(column);
  const blank = blanksOf(column);
  const used = column.values.filter((_, code) => counts[code] > 0 && !blank[code]);
  const dates = fitDates(column, namesDate(name));
  const number = fitNumbers(column);
  const type = typeOf(used, number, dates);
  const [date] = dates;
  const isDay = type === 'day' && date !== undefined;
  return {
    name,
    rows: column.codes.length,
    blank: column.codes.length - filled,
    distinct: used.length,
    first: used.slice(0, 3),
    type,
    unique: used.length === filled && filled > 0,
    number,
    dates,
    openOrder: openDateOrder(dates, column),
    openCalendar: openCalendar(dates),
    above12: isDay && /^(?:DD|MM).(?:DD|MM)/.test(date.format) ? rowsAbove12(column) : null,
    min: isDay ? date.firstDay : (number?.min ?? null),
    max: isDay ? date.lastDay : (number?.max ?? null),
  };
}

function typeOf(used: readonly string[], number: NumberFit | null, dates: readonly DateFit[]): ColumnType {
  if (used.length === 0) return 'empty';
  if (used.length <= 6 && (used.length > 1 || number === null) && used.every((value) => readFlag(value) !== null))
    return 'flag';
  if (dates.length > 0) return 'day';
  if (number !== null) return number.whole ? 'integer' : 'decimal';
  return 'text';
}
