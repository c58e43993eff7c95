import type { Notice } from '../../domain/notices';
import { FIELDS, type FieldType, type Role } from '../../domain/roles';
import { tableId } from '../../domain/import';
import type { RawTable } from '../read/raw-table';
import { countsOf } from '../values/read-columns';
import type { MappedFields } from './validate-fields';

/** `4.91764E+11`: a spreadsheet has cut the digits off, and what is left stands for many keys. */
const SHORTENED = /^-?\d(?:[.,]\d+)?E\+?\d{2}$/i;

/** Says of each column of keys how many of them a spreadsheet has shortened to scientific notation. */
export function noticesOfKeys(table: RawTable, role: Role, fields: MappedFields): Notice[] {
  const types: Readonly<Record<string, FieldType>> = FIELDS[role];
  return [...fields.values()].flatMap(({ field, column, mapping }): Notice[] => {
    if (types[field] !== 'key' || !column.values.some((value) => SHORTENED.test(value))) return [];
    const counts = countsOf(column);
    const values = column.values.filter((value, code) => counts[code] > 0 && SHORTENED.test(value));
    if (values.length === 0) return [];
    return [
      {
        code: 'keys_in_scientific_notation',
        file: tableId(table),
        count: values.length,
        column: mapping.column,
        values,
      },
    ];
  });
}
