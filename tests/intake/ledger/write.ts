import { civilFromDay } from '../../../src/domain/calendar';
import type { Random } from '../mutations';
import type { Figures, Grain } from './figures';
import type { Holds, Ledger } from './ledger';
import type { WrittenFile } from './read-files';

/** A way to write a ledger down: one of a known system, or of none. */
export interface Form {
  readonly name: string;
  /** As the product calls the system; null for none. */
  readonly recipe: string | null;
  readonly holds: Holds;
  readonly grain: Grain;
  /** Whether where a row stands says what it is of, so that rows cannot change places. */
  readonly isInOrder?: boolean;
  readonly write: (ledger: Ledger, random: Random) => WrittenFile[];
  /** What a figure becomes that this form tells otherwise. */
  readonly told?: (figures: Figures, ledger: Ledger) => Figures;
}

export type Row = Readonly<Record<string, string>>;

const quote = (cell: string, delimiter: string) =>
  cell.includes(delimiter) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell;

/** Rows as delimited text; the columns are those of `header`, in its order, blank where a row has none. */
export const csvOf = (header: readonly string[], rows: readonly Row[], delimiter = ','): string =>
  [header, ...rows.map((row) => header.map((name) => row[name] ?? ''))]
    .map((cells) => cells.map((cell) => quote(cell, delimiter)).join(delimiter))
    .join('\n') + '\n';

export type DayForm =
  | 'iso'
  | 'german'
  | 'us'
  | 'uk'
  | 'compact'
  | 'minute'
  | 'offset'
  | 'zulu'
  | 'zoned'
  | 'german minute'
  | 'uk minute'
  | 'us short'
  | 'month-day'
  | 'month day, year'
  | 'ddmm';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (value: number) => String(value).padStart(2, '0');

/** A day, and a time where the form has one. */
export function dayText(day: number, minute: number, form: DayForm): string {
  const { year, month, dayOfMonth } = civilFromDay(day);
  const [m, d] = [two(month), two(dayOfMonth)];
  const time = `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
  const isSummer = month > 3 && month < 10;
  switch (form) {
    case 'iso':
      return `${year}-${m}-${d}`;
    case 'german':
      return `${d}.${m}.${year}`;
    case 'us':
      return `${month}/${dayOfMonth}/${year}`;
    case 'uk':
      return `${d}/${m}/${year}`;
    case 'compact':
      return `${year}${m}${d}`;
    case 'minute':
      return `${year}-${m}-${d} ${time}`;
    case 'offset':
      return `${year}-${m}-${d} ${time}:00 ${isSummer ? '+0200' : '+0100'}`;
    case 'zulu':
      return `${year}-${m}-${d}T${time}:00Z`;
    case 'zoned':
      return `${year}-${m}-${d}T${time}:00${isSummer ? '-04:00' : '-05:00'}`;
    case 'german minute':
      return `${d}.${m}.${year} ${time}`;
    case 'uk minute':
      return `${d}/${m}/${year} ${time}`;
    case 'us short':
      return `${m}/${d}/${two(year % 100)}`;
    case 'month-day':
      return `${MONTHS[month - 1]}-${d}-${two(year % 100)}`;
    case 'month day, year':
      return `${MONTHS[month - 1]} ${dayOfMonth}, ${year}`;
    case 'ddmm':
      return `${d}${m}`;
  }
}

/** Cents as currency units, by default with both places. */
export function moneyText(cents: number, mark: '.' | ',' = '.', thousands = ''): string {
  const [whole, places] = (Math.abs(cents) / 100).toFixed(2).split('.');
  const grouped = thousands ? whole.replace(/\B(?=(\d{3})+$)/g, thousands) : whole;
  return `${cents < 0 ? '-' : ''}${grouped}${mark}${places}`;
}
