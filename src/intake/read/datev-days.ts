import type { TextColumn } from '../../domain/columns';
import type { RawTable } from './raw-table';

const DAY_OF_YEAR = /^(\d{1,2})(\d{2})$/;

/**
 * The bookings of DATEV write day and month alone (`0301`): the year stands in the line above the header, as the day on which the
 * business year begins. Tables of anything else come through untouched.
 */
export function completeDatevDays(table: RawTable): RawTable {
  const begin = businessYear(table);
  const place = table.header.indexOf('Belegdatum');
  if (begin === null || place < 0) return table;
  const columns = table.columns.map((column, i) => (i === place ? completed(column, begin) : column));
  return { ...table, columns };
}

/** `YYYYMMDD`: the first day in the line that says what the file is; null where there is no such line. */
function businessYear({ setAside }: RawTable): string | null {
  const head = setAside.find(({ reason, text }) => reason === 'preamble' && /^(?:EXTF|DTVF)\b/.test(text));
  return head ? (/\b(?:19|20)\d{6}\b/.exec(head.text)?.[0] ?? null) : null;
}

const completed = ({ codes, values }: TextColumn, begin: string): TextColumn => ({
  codes,
  values: values.map((value) => {
    const [, day, month] = DAY_OF_YEAR.exec(value) ?? [];
    if (day === undefined) return value;
    const monthDay = month + day.padStart(2, '0');
    // What comes before the begin of the business year is of the next calendar year.
    const year = Number(begin.slice(0, 4)) + (monthDay < begin.slice(4) ? 1 : 0);
    return `${year}-${month}-${day.padStart(2, '0')}`;
  }),
});
