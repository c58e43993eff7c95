import { tableId } from '../../domain/import';
import type { Notice } from '../../domain/notices';
import type { TextColumn } from '../../domain/columns';
import type { ColumnProfile } from './column-profile';
import type { RawTable } from '../read/raw-table';
import { blanksOf, countsOf } from '../values/read-columns';
import { monthFromName } from '../values/month-names';
import { sampleOf } from '../values/sample';
import { normaliseWord } from '../words/words';

interface ProfiledColumn {
  readonly profile: ColumnProfile;
  readonly column: TextColumn;
}

/** What the columns of days, and those that look like some, should be told of. */
export function noticesOfDayColumns(table: RawTable, columns: readonly ProfiledColumn[]): Notice[] {
  const file = tableId(table);
  return columns.flatMap(({ profile, column }) => {
    if (profile.type === 'empty') return [];
    if (profile.dates.length === 0) return looksLikeDays(profile, column) ? [unreadable(file, profile)] : [];
    return swappedDates(file, profile, column);
  });
}

const unreadable = (file: string, { name, rows, blank, first }: ColumnProfile): Notice => ({
  code: 'unreadable_days',
  file,
  column: name,
  count: rows - blank,
  values: first,
});

const YEAR_AND_MORE =
  /^(?:\d{4}[-/. ]\d{1,2}[-/. ]\d{1,2}|\d{1,2}[-/. ]\d{1,2}[-/. ](?:\d{4}|\d{2}(?!\d)))(?!\d)|\d{1,4} ?[年년]|^\d{1,2}:\d{2}.*\d{4}/u;
/** The share of different values that must look like dates. */
const MOST = 0.8;
const NAMED = /^(?:.*date|.*datum|fecha|data|timestamp|createdat|updatedat|zeitstempel|tarih|дата|日付|日期|날짜)$/;

/** Whether most values, or a header and half of them, look like dates although none of the formats reads them. */
function looksLikeDays(profile: ColumnProfile, column: TextColumn): boolean {
  const sample = sampleOf(column, 60);
  const like = sample.filter((value) => YEAR_AND_MORE.test(value) || namesMonth(value)).length;
  if (profile.type === 'text' && like >= MOST * sample.length) return true;
  if (!NAMED.test(normaliseWord(profile.name))) return false;
  const withDigits = sample.filter((value) => /\p{Nd}/u.test(value)).length;
  if (profile.type === 'text') return withDigits >= sample.length / 2;
  // Days of a month, hours or years are numbers that stand for themselves.
  return profile.type === 'integer' && (profile.min ?? 0) > 9999;
}

const namesMonth = (value: string): boolean =>
  /\d+\D+\d+/.test(value) && (value.match(/\p{L}{3,}/gu) ?? []).some((word) => monthFromName(word) !== null);

/** Fewer dates could have days up to 12 by chance. */
const LEAST_REAL = 5;

/**
 * A spreadsheet that reads 05/01/2024 month first makes a real date of it, and leaves 13/01/2024 a text: then no real date has a
 * day above 12, and all texts have.
 */
function swappedDates(file: string, profile: ColumnProfile, column: TextColumn): Notice[] {
  const parts = profile.dates[0].format.split(' | ');
  const written = parts.find((part) => /^(?:DD[^A-Z]MM|MM[^A-Z]DD)/.test(part));
  if (!parts.includes('YYYY-MM-DD') || !written) return [];
  const counts = countsOf(column);
  const blank = blanksOf(column);
  const real: string[] = [];
  let realRows = 0;
  for (const [code, value] of column.values.entries()) {
    if (counts[code] === 0 || blank[code]) continue;
    const iso = /^\d{4}-(\d{2})-(\d{2})/.exec(value);
    if (iso) {
      if (Number(iso[2]) > 12) return [];
      real.push(value);
      realRows += counts[code];
      continue;
    }
    const numbers = /^(\d{1,2})[^\d](\d{1,2})[^\d]/.exec(value);
    if (numbers && Number(numbers[written.startsWith('DD') ? 1 : 2]) <= 12) return [];
  }
  if (real.length < LEAST_REAL) return [];
  return [{ code: 'dates_swapped', file, column: profile.name, count: realRows, values: real.slice(0, 3) }];
}
