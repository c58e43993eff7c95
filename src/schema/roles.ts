import { exactOptional, literal, picklist, string, union, type GenericSchema } from 'valibot';
import { ROLES, type ColumnMapping, type EachRow } from '../domain/roles';
import { STATUS_MEANINGS } from '../domain/statuses';
import { finiteNumber } from './numbers';
import { dictionary, openObject, type EntriesOf } from './objects';

export const role = picklist(ROLES);
export const decimalMark = picklist(['.', ',']);

/** How a column is read besides its name, as this product has written it. */
export const columnDetails = {
  format: exactOptional(string()),
  decimal: exactOptional(decimalMark),
  unit: exactOptional(picklist(['days', 'weeks', 'months', 'years'])),
  yes: exactOptional(string()),
  words: exactOptional(dictionary(picklist(STATUS_MEANINGS))),
  as: exactOptional(picklist(['share', 'money'])),
  per: exactOptional(finiteNumber),
  blank: exactOptional(literal('zero')),
  times: exactOptional(literal('quantity')),
  and: exactOptional(string()),
  else: exactOptional(string()),
  back: exactOptional(string()),
  beside: exactOptional(string()),
  first: exactOptional(string()),
  scale: exactOptional(string()),
} satisfies EntriesOf<Omit<ColumnMapping, 'column'>>;
const columnMapping: GenericSchema<unknown, ColumnMapping> = openObject({ column: string(), ...columnDetails });
const eachRow: GenericSchema<unknown, EachRow> = openObject({ each: literal('row') });

/** The fields of a role, each with the column that fills it. */
export const roleMapping = dictionary(union([string(), columnMapping, eachRow]));
export const roleReading = openObject({ role, mapping: roleMapping });
