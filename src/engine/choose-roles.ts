import { AppError } from '../domain/errors';
import type { RoleReading } from '../domain/import';
import { mappingOfRoles, type Mapping, type Role, type RoleMapping } from '../domain/roles';
import { mappingAs, understandTable } from '../intake/guess-mapping';
import type { RawTable } from '../intake/raw-table';

/** A table with the roles it is to fill. */
export interface BroughtTable {
  readonly table: RawTable;
  readonly roles: readonly RoleReading[];
}

/**
 * Which table of a file fills a role, and how. A mapping given by the user is used as it stands; without one it is guessed
 * as in the page. Of several sheets the one that fits best is taken.
 * @param role null lets the guess decide
 */
export function chooseRoles(tables: readonly RawTable[], role: Role | null, mapping: Mapping): BroughtTable {
  const given = role === null ? undefined : mapping[role];
  if (role !== null && given !== undefined) {
    const table = tables.find((one) => usesColumnsOf(given, one)) ?? tables[0];
    return { table, roles: [{ role, mapping: given }] };
  }
  const candidates = tables.map((table) => {
    const understanding = understandTable(table);
    const roles = role === null ? understanding.roles : understanding.roles.filter((one) => one.role === role);
    return { table, roles, score: Math.max(0, ...roles.map(({ score }) => score)) };
  });
  const best = candidates.reduce((a, b) => (b.score > a.score ? b : a));
  if (best.roles.length > 0)
    return { table: best.table, roles: best.roles.map(({ role: of, mapping: to }) => ({ role: of, mapping: to })) };
  if (role === null) throw new AppError('no-role', { file: best.table.file, found: best.table.header });
  return { table: best.table, roles: [{ role, mapping: mappingAs(best.table, role) }] };
}

function usesColumnsOf(mapping: RoleMapping, table: RawTable): boolean {
  return Object.values(mapping).every((field) => {
    if (typeof field === 'object' && 'each' in field) return true;
    return table.header.includes(typeof field === 'string' ? field : field.column);
  });
}

/** What was used, in the form of a mapping file. Of several files in one role the first is written. */
export function mappingOfChoices(tables: readonly BroughtTable[]): Mapping {
  return mappingOfRoles(tables.flatMap(({ roles }) => roles));
}
