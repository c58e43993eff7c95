import { AppError } from '../../domain/errors';
import type { Rejection } from '../../domain/columns';
import type { Notice } from '../../domain/notices';
import { tableId } from '../../domain/import';
import type { TimeZone } from '../../domain/time-zone';
import { likeliestFormat } from '../understand/profile-dates';
import type { RawTable } from '../read/raw-table';
import { readDays } from '../values/read-columns';
import type { Kept } from './take-rows';
import type { MappedField } from './validate-fields';
import { fewAsFar, meantDays, type MeantDays } from '../values/days-not-meant';

/** Fields whose days lie decades apart. */
const SPREAD = new Set(['birth_date']);

/** The days of a field by the mapping's format, else by the one that fits the column; without those that nobody means. */
export function readMappedDays({ field, column, mapping }: MappedField, role: string, zone?: TimeZone): MeantDays {
  const days = readDays(column, mapping.format ?? likeliestFormat(column), zone);
  if (!days) throw new AppError('mapping-invalid', { where: `${role}.${field}.format`, value: mapping.format });
  const meant = meantDays(column, days, SPREAD.has(field));
  return field === 'date' ? fewAsFar(column, meant) : meant;
}

const SHOWN = 10;

/** What the days of a field hold that nobody means, as sentences. */
export function noticesOfDays(table: RawTable, { column, mapping }: MappedField, { none, far }: MeantDays): Notice[] {
  const texts = (codes: readonly number[]) => codes.slice(0, SHOWN).map((code) => column.values[code]);
  const about = { file: tableId(table), column: mapping.column };
  return [
    ...(none.rows > 0
      ? [{ code: 'days_not_meant' as const, ...about, count: none.rows, values: texts(none.codes) }]
      : []),
    ...(far.rows > 0
      ? [
          {
            code: 'far_day' as const,
            ...about,
            count: far.rows,
            values: texts(far.codes),
            lines: rowsWith(table, column.codes, far.codes, null)
              .slice(0, SHOWN)
              .map((row) => table.line[row]),
          },
        ]
      : []),
  ];
}

/** The loaded rows whose day is too far from all others. */
export function listFarDays(
  table: RawTable,
  { field, column }: MappedField,
  { far }: MeantDays,
  kept: Kept,
): Rejection[] {
  return rowsWith(table, column.codes, far.codes, kept).map((row) => ({
    file: table.file,
    line: table.line[row],
    column: field,
    value: column.values[column.codes[row]],
    reason: 'far from all other days',
  }));
}

function rowsWith(table: RawTable, codes: Int32Array, wanted: readonly number[], kept: Kept): number[] {
  if (wanted.length === 0) return [];
  const is = new Set(wanted);
  const rows: number[] = [];
  const count = kept?.length ?? table.rows;
  for (let i = 0; i < count; i++) {
    const row = kept ? kept[i] : i;
    if (is.has(codes[row])) rows.push(row);
  }
  return rows;
}
