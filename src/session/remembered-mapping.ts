import { array, literal, safeParse, string, union } from 'valibot';
import type { InspectedTable, RoleReading } from '../domain/import';
import {
  columnOf,
  FIELDS,
  ROLES,
  type ColumnMapping,
  type FieldMapping,
  type Mapping,
  type Role,
  type RoleMapping,
} from '../domain/roles';
import { finiteNumber } from '../schema/numbers';
import { dictionary, openObject } from '../schema/objects';
import { columnDetails } from '../schema/roles';

const rememberedField = union([literal('row'), openObject({ at: finiteNumber, ...columnDetails })]);
const rememberedRoles = array(openObject({ role: string(), fields: dictionary(rememberedField) }));
/** A mapping whose columns are places in the header, so that the header itself is not kept. */
export interface RememberedRole {
  readonly role: Role;
  readonly fields: Readonly<Record<string, 'row' | RememberedField>>;
}
type RememberedField = Omit<ColumnMapping, 'column'> & { readonly at: number };

export function forRemembering(roles: readonly RoleReading[], header: readonly string[]): RememberedRole[] {
  return roles.map(({ role, mapping }) => ({
    role,
    fields: Object.fromEntries(
      Object.entries(mapping).map(([name, filled]): [string, 'row' | RememberedField] => {
        const column = columnOf(filled);
        if (!column) return [name, 'row'];
        const { column: text, ...how } = column;
        return [name, { at: header.indexOf(text), ...how }];
      }),
    ),
  }));
}

/**
 * The mapping for another file of the same header. How its dates and numbers are written, that file says itself where it can.
 * @param remembered as `forRemembering` made it; null is given for anything else, and the guess serves
 */
export function recalled(remembered: unknown, table: InspectedTable): RoleReading[] | null {
  const roles = safeParse(rememberedRoles, remembered);
  if (!roles.success) return null;
  return roles.output.flatMap(({ role: called, fields }): RoleReading[] => {
    const role = ROLES.find((known) => known === called);
    return role ? [{ role, mapping: mappingOver(role, fields, table) }] : [];
  });
}

function mappingOver(role: Role, fields: RememberedRole['fields'], table: InspectedTable): RoleMapping {
  const entries = Object.entries(fields).flatMap(([name, field]): [string, FieldMapping][] => {
    if (!Object.hasOwn(FIELDS[role], name)) return [];
    if (field === 'row') return [[name, { each: 'row' }]];
    const { at, ...how } = field;
    const column = table.header[at];
    return column === undefined ? [] : [[name, asWritten({ column, ...how }, table, isDay(role, name))]];
  });
  return Object.fromEntries(entries);
}

/** The roles of a mapping file that a table can fill: all of their columns are in its header. */
export function rolesIn(mapping: Mapping, table: InspectedTable): RoleReading[] {
  return ROLES.flatMap((role) => {
    const fields = mapping[role];
    if (!fields || !hasColumns(fields, table.header)) return [];
    return [
      {
        role,
        mapping: Object.fromEntries(
          Object.entries(fields).map(([name, filled]) => [
            name,
            typeof filled === 'string' ? asWritten({ column: filled }, table, isDay(role, name)) : filled,
          ]),
        ),
      },
    ];
  });
}

const hasColumns = (fields: RoleMapping, header: readonly string[]): boolean => {
  const columns = Object.values(fields).flatMap((filled) => columnOf(filled)?.column ?? []);
  return columns.length > 0 && columns.every((column) => header.includes(column));
};

const isDay = (role: Role, field: string) => (FIELDS[role] as Readonly<Record<string, string>>)[field] === 'day';

function asWritten(filled: ColumnMapping, table: InspectedTable, ofDays: boolean): FieldMapping {
  const guessed = table.roles
    .flatMap(({ mapping }) => Object.values(mapping))
    .map(columnOf)
    .find((one) => one?.column === filled.column);
  const seen = guessed?.format ?? table.columns.find(({ name }) => name === filled.column)?.format;
  const format = ofDays ? (seen ?? filled.format) : undefined;
  const decimal = guessed?.decimal ?? filled.decimal;
  const { format: _, decimal: __, ...rest } = filled;
  const all = { ...rest, ...(format ? { format } : {}), ...(decimal ? { decimal } : {}) };
  return Object.keys(all).length === 1 ? all.column : all;
}
