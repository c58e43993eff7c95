import type { ColumnReading, InspectedTable, RoleReading } from '../../domain/import';
import {
  columnOf,
  FIELDS,
  isEachRow,
  type ColumnMapping,
  type FieldMapping,
  type Role,
  type RoleMapping,
} from '../../domain/roles';
import { orderName } from './date-words';

/** `role.field`, as the value of a column's select element; '' is "not used". */
export type Use = string;

/** What each column is used for, in the roles of its table. */
export function usesOf(roles: readonly RoleReading[], column: string): Use[] {
  return roles.flatMap(({ role, mapping }) =>
    Object.entries(mapping).flatMap(([field, filled]) =>
      columnOf(filled)?.column === column ? [`${role}.${field}`] : [],
    ),
  );
}

/** The roles of a table after a column was given another use. Each field is filled by one column, each column fills one field a role. */
export function withUse(
  roles: readonly RoleReading[],
  table: InspectedTable,
  column: string,
  before: Use,
  after: Use,
): RoleReading[] {
  const [role, field] = after.split('.');
  return roles.map((reading) => {
    const mapping: Record<string, FieldMapping> = { ...reading.mapping };
    const [oldRole, oldField] = before.split('.');
    if (before && oldRole === reading.role) delete mapping[oldField];
    if (after && role === reading.role) mapping[field] = withFormat(table, column, role, field);
    return { role: reading.role, mapping };
  });
}

/** The format of the values is a property of the column: it stays when the column is used otherwise. */
function withFormat(table: InspectedTable, column: string, role: Role, field: string): FieldMapping {
  const known = table.roles
    .flatMap(({ mapping }) => Object.values(mapping))
    .map(columnOf)
    .find((filled) => filled?.column === column);
  const reading = table.columns.find(({ name }) => name === column);
  const type = (FIELDS[role] as Readonly<Record<string, string>>)[field];
  const format = known?.format ?? reading?.format ?? undefined;
  const details: Partial<ColumnMapping> = {
    ...(type === 'day' && format ? { format } : {}),
    ...(known?.decimal && (type === 'money' || type === 'number' || type === 'share')
      ? { decimal: known.decimal }
      : {}),
    ...(field === 'tenure' ? { unit: known?.unit ?? 'months' } : {}),
  };
  return Object.keys(details).length > 0 ? { column, ...details } : column;
}

const setEachRow = (mapping: RoleMapping, on: boolean): RoleMapping => {
  const { order, ...rest } = mapping;
  if (on) return { ...rest, order: { each: 'row' } };
  return isEachRow(order) ? rest : mapping;
};
/** The roles of a table after it was said whether each of its rows is an order of its own. */
export const withEachRow = (roles: readonly RoleReading[], on: boolean): RoleReading[] =>
  roles.map(({ role, mapping }) => ({
    role,
    mapping: role === 'transactions' ? setEachRow(mapping, on) : mapping,
  }));

/** The names of a table's roles after another was chosen at a place; '' removes the role at that place. */
export function withRoleAt(roles: readonly RoleReading[], place: number, role: Role | ''): Role[] {
  const names = roles.map((one) => one.role);
  const others = names.slice(place + 1).filter((one) => one !== role);
  return [...names.slice(0, place), ...(role === '' ? [] : [role]), ...others];
}

interface ColumnGroups {
  readonly used: readonly ColumnReading[];
  readonly unused: readonly ColumnReading[];
  /** The number of used columns of which the guess is not sure. */
  readonly unsure: number;
}
/** The columns of a table that fill a field, and those that fill none. */
export function groupColumns(columns: readonly ColumnReading[], roles: readonly RoleReading[]): ColumnGroups {
  const isUsed = ({ name }: ColumnReading) => usesOf(roles, name).length > 0;
  const used = columns.filter(isUsed);
  return {
    used,
    unused: columns.filter((column) => !isUsed(column)),
    unsure: used.filter(({ confidence }) => confidence !== 'sure').length,
  };
}

/** The format of the dates in a field, to follow its name: `, day first`; '' for a field without one. */
export function formatWords(roles: readonly RoleReading[], role: string, field: string): string {
  const filled = roles.find((one) => one.role === role)?.mapping[field];
  return typeof filled === 'object' && 'format' in filled && filled.format
    ? `, ${orderName(filled.format).toLowerCase()}`
    : '';
}
