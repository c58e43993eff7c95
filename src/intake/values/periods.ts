import { dayFromCivil, firstDayOfUnit, lastDayOfMonth, weekOfDay, type Day } from '../../domain/calendar';
import { plainDigits } from './digits';
import type { Stamp } from './zones';

/** Periods longer than a month are dated on their last day, when their sum was known. */
const dated = (day: Day | null): Stamp | null => (day === null ? null : { day, second: -1 });

const fullYear = (text: string): number => (text.length === 4 ? Number(text) : 2000 + Number(text));

const WEEK = /^(\d{4})[- ]?W(\d{1,2})(?:-?([1-7]))?$|^(?:W|KW ?)(\d{1,2})[-/ ](\d{4})$/i;

/** ISO weeks, `2024-W05` on their Sunday, and their days, `2024-W05-3`. */
export function readWeek(text: string): Stamp | null {
  const match = WEEK.exec(text);
  if (!match) return null;
  const [year, week] = [Number(match[1] ?? match[5]), Number(match[2] ?? match[4])];
  const first = weekOfDay(dayFromCivil(year, 1, 4));
  const index = first + week - 1;
  if (year < 1900 || week < 1 || index >= weekOfDay(dayFromCivil(year + 1, 1, 4))) return null;
  return dated(firstDayOfUnit('week', index) + Number(match[3] ?? 7) - 1);
}

/** The day of the year, `2024-003`. */
export function readDayOfYear(text: string): Stamp | null {
  const match = /^(\d{4})-(\d{3})$/.exec(text);
  if (!match) return null;
  const first = dayFromCivil(Number(match[1]), 1, 1);
  const day = first + Number(match[2]) - 1;
  return day >= first && day < dayFromCivil(Number(match[1]) + 1, 1, 1) ? dated(day) : null;
}

const QUARTER =
  /^(\d{4})[-/ .]*(?:Q|T|Qtr\.? ?|Quarter ?)([1-4])$|^(?:Q|T|Qtr\.? ?|Quarter ?)([1-4])[-/ .,']*(\d{4}|\d{2})$|^([1-4])\.? ?(?:Q|T|Quartal|Qtr\.?|trimestre)[-/ .,']*(\d{4}|\d{2})$|^(\d{4})[-/ ]([1-4])(?:Q|T)$/i;

/** Quarters of the calendar year: `2024-Q1`, `Q1 2024`, `1Q24`, `1. Quartal 2024`. */
export function readQuarter(text: string): Stamp | null {
  const match = QUARTER.exec(plainDigits(text));
  if (!match) return null;
  const year = fullYear(match[1] ?? match[4] ?? match[6] ?? match[7]);
  const quarter = Number(match[2] ?? match[3] ?? match[5] ?? match[8]);
  return dated(lastDayOfMonth(year * 12 + quarter * 3 - 1));
}

const FISCAL =
  /^(?:FY|GJ|WJ) ?'?(\d{4}|\d{2})(?:[/-](\d{4}|\d{2}))?(?:[-/ ,]*(?:Q|QTR ?)([1-4]))?$|^(?:Q|QTR ?)([1-4])[-/ ,]*(?:of )?(?:FY|GJ|WJ) ?'?(\d{4}|\d{2})$/i;

/**
 * Fiscal years and quarters (`FY24 Q1`, `FY2024`) on their last day. A fiscal year bears the number of the calendar year in
 * which it ends; `FY2023/24` names both.
 * @param first the month in which the fiscal year begins, 1 to 12
 */
export function readFiscal(text: string, first: number): Stamp | null {
  const match = FISCAL.exec(plainDigits(text));
  if (!match) return null;
  const year = fullYear(match[2] ?? match[1] ?? match[5]);
  const quarter = Number(match[3] ?? match[4] ?? 4);
  const begins = (first === 1 ? year : year - 1) * 12 + first - 1;
  return dated(lastDayOfMonth(begins + quarter * 3 - 1));
}
